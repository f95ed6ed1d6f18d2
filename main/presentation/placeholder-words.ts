import type { Language } from '../../contract/settings.ts';

/** The words of placeholders in one language; a number follows. */
export interface PlaceholderWords {
  readonly server: string;
  readonly user: string;
  readonly tag: string;
  readonly device: string;
  readonly format: string;
}

/** The words in all languages. Not among the texts, which are loaded later than the moment in which the mode begins. */
export const placeholderWords: { readonly [Name in Language]: PlaceholderWords } = {
  en: { server: 'Server', user: 'User', tag: 'Tag', device: 'Device', format: 'Format' },
  ru: { server: 'Сервер', user: 'Пользователь', tag: 'Метка', device: 'Устройство', format: 'Формат' },
  es: { server: 'Servidor', user: 'Usuario', tag: 'Etiqueta', device: 'Dispositivo', format: 'Formato' },
};
