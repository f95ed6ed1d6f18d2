import ListChecks from 'lucide-react/icons/list-checks';
import ScrollText from 'lucide-react/icons/scroll-text';
import Table from 'lucide-react/icons/table-2';
import Users from 'lucide-react/icons/users';
import { Menu, MenuItem } from '../components/overlays/menu.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { openDialog, openScreen } from '../state/view-state.ts';

interface Props {
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
}

/** The actions for many servers at once. */
export function ToolsMenu({ x, y, onClose }: Props) {
  const t = useTranslate();
  return (
    <Menu label={t('window:tools')} x={x} y={y} align="end" onClose={onClose}>
      <MenuItem icon={<ListChecks />} onAction={() => openDialog({ kind: 'bulk-login' })}>
        {t('login:bulk.open')}
      </MenuItem>
      <MenuItem icon={<Table />} onAction={() => openScreen('overview')}>
        {t('servers:table.title')}
      </MenuItem>
      <MenuItem icon={<Users />} onAction={() => openScreen('all-sessions')}>
        {t('sessions:allServers.title')}
      </MenuItem>
      <MenuItem icon={<ScrollText />} onAction={() => openScreen('journal')}>
        {t('journal:title')}
      </MenuItem>
    </Menu>
  );
}
