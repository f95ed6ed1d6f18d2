import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from '../../contract/settings.ts';

const loaders: { readonly [Name in Language]: () => Promise<object> } = {
  en: async () => (await import('../../contract/wording/en.ts')).en,
  ru: async () => (await import('../../contract/wording/ru.ts')).ru,
  es: async () => (await import('../../contract/wording/es.ts')).es,
};

/** The language that main put into the page; the state may have a newer one. */
export function pageLanguage(): Language {
  const { lang } = document.documentElement;
  return languages.find((language) => language === lang) ?? 'en';
}

/** Loads the texts of a language and applies it to the window. */
export async function changeLanguage(language: Language): Promise<void> {
  if (i18next.isInitialized && i18next.language === language) return;
  const words = await loaders[language]();
  if (!i18next.isInitialized) await initialize(i18next.use(initReactI18next), language);
  i18next.addResourceBundle(language, 'wording', words);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The texts of a language, if loaded. */
export function loadedTexts(language: Language): object | undefined {
  return i18next.getResourceBundle(language, 'wording') as object | undefined;
}

/** Loads the English texts too, since the search also finds English status names. */
export async function loadEnglish(): Promise<void> {
  if (loadedTexts('en') === undefined) i18next.addResourceBundle('en', 'wording', await loaders.en());
}

async function initialize(instance: i18n, language: Language): Promise<void> {
  await instance.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'wording',
    ns: ['wording'],
    resources: {},
    // React escapes texts itself.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

/** The name of a language in the language of the window: "Russian" for `ru`. */
export function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    // Servers may send any text here; if it is not a language tag, it is shown as it is.
    return tag;
  }
}
