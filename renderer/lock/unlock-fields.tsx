import { useTranslate } from '../i18n/translate.ts';
import { isFieldProblem } from '../problems/field-problem.ts';
import { ProblemBox } from '../problems/problem-box.tsx';
import { PassphraseField, usePassphraseProblem } from '../vault/passphrase-field.tsx';
import type { UnlockState } from './use-unlock.ts';

interface Props {
  readonly unlocking: UnlockState;
  /** Is there a passphrase to ask for? */
  readonly passphrase: boolean;
}

/** What is typed to open something, and what went wrong with it. */
export function UnlockFields({ unlocking: { problem }, passphrase }: Props) {
  const t = useTranslate();
  const at = usePassphraseProblem(problem);
  return (
    <>
      {problem === null || isFieldProblem(problem) ? null : (
        <ProblemBox problem={problem} name="" userName="" />
      )}
      {passphrase ? (
        <PassphraseField
          name="currentPassphrase"
          label={t('lock.passphrase')}
          problem={at('current')}
          autoFocus
        />
      ) : null}
    </>
  );
}
