import { type Language, languages } from '../../contract/settings.ts';

/** The texts of one language by the paths of their files. */
export type TextFiles = Readonly<Record<string, object>>;

const loaders: { readonly [Name in Language]: () => Promise<{ readonly texts: TextFiles }> } = {
  en: () => import('./texts/en.ts'),
  ru: () => import('./texts/ru.ts'),
  es: () => import('./texts/es.ts'),
};

/** The language that main put into the page; the state may have a newer one. */
export function pageLanguage(): Language {
  const { lang } = document.documentElement;
  return languages.find((language) => language === lang) ?? 'en';
}

/** Loads the texts of a language. */
export async function loadTexts(language: Language): Promise<TextFiles> {
  return (await loaders[language]()).texts;
}
