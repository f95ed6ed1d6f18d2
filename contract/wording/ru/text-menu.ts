import type { textMenu as english } from '../en/text-menu.ts';
import type { Russian } from '../wording.ts';

/** The menu of a text field. */
export const textMenu: Russian<typeof english> = {
  cut: 'Вырезать',
  copy: 'Копировать',
  paste: 'Вставить',
  selectAll: 'Выделить все',
};
