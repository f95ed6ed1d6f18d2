import { useTranslation } from 'react-i18next';
import { fieldOf, type Problem } from '../../contract/problem.ts';
import { TextField } from '../parts/field.tsx';
import { useProblemText } from '../problems/use-problem-text.ts';

interface Props {
  readonly problem: Problem | null;
  readonly hint?: string;
  readonly autoFocus?: boolean;
}

/** The password; the field alone holds it, and only until the form is sent. */
export function PasswordField({ problem, hint, autoFocus = false }: Props) {
  const { t } = useTranslation();
  const text = useProblemText(problem);
  return (
    <TextField
      name="password"
      type="password"
      label={t('forms.add.password')}
      hint={hint}
      problem={problem !== null && fieldOf(problem) === 'password' ? text : undefined}
      autoComplete="current-password"
      autoFocus={autoFocus}
    />
  );
}

/** The token of a face check, for servers that ask for face and password. */
export function FaceTokenField({ problem }: Props) {
  const { t } = useTranslation();
  const text = useProblemText(problem);
  return (
    <TextField
      name="faceToken"
      type="password"
      label={t('forms.login.faceToken')}
      hint={t('forms.login.faceTokenHint')}
      problem={problem !== null && fieldOf(problem) === 'faceToken' ? text : undefined}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
