import { useRef } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { takeTyped } from '../components/passwords/password-input.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { FormProblem } from '../problems/form-problem.tsx';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';
import { PassphraseField, usePassphraseProblem } from './passphrase-field.tsx';

interface Props {
  /** Whether there is a current passphrase to ask for. */
  readonly replaces: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Sets or changes the passphrase of the vault. */
export function SetPassphraseDialog({ replaces, onDone, onClose }: Props) {
  const t = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, setProblem, run } = useAsyncCall();
  const { mismatch, take } = useNewPassphrase();
  const at = usePassphraseProblem(problem);
  useFormFocus(form, problem ?? mismatch);

  async function set(element: HTMLFormElement): Promise<void> {
    setProblem(null);
    const passphrase = take(element);
    if (passphrase === null) return;
    const current = replaces ? takeTyped(element, 'currentPassphrase') : null;
    if ((await run(bridge.setPassphrase({ passphrase, current }))).ok) onDone();
  }

  return (
    <Dialog title={t(replaces ? 'vault:changeTitle' : 'vault:setTitle')} width="small" onClose={onClose}>
      <DialogForm
        form={form}
        busy={busy}
        onSubmit={(element) => void set(element)}
        submit={{ label: t(replaces ? 'vault:changeSubmit' : 'vault:setSubmit') }}
        buttons={<Button onPress={onClose}>{t('window:cancel')}</Button>}
      >
        <FormProblem problem={problem} />
        <p>{t('vault:setText')}</p>
        {replaces ? (
          <PassphraseField name="currentPassphrase" label={t('vault:current')} problem={at('current')} />
        ) : null}
        <NewPassphraseFields mismatch={mismatch} problem={problem} first={!replaces} />
      </DialogForm>
    </Dialog>
  );
}
