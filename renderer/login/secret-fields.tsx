import { TextField } from '../components/forms/text-field.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { type FormProblems, useFieldProblem } from '../problems/field-problem.ts';

interface Props {
  readonly problem: FormProblems;
  readonly hint?: string;
  readonly autoFocus?: boolean;
}

/** The password field; uncontrolled, and emptied on submit. */
export function PasswordField({ problem, hint, autoFocus = false }: Props) {
  const t = useTranslate();
  const at = useFieldProblem(problem);
  return (
    <TextField
      name="password"
      type="password"
      label={t('forms:add.password')}
      hint={hint}
      problem={at('password')}
      autoComplete="current-password"
      spellCheck={false}
      autoFocus={autoFocus}
    />
  );
}

/** The field for a pasted face token, for servers that require face and password. */
export function FaceTokenField({ problem }: Props) {
  const t = useTranslate();
  const at = useFieldProblem(problem);
  return (
    <TextField
      name="faceToken"
      type="password"
      label={t('forms:login.faceToken')}
      hint={t('forms:login.faceTokenHint')}
      problem={at('faceToken')}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
