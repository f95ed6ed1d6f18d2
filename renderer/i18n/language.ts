import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from '../../contract/settings.ts';

const loaders: { readonly [Name in Language]: () => Promise<object> } = {
  en: async () => (await import('../../contract/wording/en.ts')).en,
  ru: async () => (await import('../../contract/wording/ru.ts')).ru,
  es: async () => (await import('../../contract/wording/es.ts')).es,
};

/** The language that main put into the page; main may know better by the time it is asked for the state. */
export function pageLanguage(): Language {
  const { lang } = document.documentElement;
  return languages.find((language) => language === lang) ?? 'en';
}

/** Loads the texts of one language and makes it the language of the window. */
export async function changeLanguage(language: Language): Promise<void> {
  if (i18next.isInitialized && i18next.language === language) return;
  const words = await loaders[language]();
  if (!i18next.isInitialized) await initialize(i18next.use(initReactI18next), language);
  i18next.addResourceBundle(language, 'wording', words);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The texts of one language as far as they are loaded. */
export function loadedTexts(language: Language): object | undefined {
  return i18next.getResourceBundle(language, 'wording') as object | undefined;
}

/** Loads the English texts too: whatever the language of the window, its words can be searched for. */
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
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

/** What a language is called in the language of the window: "Russian" for `ru`. */
export function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    // The server may send any text here; what is not a language tag is shown as it came.
    return tag;
  }
}
