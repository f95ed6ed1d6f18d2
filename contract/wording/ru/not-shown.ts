import type { notShown as english } from '../en/not-shown.ts';
import type { Russian } from '../wording.ts';

/** What stands in the place of a part of the window that can't be drawn. */
export const notShown: Russian<typeof english> = {
  server: 'Не удаётся показать «{{name}}»',
  serverWhy: 'Часть сохранённых данных не читается. Остальные серверы это не затрагивает.',
  part: 'Не удаётся показать это окно',
  partWhy: 'На серверах ничего не изменилось.',
  window: 'Не удаётся показать содержимое окна',
  windowWhy: 'Серверы и сессии на месте.',
  reload: 'Перезагрузить',
};
