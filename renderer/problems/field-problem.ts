import { type FormField, fieldOf, type Problem } from '../../contract/core/problem.ts';
import { describeProblem } from '../../contract/i18n/problem-text.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';

/** Whether a problem is shown at a field. */
export function isFieldProblem(problem: Problem): boolean {
  return fieldOf(problem) !== null;
}

/** The problems of a form: one, or one per field. */
export type FormProblems = Problem | readonly Problem[] | null;

/** Whether the form shows this problem already, at a field or above them. */
export function isProblemShown(problems: FormProblems, problem: Problem): boolean {
  return toProblemList(problems).some(({ code }) => code === problem.code);
}

/** Returns the message for a field; undefined if it is valid. */
export function useFieldProblem(problems: FormProblems): (field: FormField) => string | undefined {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  return (field) => {
    const problem = toProblemList(problems).find((one) => isFieldProblem(one) && fieldOf(one) === field);
    if (problem === undefined) return undefined;
    // Server and user are named above the field.
    if (problem.code === 'wrong-password') return t('problems:wrong-password.field');
    return describeProblem(t, problem, { name: '', userName: '', language, now: Date.now() }).text;
  };
}

/** The problems of a form as a list, in its order. */
export function toProblemList(problems: FormProblems): readonly Problem[] {
  if (problems === null) return [];
  return 'code' in problems ? [problems] : problems;
}
