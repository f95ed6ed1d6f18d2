import type { PendingLogout } from '../../contract/sessions/pending-logout.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { ConfirmDialog } from '../components/overlays/confirm-dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog, closeDialogOfKind } from '../state/view-state.ts';
import { describeUntil } from './pending-logout-cards.tsx';

interface Props {
  readonly row: Row;
  readonly ending: PendingLogout;
}

/** Confirms dropping a pending log-out. */
export function ForgetPendingLogoutDialog({ row, ending }: Props) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const { busy, problem, run } = useAsyncCall();
  const { id: profileId, name, userName } = row.profile;

  async function forget(): Promise<void> {
    if ((await run(bridge.forgetEnding({ profileId, endingId: ending.id }))).ok)
      closeDialogOfKind('forget-pending-logout');
  }

  return (
    <ConfirmDialog
      title={t('auto-logout:pending.forgetTitle')}
      onClose={closeDialog}
      closeLabel={t('window:cancel')}
      actions={
        <Button variant="danger" isPending={busy} onPress={() => void forget()}>
          {t('auto-logout:pending.forgetSubmit')}
        </Button>
      }
    >
      {problem === null ? null : <ProblemBox problem={problem} name={name} userName={userName} />}
      <p>{t('auto-logout:pending.forgetText', { host: ending.host })}</p>
      <p>{describeUntil(t, language, ending, Date.now())}</p>
    </ConfirmDialog>
  );
}
