import { useState } from 'react';
import type { Problem } from '../../contract/problem.ts';
import { isHeld, type Session } from '../../contract/session.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../parts/button.tsx';
import { Dialog, DialogBody, DialogButtons } from '../parts/dialog.tsx';
import { ProblemBox } from '../problems/problem-box.tsx';
import { type Say, sayLeft } from '../sessions/time-words.ts';
import { closeDialog, closeDialogOf, show } from '../state/view-state.ts';
import { useWords } from '../words.ts';

/** Asks whether to end the session on the server too, or only to forget the profile here. */
export function RemoveDialog({ row }: { readonly row: Row }) {
  const t = useWords();
  const { id: profileId, name, userName } = row.profile;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function remove(logOut: boolean): Promise<void> {
    setBusy(true);
    const result = await bridge.removeProfile({ profileId, logOut });
    setBusy(false);
    // The row is gone before the answer comes, and with it this dialog: another one may be open already.
    if (result.ok) closeDialogOf('remove');
    else if (result.problem.code === 'logout-unconfirmed') {
      closeDialogOf('remove');
      show({ trouble: { profileId: null, name, userName, problem: result.problem } });
    } else setProblem(result.problem);
  }

  return (
    <Dialog title={t('forms.remove.title', { name })} onClose={closeDialog} width="medium">
      <DialogBody>
        {problem === null ? null : <ProblemBox problem={problem} name={name} userName={userName} />}
        <p>{t('forms.remove.text')}</p>
        {sessionText(t, row.session)}
        {row.endings.length === 0 ? null : <p>{t('ending.removing', { count: row.endings.length })}</p>}
      </DialogBody>
      <DialogButtons>
        <Button autoFocus onPress={closeDialog}>
          {t('window.cancel')}
        </Button>
        <Button isDisabled={busy} onPress={() => void remove(false)}>
          {t('forms.remove.removeOnly')}
        </Button>
        <Button loudness="danger" isDisabled={busy} onPress={() => void remove(true)}>
          {t('forms.remove.logOutAndRemove')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

function sessionText(t: Say, session: Session) {
  if (!isHeld(session) || session.phase === 'expired') return null;
  return <p>{t('forms.remove.textSession', { left: sayLeft(t, session.expiresAt, Date.now()) })}</p>;
}
