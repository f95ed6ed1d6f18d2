import { fieldOf, type Problem } from '../../contract/core/problem.ts';
import { TextField } from '../components/forms/text-field.tsx';
import { useFieldProblem } from '../problems/field-problem.ts';

interface Props {
  readonly name: 'passphrase' | 'currentPassphrase' | 'again';
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
}

/** A field for a passphrase; it alone holds it, and only until the form is sent. */
export function PassphraseField(props: Props) {
  return (
    <TextField
      {...props}
      type="password"
      autoComplete={props.name === 'currentPassphrase' ? 'current-password' : 'new-password'}
      spellCheck={false}
    />
  );
}

/** Is the problem about the passphrase in use, or about a new one? Gives the sentence to show at that field. */
export function usePassphraseProblem(
  problem: Problem | null,
): (which: 'current' | 'new') => string | undefined {
  const at = useFieldProblem(problem);
  if (problem === null) return () => undefined;
  const field = fieldOf(problem);
  const isNew = problem.code === 'passphrase-too-short' || problem.code === 'passphrase-too-long';
  return (which) => (field === null || isNew !== (which === 'new') ? undefined : at(field));
}

/** Takes a passphrase out of a form; its field is empty afterwards. */
export function takePassphrase(form: HTMLFormElement, name: Props['name']): string {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) return '';
  const { value } = field;
  field.value = '';
  return value;
}
