import { useEffect } from 'react';
import { fieldOf, type Problem } from '../../../contract/core/problem.ts';

/** Puts the focus into the field that a problem is about, or into the password, which was emptied. */
export function useFocusOnProblem(
  form: { readonly current: HTMLFormElement | null },
  problem: Problem | null,
): void {
  useEffect(() => {
    if (problem === null) return;
    const field = form.current?.elements.namedItem(fieldOf(problem) ?? 'password');
    if (field instanceof HTMLInputElement) field.focus();
  }, [form, problem]);
}
