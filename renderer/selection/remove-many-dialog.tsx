import { useState } from 'react';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { mayLiveOnServer } from '../../contract/sessions/session.ts';
import { removeMany } from '../actions/many-actions.ts';
import { Button } from '../components/buttons/button.tsx';
import { ConfirmDialog } from '../components/overlays/confirm-dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { closeDialog } from '../state/view-state.ts';
import styles from './remove-many-dialog.module.css';

/** How many servers are named. */
const mostNames = 8;

/** Asks whether to end the sessions of the ticked servers too, or only to remove them. */
export function RemoveManyDialog({ profileIds }: { readonly profileIds: readonly ProfileId[] }) {
  const t = useTranslate();
  const [openedAt] = useState(Date.now);
  const allRows = useAppState((state) => state.rows);
  const byId = new Map(allRows.map((row) => [row.profile.id, row]));
  // In the order of the list, as they are selected.
  const rows = profileIds.flatMap((id) => byId.get(id) ?? []);
  const production = rows.filter(({ profile }) => profile.environment === 'production').length;
  const sessions = rows.filter(({ session }) => mayLiveOnServer(session, openedAt)).length;
  const unnamed = Math.max(0, rows.length - mostNames);

  function remove(logOut: boolean): void {
    // The status bar shows how far it is.
    closeDialog();
    void removeMany(
      rows.map(({ profile }) => profile.id),
      logOut,
    );
  }

  return (
    <ConfirmDialog
      title={t('forms:removeMany.title', { count: rows.length })}
      width="medium"
      onClose={closeDialog}
      closeLabel={t('window:cancel')}
      actions={
        <>
          <Button variant={sessions > 0 ? 'secondary' : 'danger'} onPress={() => remove(false)}>
            {t('forms:remove.removeOnly')}
          </Button>
          {sessions > 0 ? (
            <Button variant="danger" onPress={() => remove(true)}>
              {t('forms:remove.logOutAndRemove')}
            </Button>
          ) : null}
        </>
      }
    >
      <ul className={styles.names}>
        {rows.slice(0, mostNames).map(({ profile }) => (
          <li key={profile.id}>
            <b>{profile.name}</b> {profile.userName}
          </li>
        ))}
        {unnamed > 0 ? <li>{t('forms:removeMany.more', { count: unnamed })}</li> : null}
      </ul>
      {production > 0 ? (
        <p className={styles.production}>{t('forms:removeMany.production', { count: production })}</p>
      ) : null}
      <p>{t('forms:removeMany.text')}</p>
      {sessions > 0 ? <p>{t('forms:removeMany.sessions', { count: sessions })}</p> : null}
    </ConfirmDialog>
  );
}
