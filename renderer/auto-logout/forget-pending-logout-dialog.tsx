import type { Ending } from '../../contract/sessions/pending-logout.ts';
import type { Row } from '../../contract/state.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { useCall } from '../components/hooks/use-async-call.ts';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useWords } from '../i18n/translate.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { useAppState } from '../state/app-state.ts';
import { closeDialog, closeDialogOf } from '../state/view-state.ts';
import { untilWords } from './pending-logout-cards.tsx';

interface Props {
  readonly row: Row;
  readonly ending: Ending;
}

/** Says what it means to forget a log-out that no server has confirmed. */
export function ForgetEndingDialog({ row, ending }: Props) {
  const t = useWords();
  const language = useAppState((state) => state.language);
  const { busy, problem, wait } = useCall();
  const { id: profileId, name, userName } = row.profile;

  async function forget(): Promise<void> {
    if (await wait(bridge.forgetEnding({ profileId, endingId: ending.id }))) closeDialogOf('forget-ending');
  }

  return (
    <Dialog title={t('ending.forgetTitle')} onClose={closeDialog} width="small">
      <DialogBody>
        {problem === null ? null : <ProblemBox problem={problem} name={name} userName={userName} />}
        <p>{t('ending.forgetText', { host: ending.host })}</p>
        <p>{untilWords(t, language, ending, Date.now())}</p>
      </DialogBody>
      <DialogButtons>
        <Button autoFocus onPress={closeDialog}>
          {t('window.cancel')}
        </Button>
        <Button loudness="danger" isDisabled={busy} onPress={() => void forget()}>
          {t('ending.forgetDo')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
