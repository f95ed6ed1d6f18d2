import ListChecks from 'lucide-react/icons/list-checks';
import ScrollText from 'lucide-react/icons/scroll-text';
import Table from 'lucide-react/icons/table-2';
import Users from 'lucide-react/icons/users';
import { Menu, MenuEntry } from '../components/overlays/menu.tsx';
import { useWords } from '../i18n/translate.ts';
import { openDialog } from '../state/view-state.ts';

interface Props {
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
}

/** What can be done with many servers at once, or looked up over all of them. */
export function ToolsMenu({ x, y, onClose }: Props) {
  const t = useWords();
  return (
    <Menu label={t('window.tools')} x={x} y={y} align="end" onClose={onClose}>
      <MenuEntry icon={<ListChecks />} onAction={() => openDialog({ kind: 'bulk-login' })}>
        {t('bulkLogin.open')}
      </MenuEntry>
      <MenuEntry icon={<Table />} onAction={() => openDialog({ kind: 'fleet-table' })}>
        {t('fleetTable.open')}
      </MenuEntry>
      <MenuEntry icon={<Users />} onAction={() => openDialog({ kind: 'sessions-everywhere' })}>
        {t('remote.everywhereOpen')}
      </MenuEntry>
      <MenuEntry icon={<ScrollText />} onAction={() => openDialog({ kind: 'journal', of: null })}>
        {t('journal.open')}
      </MenuEntry>
    </Menu>
  );
}
