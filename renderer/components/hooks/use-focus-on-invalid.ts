import { useEffect } from 'react';

/** Puts the focus into the first field with a mistake, whenever something went wrong anew. */
export function useFocusOnMistake(
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
