import { type FormField, fieldOf, type Problem } from '../../contract/core/problem.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { describeProblem } from './problem-text.ts';

/**
 * Whether a problem is shown at a field.
 *
 * A rejected password is not: its text names server and user, so it is above the fields.
 */
export function isFieldProblem(problem: Problem): boolean {
  return fieldOf(problem) !== null && problem.code !== 'wrong-password';
}

/** The problems of a form: one, or one per field. */
export type FormProblems = Problem | readonly Problem[] | null;

/** Whether a field shows this problem already. */
export function isProblemShown(problems: FormProblems, problem: Problem): boolean {
  return isFieldProblem(problem) && toList(problems).some(({ code }) => code === problem.code);
}

/** Returns the message for a field; undefined if it is valid. */
export function useFieldProblem(problems: FormProblems): (field: FormField) => string | undefined {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  return (field) => {
    const problem = toList(problems).find((one) => isFieldProblem(one) && fieldOf(one) === field);
    if (problem === undefined) return undefined;
    return describeProblem(t, problem, { name: '', userName: '', language, now: Date.now() }).text;
  };
}

function toList(problems: FormProblems): readonly Problem[] {
  if (problems === null) return [];
  return 'code' in problems ? [problems] : problems;
}
