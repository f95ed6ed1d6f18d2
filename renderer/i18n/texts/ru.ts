/** All texts of the window in one language: one chunk of the built page. */
export const texts = import.meta.glob<object>(
  ['../../../contract/locales/ru/*.json', '!../../../contract/locales/ru/native.json'],
  { eager: true, import: 'default' },
);
