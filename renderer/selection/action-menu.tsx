import Check from 'lucide-react/icons/check';
import { Menu, MenuItem } from '../components/overlays/menu.tsx';
import { useTranslate } from '../i18n/translate.ts';

/** Something that can be done with the ticked servers. */
export interface BarAction {
  readonly label: string;
  /** Why it cannot be done; null if it can. */
  readonly whyNot: string | null;
  readonly run: () => void;
  /** Whether it is so already for all of them; absent for what only happens. */
  readonly isOn?: boolean;
}

interface Props {
  readonly x: number;
  readonly y: number;
  readonly actions: readonly BarAction[];
  readonly onClose: () => void;
}

/** A menu of actions for the ticked servers. */
export function ActionMenu({ x, y, actions, onClose }: Props) {
  const t = useTranslate();
  return (
    <Menu label={t('servers:selection.label')} x={x} y={y} align="end" onClose={onClose}>
      {actions.map(({ label, whyNot, run, isOn }) => (
        <MenuItem
          key={label}
          id={label}
          icon={isOn === true ? <Check /> : null}
          isDisabled={whyNot !== null}
          onAction={run}
        >
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
