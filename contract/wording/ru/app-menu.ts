import type { AppMenuWords } from '../en/app-menu.ts';

/** The menu that a Mac shows at the top of the screen; loaded apart from the texts of the window. */
export const appMenu: AppMenuWords = {
  about: 'О программе FindFace Session Manager',
  hide: 'Скрыть FindFace Session Manager',
  hideOthers: 'Скрыть остальные',
  showAll: 'Показать все',
  quit: 'Завершить FindFace Session Manager',
  edit: 'Правка',
  undo: 'Отменить',
  redo: 'Повторить',
  cut: 'Вырезать',
  copy: 'Скопировать',
  paste: 'Вставить',
  selectAll: 'Выбрать все',
  window: 'Окно',
  minimize: 'Свернуть',
  zoom: 'Изменить масштаб',
  close: 'Закрыть окно',
};
