import { type ReactNode, useRef } from 'react';
import type { ImportPlan } from '../../contract/transfer.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { takeTyped } from '../components/passwords/password-input.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useFieldProblem } from '../problems/field-problem.ts';
import { FormProblem } from '../problems/form-problem.tsx';
import { closeDialog } from '../state/view-state.ts';
import { PassphraseField } from '../vault/passphrase-field.tsx';

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
    const passphrase = takeTyped(element, 'currentPassphrase');
    const plan = await run(bridge.openBackup({ planId, passphrase }));
    if (plan.ok) onOpen(plan.value);
  }

  return (
    <DialogForm
      form={form}
      busy={busy}
      onSubmit={(element) => void open(element)}
      submit={{ label: t('transfer:importing.open') }}
      buttons={<Button onPress={closeDialog}>{t('window:cancel')}</Button>}
      aside={another}
    >
      {trouble}
      <FormProblem problem={problem} />
      <p>{t('transfer:importing.backup', { file })}</p>
      <PassphraseField
        name="currentPassphrase"
        label={t('vault:lock.passphrase')}
        problem={at('passphrase')}
        autoFocus
      />
    </DialogForm>
  );
}
