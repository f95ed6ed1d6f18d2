import { useRef, useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { FormProblem } from '../problems/form-problem.tsx';
import { RunProgress } from '../selection/run-progress.tsx';
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
    const passphrase = take(element);
    if (passphrase === null) return;
    const written = await run(bridge.backUp({ passphrase }));
    if (!written.ok || written.value === null) return;
    if (written.value === 'stopped') return setDone([t('transfer:stopped')]);
    const { file, profiles, unreadable } = written.value;
    const sentence = t('transfer:backingUp.done', { count: profiles, file });
    setDone(
      unreadable === 0 ? [sentence] : [sentence, t('transfer:backingUp.unreadable', { count: unreadable })],
    );
  }

  if (done !== null) return <TransferDoneDialog title={t('transfer:backingUp.title')} sentences={done} />;
  return (
    <Dialog title={t('transfer:backingUp.title')} onClose={closeDialog} width="small">
      <DialogForm
        form={form}
        busy={busy}
        onSubmit={(element) => void save(element)}
        submit={{ label: t(busy ? 'transfer:backingUp.working' : 'transfer:backingUp.save') }}
        buttons={<Button onPress={closeDialog}>{t('window:cancel')}</Button>}
      >
        <FormProblem problem={problem} />
        <p>{t('transfer:backingUp.text')}</p>
        <NewPassphraseFields mismatch={mismatch} problem={problem} first autoFocus />
        {busy ? <RunProgress /> : null}
      </DialogForm>
    </Dialog>
  );
}
