import { useEffect } from 'react';
import { fieldOf, type Problem } from '../../contract/problem.ts';

/** Puts the focus into the field that a problem is about, or into the password, which was emptied, and shows the sentence below it. */
export function useFocusOnProblem(
  form: { readonly current: HTMLFormElement | null },
  problem: Problem | null,
): void {
  useEffect(() => {
    if (problem === null) return;
    const field = form.current?.elements.namedItem(fieldOf(problem) ?? 'password');
    if (!(field instanceof HTMLInputElement)) return;
    field.focus();
    // The sentence below the lowest field would stay behind the edge of the dialog.
    const note = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    note?.scrollIntoView({ block: 'nearest' });
  }, [form, problem]);
}
