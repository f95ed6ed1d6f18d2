import { useEffect } from 'react';
import { fieldOf, type Problem } from '../../../contract/core/problem.ts';

/** Puts the focus into the field that a problem is about, or into the password, which was emptied. */
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

/** Puts the focus into the first field with a mistake, whenever something went wrong anew. */
export function useFocusOnInvalid(
  form: { readonly current: HTMLFormElement | null },
  mistake: object | null,
): void {
  useEffect(() => {
    if (mistake === null) return;
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus();
    // The sentence stands below the field, and may be out of sight where there is little room.
    field?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [form, mistake]);
}
