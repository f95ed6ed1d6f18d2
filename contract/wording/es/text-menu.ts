import type { textMenu as english } from '../en/text-menu.ts';
import type { Spanish } from '../wording.ts';

/** The menu of a text field. */
export const textMenu: Spanish<typeof english> = {
  cut: 'Cortar',
  copy: 'Copiar',
  paste: 'Pegar',
  selectAll: 'Seleccionar todo',
};
