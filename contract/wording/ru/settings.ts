import type { settings as english } from '../en/settings.ts';
import type { Russian } from '../wording.ts';

/** The settings dialog. */
export const settings: Russian<typeof english> = {
  title: 'Настройки',
  tabs: {
    general: 'Общие',
    copying: 'Буфер обмена',
    store: 'Хранилище',
    lock: 'Блокировка',
    data: 'Данные',
  },
  language: 'Язык',
  languages: {
    system: 'Как в системе',
    en: 'English',
    ru: 'Русский',
    es: 'Español',
  },
  theme: 'Тема',
  themes: {
    system: 'Как в системе',
    light: 'Светлая',
    dark: 'Тёмная',
  },
  density: 'Строки',
  densities: {
    comfortable: 'Просторные',
    compact: 'Компактные',
  },
  clipboard: 'Буфер обмена',
  clearAfter: 'Очищать после копирования',
  clearAfterHint: 'Только если заголовок всё ещё в буфере обмена.',
  seconds: 'Через {{seconds}}\u00a0с',
  never: 'Никогда',
  confirmProduction: 'Спрашивать перед копированием заголовка боевого сервера',
  expiringDays: 'Считать сессию истекающей',
  daysBefore_one: 'За {{count}} день до конца',
  daysBefore_few: 'За {{count}} дня до конца',
  daysBefore_many: 'За {{count}} дней до конца',
  daysBefore_other: 'За {{count}} дня до конца',
  appearance: 'Внешний вид',
  list: 'Список',
  sortOrder: 'Порядок серверов',
  showDetails: 'Показывать сессию рядом со списком',
  version: 'Версия {{version}}',
  keyboard: 'Клавиши…',
};
