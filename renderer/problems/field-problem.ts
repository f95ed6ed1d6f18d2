import { type FormField, fieldOf, type Problem } from '../../contract/core/problem.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { describeProblem } from './problem-text.ts';

/**
 * Is a problem about what was typed in one field, so that it is told there?
 *
 * A refused password is not: its sentence names server and user, so it is told above the fields.
 */
export function isFieldProblem(problem: Problem): boolean {
  return fieldOf(problem) !== null && problem.code !== 'wrong-password';
}

/** What is wrong with a form: one problem, or one for each field. */
export type FormProblems = Problem | readonly Problem[] | null;

/** Gives the sentence to show at a field; undefined where nothing is wrong. */
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
