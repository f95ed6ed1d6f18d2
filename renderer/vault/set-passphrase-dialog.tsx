import { useRef } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog, DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { isFieldProblem } from '../problems/field-problem.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';
import { PassphraseField, takePassphrase, usePassphraseProblem } from './passphrase-field.tsx';

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
    if (busy) return;
    setProblem(null);
    const passphrase = take(element);
    if (passphrase === null) return;
    const current = replaces ? takePassphrase(element, 'currentPassphrase') : null;
    if ((await run(bridge.setPassphrase({ passphrase, current }))).ok) onDone();
  }

  return (
    <Dialog title={t(replaces ? 'vault:changeTitle' : 'vault:setTitle')} width="small" onClose={onClose}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void set(event.currentTarget);
        }}
      >
        <DialogBody>
          {problem === null || isFieldProblem(problem) ? null : (
            <ProblemBox problem={problem} name="" userName="" />
          )}
          <p>{t('vault:setText')}</p>
          {replaces ? (
            <PassphraseField name="currentPassphrase" label={t('vault:current')} problem={at('current')} />
          ) : null}
          <NewPassphraseFields mismatch={mismatch} problem={problem} first={!replaces} />
        </DialogBody>
        <DialogButtons>
          <Button onPress={onClose}>{t('window:cancel')}</Button>
          <Button type="submit" variant="primary" isPending={busy} icon={busy ? <Spinner /> : null}>
            {t(replaces ? 'vault:changeSubmit' : 'vault:setSubmit')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
