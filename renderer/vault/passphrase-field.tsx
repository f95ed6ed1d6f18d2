import { fieldOf, type Problem } from '../../contract/core/problem.ts';
import { PasswordInput } from '../components/passwords/password-input.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useFieldProblem } from '../problems/field-problem.ts';

interface Props {
  readonly name: 'passphrase' | 'currentPassphrase' | 'again';
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
}

/** A passphrase field; uncontrolled, and emptied on submit. */
export function PassphraseField(props: Props) {
  const t = useTranslate();
  return (
    <PasswordInput
      {...props}
      autoComplete={props.name === 'currentPassphrase' ? 'current-password' : 'new-password'}
      showLabel={t('forms:show.passphrase')}
      capsLockLabel={t('forms:show.capsLock')}
    />
  );
}

/** Returns the message of a problem for the field it belongs to: current or new passphrase. */
export function usePassphraseProblem(
  problem: Problem | null,
): (which: 'current' | 'new') => string | undefined {
  const at = useFieldProblem(problem);
  if (problem === null) return () => undefined;
  const field = fieldOf(problem);
  const isNew = problem.code === 'passphrase-too-short' || problem.code === 'passphrase-too-long';
  return (which) => (field === null || isNew !== (which === 'new') ? undefined : at(field));
}
