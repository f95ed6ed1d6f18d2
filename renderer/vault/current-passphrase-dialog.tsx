import { useRef } from 'react';
import type { Result } from '../../contract/core/result.ts';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { isFieldProblem } from '../problems/field-problem.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { PassphraseField, takePassphrase, usePassphraseProblem } from './passphrase-field.tsx';

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
    if (busy) return;
    const current = passphrase ? takePassphrase(element, 'currentPassphrase') : null;
    if ((await run(act(current))).ok) onDone();
  }

  return (
    <Dialog title={title} width="small" onClose={onClose}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        <DialogBody>
          {problem === null || isFieldProblem(problem) ? null : (
            <ProblemBox problem={problem} name="" userName="" />
          )}
          <p>{text}</p>
          {passphrase ? (
            <PassphraseField name="currentPassphrase" label={t('vault:current')} problem={at('current')} />
          ) : null}
        </DialogBody>
        <DialogButtons>
          <Button onPress={onClose}>{t('window:cancel')}</Button>
          <Button type="submit" variant="primary" isPending={busy} icon={busy ? <Spinner /> : null}>
            {busy ? t('vault:working') : doIt}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
