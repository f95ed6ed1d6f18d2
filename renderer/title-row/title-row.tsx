import Lock from 'lucide-react/icons/lock';
import Plus from 'lucide-react/icons/plus';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import Settings from 'lucide-react/icons/settings';
import SquareChevronRight from 'lucide-react/icons/square-chevron-right';
import { addServer } from '../actions/profile-actions.ts';
import { checkAll } from '../actions/session-actions.ts';
import { lock } from '../actions/vault-actions.ts';
import { Button, IconButton } from '../components/buttons/button.tsx';
import { AppMark } from '../components/display/app-mark.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useShortcutLabel, withShortcut } from '../keyboard/platform.ts';
import { openDialog } from '../state/view-state.ts';
import { RemindersBell } from './reminders-bell.tsx';
import { SearchField } from './search-field.tsx';
import styles from './title-row.module.css';

/** The title row: app name, search, and the actions for the whole list; without servers, only the settings. */
export function TitleRow({ isEmpty }: { readonly isEmpty: boolean }) {
  const t = useTranslate();
  const shortcut = useShortcutLabel();
  return (
    <header className={styles.row} data-pane={isEmpty ? undefined : 'search'}>
      <div className={styles.brand}>
        <AppMark />
        <h1 className={styles.name}>{t('window:appName')}</h1>
      </div>
      {isEmpty ? null : <SearchField />}
      <div className={styles.actions}>
        {isEmpty ? null : <ListActions />}
        <IconButton
          label={t('window:settings')}
          hint={withShortcut(t('window:settings'), shortcut('settings'))}
          onPress={() => openDialog({ kind: 'settings' })}
        >
          <Settings />
        </IconButton>
      </div>
    </header>
  );
}

function ListActions() {
  const t = useTranslate();
  const shortcut = useShortcutLabel();
  return (
    <>
      <RemindersBell />
      <span className={styles.add}>
        <Button icon={<Plus />} onPress={addServer}>
          {t('window:addServer')}
        </Button>
      </span>
      <Button shrinks="early" icon={<RefreshCw />} onPress={() => void checkAll()}>
        {t('window:checkAll')}
      </Button>
      <IconButton
        label={t('commands:title')}
        hint={withShortcut(t('commands:title'), shortcut('commands'))}
        onPress={() => openDialog({ kind: 'commands' })}
      >
        <SquareChevronRight />
      </IconButton>
      <IconButton
        label={t('vault:lock.lock')}
        hint={withShortcut(t('vault:lock.lock'), shortcut('lock'))}
        onPress={lock}
      >
        <Lock />
      </IconButton>
    </>
  );
}
