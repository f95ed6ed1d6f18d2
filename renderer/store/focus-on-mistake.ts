import { useEffect } from 'react';

/** Puts the focus into the first field with a mistake, whenever something went wrong anew. */
export function useFocusOnMistake(
  form: { readonly current: HTMLFormElement | null },
  mistake: object | null,
): void {
  useEffect(() => {
    if (mistake !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, mistake]);
}
