import { type ReactNode, useRef } from 'react';
import type { ImportPlan } from '../../contract/transfer.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { Spinner } from '../components/display/spinner.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { DialogBody, DialogButtons } from '../components/overlays/dialog.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { isFieldProblem, useFieldProblem } from '../problems/field-problem.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { closeDialog } from '../state/view-state.ts';
import { PassphraseField, takePassphrase } from '../vault/passphrase-field.tsx';

interface Props {
  readonly planId: string;
  readonly file: string;
  readonly trouble: ReactNode;
  readonly another: ReactNode;
  readonly onOpen: (plan: ImportPlan) => void;
}

/** Asks for the passphrase of a backup. */
export function OpenBackupForm({ planId, file, trouble, another, onOpen }: Props) {
  const t = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, run } = useAsyncCall();
  const at = useFieldProblem(problem);
  useFormFocus(form, problem);

  async function open(element: HTMLFormElement): Promise<void> {
    if (busy) return;
    const passphrase = takePassphrase(element, 'currentPassphrase');
    const plan = await run(bridge.openBackup({ planId, passphrase }));
    if (plan.ok) onOpen(plan.value);
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void open(event.currentTarget);
      }}
    >
      <DialogBody>
        {trouble}
        {problem === null || isFieldProblem(problem) ? null : (
          <ProblemBox problem={problem} name="" userName="" />
        )}
        <p>{t('transfer:importing.backup', { file })}</p>
        <PassphraseField
          name="currentPassphrase"
          label={t('vault:lock.passphrase')}
          problem={at('passphrase')}
          autoFocus
        />
      </DialogBody>
      <DialogButtons aside={another}>
        <Button onPress={closeDialog}>{t('window:cancel')}</Button>
        <Button type="submit" variant="primary" isPending={busy} icon={busy ? <Spinner /> : null}>
          {t('transfer:importing.open')}
        </Button>
      </DialogButtons>
    </form>
  );
}
