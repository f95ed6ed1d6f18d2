import { type FormField, fieldOf, type Problem } from '../../contract/problem.ts';
import { useAppState } from '../state/app-state.ts';
import { useWords } from '../words.ts';
import { problemWords } from './problem-words.ts';

/**
 * Is a problem about what was typed in one field, so that it is told there?
 *
 * A refused password is not: its sentence names server and user, so it is told above the fields.
 */
export function isFieldProblem(problem: Problem): boolean {
  return fieldOf(problem) !== null && problem.code !== 'wrong-password';
}

/** Gives the sentence to show at a field; undefined where nothing is wrong. */
export function useFieldProblem(problem: Problem | null): (field: FormField) => string | undefined {
  const t = useWords();
  const language = useAppState((state) => state.language);
  if (problem === null || !isFieldProblem(problem)) return () => undefined;
  const { text } = problemWords(t, problem, { name: '', userName: '', language, now: Date.now() });
  return (field) => (fieldOf(problem) === field ? text : undefined);
}
