import { formatRemaining } from '../../contract/i18n/format-time.ts';
import { hasToken, mayLiveOnServer } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { ConfirmDialog } from '../components/overlays/confirm-dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { closeDialog, closeDialogOfKind, setViewState } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';

/** Asks whether to end the session on the server too, or only to remove the profile. */
export function RemoveDialog({ row }: { readonly row: Row }) {
  const t = useTranslate();
  const { id: profileId, name, userName } = row.profile;
  const { busy, problem, run } = useAsyncCall();
  const now = useNow();
  const mayLive = mayLiveOnServer(row.session, now);

  async function remove(logOut: boolean): Promise<void> {
    const result = await run(bridge.removeProfile({ profileId, logOut }));
    // The row disappears before the call returns, and this dialog with it: another one may be open already.
    if (result.ok) closeDialogOfKind('remove');
    else if (result.problem.code === 'logout-unconfirmed') {
      closeDialogOfKind('remove');
      setViewState({ lastProblem: { profileId: null, name, userName, problem: result.problem } });
    }
  }

  return (
    <ConfirmDialog
      title={t('forms:remove.title', { name })}
      width="medium"
      onClose={closeDialog}
      closeLabel={t('window:cancel')}
      actions={
        <>
          <Button
            variant={mayLive ? 'secondary' : 'danger'}
            isPending={busy}
            onPress={() => void remove(false)}
          >
            {t('forms:remove.removeOnly')}
          </Button>
          {mayLive ? (
            <Button variant="danger" isPending={busy} onPress={() => void remove(true)}>
              {t('forms:remove.logOutAndRemove')}
            </Button>
          ) : null}
        </>
      }
    >
      {problem === null ? null : <ProblemBox problem={problem} name={name} userName={userName} />}
      <p>{t('forms:remove.text')}</p>
      {mayLive && hasToken(row.session) ? (
        <p>{t('forms:remove.textSession', { left: formatRemaining(t, row.session, now) })}</p>
      ) : null}
      {row.endings.length === 0 ? null : (
        <p>{t('auto-logout:pending.removing', { count: row.endings.length })}</p>
      )}
    </ConfirmDialog>
  );
}
