import { useTranslate } from '../i18n/translate.ts';
import { FormProblem } from '../problems/form-problem.tsx';
import { PassphraseField, usePassphraseProblem } from '../vault/passphrase-field.tsx';
import type { UnlockState } from './use-unlock.ts';

interface Props {
  readonly unlocking: UnlockState;
  /** Whether a passphrase is needed. */
  readonly passphrase: boolean;
}

/** The passphrase field and the problem of the last attempt. */
export function UnlockFields({ unlocking: { problem }, passphrase }: Props) {
  const t = useTranslate();
  const at = usePassphraseProblem(problem);
  return (
    <>
      <FormProblem problem={problem} />
      {passphrase ? (
        <PassphraseField
          name="currentPassphrase"
          label={t('vault:lock.passphrase')}
          problem={at('current')}
          autoFocus
        />
      ) : null}
    </>
  );
}
