import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from '../../contract/settings.ts';
import type { Texts } from '../../contract/texts.ts';

type Namespace = Exclude<keyof Texts, 'native'>;

/** The files of one language by their paths. */
type Files = Readonly<Record<string, object>>;

const loaders: { readonly [Name in Language]: () => Promise<{ readonly texts: Files }> } = {
  en: () => import('./texts/en.ts'),
  ru: () => import('./texts/ru.ts'),
  es: () => import('./texts/es.ts'),
};

/** The language that main put into the page; the state may have a newer one. */
export function pageLanguage(): Language {
  const { lang } = document.documentElement;
  return languages.find((language) => language === lang) ?? 'en';
}

/** Loads the texts of a language and applies it to the window. */
export async function changeLanguage(language: Language): Promise<void> {
  if (i18next.isInitialized && i18next.language === language) return;
  const { texts } = await loaders[language]();
  if (!i18next.isInitialized) await initialize(i18next.use(initReactI18next), language);
  addTexts(language, texts);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** One namespace of a language, if loaded. */
export function loadedTexts<Name extends Namespace>(
  language: Language,
  namespace: Name,
): Texts[Name] | undefined {
  return i18next.getResourceBundle(language, namespace) as Texts[Name] | undefined;
}

/** Loads the English texts too, since the search also finds English status names. */
export async function loadEnglish(): Promise<void> {
  if (loadedTexts('en', 'window') === undefined) addTexts('en', (await loaders.en()).texts);
}

function addTexts(language: Language, files: Files): void {
  for (const [path, texts] of Object.entries(files)) {
    const namespace = path.replace(/^.*\/(.*)\.json$/, '$1');
    i18next.addResourceBundle(language, namespace, texts);
  }
}

async function initialize(instance: i18n, language: Language): Promise<void> {
  await instance.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'window',
    ns: ['window'],
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
