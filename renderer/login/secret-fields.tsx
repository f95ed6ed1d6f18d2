import { PasswordInput } from '../components/passwords/password-input.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { type FormProblems, useFieldProblem } from '../problems/field-problem.ts';

interface Props {
  readonly problem: FormProblems;
  readonly autoFocus?: boolean;
}

/** The password field; uncontrolled, and emptied on submit. */
export function PasswordField({ problem, autoFocus = false }: Props) {
  const t = useTranslate();
  const at = useFieldProblem(problem);
  return (
    <PasswordInput
      name="password"
      label={t('forms:add.password')}
      problem={at('password')}
      autoComplete="current-password"
      autoFocus={autoFocus}
      showLabel={t('forms:show.password')}
      capsLockLabel={t('forms:show.capsLock')}
    />
  );
}

/** The field for a pasted face token, for servers that require face and password. */
export function FaceTokenField({ problem }: Props) {
  const t = useTranslate();
  const at = useFieldProblem(problem);
  return (
    <PasswordInput
      name="faceToken"
      label={t('forms:login.faceToken')}
      hint={t('forms:login.faceTokenHint')}
      problem={at('faceToken')}
      autoComplete="off"
      showLabel={t('forms:show.token')}
      capsLockLabel={t('forms:show.capsLock')}
    />
  );
}
