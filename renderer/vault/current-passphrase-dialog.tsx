import { useRef } from 'react';
import type { Result } from '../../contract/core/result.ts';
import { Button } from '../components/buttons/button.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { takeTyped } from '../components/passwords/password-input.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { FormProblem } from '../problems/form-problem.tsx';
import { PassphraseField, usePassphraseProblem } from './passphrase-field.tsx';

interface Props {
  readonly title: string;
  readonly text: string;
  /** The label of the confirming button. */
  readonly doIt: string;
  /** Whether there is a passphrase to ask for. */
  readonly passphrase: boolean;
  readonly act: (passphrase: string | null) => Promise<Result>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks for the current passphrase before a change of the vault. */
export function CurrentPassphraseDialog(props: Props) {
  const { title, text, doIt, passphrase, act, onDone, onClose } = props;
  const t = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, run } = useAsyncCall();
  const at = usePassphraseProblem(problem);
  useFormFocus(form, problem);

  async function send(element: HTMLFormElement): Promise<void> {
    const current = passphrase ? takeTyped(element, 'currentPassphrase') : null;
    if ((await run(act(current))).ok) onDone();
  }

  return (
    <Dialog title={title} width="small" onClose={onClose}>
      <DialogForm
        form={form}
        busy={busy}
        onSubmit={(element) => void send(element)}
        submit={{ label: busy ? t('vault:working') : doIt }}
        buttons={<Button onPress={onClose}>{t('window:cancel')}</Button>}
      >
        <FormProblem problem={problem} />
        <p>{text}</p>
        {passphrase ? (
          <PassphraseField name="currentPassphrase" label={t('vault:current')} problem={at('current')} />
        ) : null}
      </DialogForm>
    </Dialog>
  );
}
