import type { Row } from '../../contract/state.ts';
import { Button } from '../components/buttons/button.tsx';
import { Tabs } from '../components/layout/tabs.tsx';
import { Dialog, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { closeDialog } from '../state/view-state.ts';
import { BlockedTab } from './blocked/blocked-tab.tsx';
import styles from './session/remote-sessions.module.css';
import { SessionsTab } from './sessions-tab.tsx';

/** The sessions and the blocked devices of a server. */
export function SessionsDialog({ row }: { readonly row: Row }) {
  const t = useTranslate();
  return (
    <Dialog title={t('sessions:title', { name: row.profile.name })} onClose={closeDialog} width="broad">
      <div className={styles.middle}>
        <Tabs
          label={t('sessions:tabs.label')}
          start="sessions"
          tabs={[
            { name: 'sessions', title: t('sessions:tabs.sessions'), content: <SessionsTab row={row} /> },
            { name: 'blocked', title: t('sessions:tabs.blocked'), content: <BlockedTab row={row} /> },
          ]}
        />
      </div>
      <DialogButtons>
        <Button variant="primary" onPress={closeDialog}>
          {t('window:close')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
