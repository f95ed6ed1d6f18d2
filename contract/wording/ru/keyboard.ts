import type { keyboard as english } from '../en/keyboard.ts';
import type { Russian } from '../wording.ts';

/** The list of keys. */
export const keyboard: Russian<typeof english> = {
  title: 'Клавиши',
  anywhere: 'Везде',
  onServer: 'На выбранном сервере',
  moving: 'Перемещение',
  search: 'Поиск',
  copyFavourite: 'Заголовок из избранного 1–9, по имени',
  addServer: 'Добавить сервер',
  checkAll: 'Проверить все',
  clearClipboard: 'Очистить буфер обмена',
  lock: 'Заблокировать',
  settings: 'Настройки',
  keyboard: 'Этот список',
  rowAction: 'Нажать кнопку сервера',
  copyHeader: 'Копировать заголовок',
  logInAgain: 'Войти снова',
  checkOne: 'Проверить сейчас',
  openInBrowser: 'Открыть в браузере',
  edit: 'Изменить',
  duplicate: 'Дублировать',
  remove: 'Удалить',
  menu: 'Меню сервера',
  details: 'Панель сессии',
  nextPane: 'Следующая панель',
  previousPane: 'Предыдущая панель',
  escape: 'Сбросить поиск, скрыть сообщение',
};
