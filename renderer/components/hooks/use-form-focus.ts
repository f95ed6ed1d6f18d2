import { useEffect } from 'react';
import { fieldOf, type Problem } from '../../../contract/core/problem.ts';

/** Focuses the field of a problem, or the password field, which has been emptied. */
export function useFormFocus(
  form: { readonly current: HTMLFormElement | null },
  problem: Problem | null,
): void {
  useEffect(() => {
    if (problem === null) return;
    const field = form.current?.elements.namedItem(fieldOf(problem) ?? 'password');
    if (field instanceof HTMLInputElement) field.focus();
  }, [form, problem]);
}

/** Focuses the first invalid field whenever a new problem occurs. */
export function useFocusOnInvalid(
  form: { readonly current: HTMLFormElement | null },
  mistake: object | null,
): void {
  useEffect(() => {
    if (mistake === null) return;
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus();
    // The message is below the field and may be out of view in a low window.
    field?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [form, mistake]);
}
