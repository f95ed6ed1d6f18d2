import { useEffect } from 'react';

/**
 * Puts the focus where a form begins: into its first field, or on its button if it has none.
 *
 * A dialog over another one needs this: the one below takes the focus back from a field that asks for it by itself.
 */
export function useFocusAtStart(form: { readonly current: HTMLFormElement | null }): void {
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, [type="submit"]')?.focus();
  }, [form]);
}
