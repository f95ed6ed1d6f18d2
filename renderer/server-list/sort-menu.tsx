import Check from 'lucide-react/icons/check';
import { choices, type SortOrder } from '../../contract/settings.ts';
import { bridge } from '../bridge.ts';
import { Menu, MenuItem } from '../components/overlays/menu.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { showProblem } from '../state/view-state.ts';

interface Props {
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
}

/** The menu of sort orders. */
export function SortMenu({ x, y, onClose }: Props) {
  const t = useTranslate();
  const chosen = useAppState((state) => state.settings.sortOrder);
  const choose = (sortOrder: SortOrder) => () =>
    void showProblem(null, bridge.changeSettings({ settings: { sortOrder } }));
  return (
    <Menu label={t('servers:sort')} x={x} y={y} align="end" onClose={onClose}>
      {choices.sortOrder.map((order) => (
        <MenuItem key={order} id={order} icon={order === chosen ? <Check /> : null} onAction={choose(order)}>
          {t(`servers:sortBy.${order}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
