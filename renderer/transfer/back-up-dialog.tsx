import { useRef, useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { isFieldProblem } from '../problems/field-problem.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { closeDialog } from '../state/view-state.ts';
import { NewPassphraseFields, useNewPassphrase } from '../vault/new-passphrase.tsx';
import { TransferDoneDialog } from './transfer-done-dialog.tsx';

/** Writes an encrypted backup to a file. */
export function BackUpDialog() {
  const t = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, run } = useAsyncCall();
  const { mismatch, take } = useNewPassphrase();
  const [done, setDone] = useState<readonly string[] | null>(null);
  useFormFocus(form, problem ?? mismatch);

  async function save(element: HTMLFormElement): Promise<void> {
    if (busy) return;
    const passphrase = take(element);
    if (passphrase === null) return;
    const written = await run(bridge.backUp({ passphrase }));
    if (!written.ok || written.value === null) return;
    const { file, profiles, unreadable } = written.value;
    const sentence = t('transfer:backingUp.done', { count: profiles, file });
    setDone(
      unreadable === 0 ? [sentence] : [sentence, t('transfer:backingUp.unreadable', { count: unreadable })],
    );
  }

  if (done !== null) return <TransferDoneDialog title={t('transfer:backingUp.title')} sentences={done} />;
  return (
    <Dialog title={t('transfer:backingUp.title')} onClose={closeDialog} width="small">
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save(event.currentTarget);
        }}
      >
        <DialogBody>
          {problem === null || isFieldProblem(problem) ? null : (
            <ProblemBox problem={problem} name="" userName="" />
          )}
          <p>{t('transfer:backingUp.text')}</p>
          <NewPassphraseFields mismatch={mismatch} problem={problem} first autoFocus />
        </DialogBody>
        <DialogButtons>
          <Button onPress={closeDialog}>{t('window:cancel')}</Button>
          <Button type="submit" variant="primary" isPending={busy} icon={busy ? <Spinner /> : null}>
            {t(busy ? 'transfer:backingUp.working' : 'transfer:backingUp.save')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
