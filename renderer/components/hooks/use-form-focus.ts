import { useEffect } from 'react';
import { fieldOf, type Problem } from '../../../contract/core/problem.ts';

/**
 * Focuses the invalid field whenever a new problem occurs: the one of the problem, or the first.
 *
 * If none is invalid, this is the password field, which has been emptied.
 */
export function useFormFocus(
  form: { readonly current: HTMLFormElement | null },
  problem: Problem | object | null,
): void {
  useEffect(() => {
    if (problem === null || form.current === null) return;
    const name = ('code' in problem ? fieldOf(problem) : null) ?? 'password';
    const named = form.current.elements.namedItem(name);
    const invalid = [...form.current.querySelectorAll('[aria-invalid="true"]')];
    const field = invalid.find((one) => one === named) ?? invalid[0] ?? named;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    field.focus();
    // The message is beside the label and may be out of view in a low window.
    field.closest('[data-field]')?.scrollIntoView({ block: 'nearest' });
  }, [form, problem]);
}
