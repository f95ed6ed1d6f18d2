import { useRef } from 'react';
import type { ClientCertificate } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../components/buttons/button.tsx';
import { useAsyncCall } from '../components/hooks/use-async-call.ts';
import { useFormFocus } from '../components/hooks/use-form-focus.ts';
import { Dialog } from '../components/overlays/dialog.tsx';
import { DialogForm } from '../components/overlays/dialog-form.tsx';
import { PasswordInput, takeTyped } from '../components/passwords/password-input.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useFieldProblem } from '../problems/field-problem.ts';
import { FormProblem } from '../problems/form-problem.tsx';

interface Props {
  readonly file: string;
  readonly onClose: () => void;
  readonly onOpened: (certificate: ClientCertificate) => void;
}

/** Asks for the password of a file with a client certificate. */
export function CertificatePasswordDialog({ file, onClose, onOpened }: Props) {
  const t = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, run } = useAsyncCall();
  const at = useFieldProblem(problem);
  useFormFocus(form, problem);

  async function open(element: HTMLFormElement): Promise<void> {
    const opened = await run(bridge.openClientCertificate({ password: takeTyped(element, 'password') }));
    if (opened.ok) onOpened(opened.value);
  }

  return (
    <Dialog title={t('connection:client.passwordTitle')} width="small" onClose={onClose}>
      <DialogForm
        form={form}
        busy={busy}
        onSubmit={(element) => void open(element)}
        submit={{ label: t('connection:client.open') }}
        buttons={<Button onPress={onClose}>{t('window:cancel')}</Button>}
      >
        <FormProblem problem={problem} />
        <p>{t('connection:client.passwordText', { file })}</p>
        <PasswordInput
          name="password"
          label={t('connection:client.password')}
          problem={at('password')}
          autoComplete="off"
          autoFocus
          showLabel={t('forms:show.password')}
          capsLockLabel={t('forms:show.capsLock')}
        />
      </DialogForm>
    </Dialog>
  );
}
