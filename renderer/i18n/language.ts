import i18next, { type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../contract/settings.ts';
import type { Texts } from '../../contract/texts.ts';
import { loadTexts, type TextFiles } from './load-texts.ts';

type Namespace = Exclude<keyof Texts, 'native'>;

/** Loads the texts of a language and applies it to the window. */
export async function changeLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  addTexts(language, await loadTexts(language));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  tellWidgets(language);
}

// Where react-aria looks for a language before it takes that of the system. Its provider would load the data of all
// locales, 10 ms, before the first picture.
function tellWidgets(language: Language): void {
  Object.assign(window, { [Symbol.for('react-aria.i18n.locale')]: language });
  window.dispatchEvent(new Event('languagechange'));
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
  if (loadedTexts('en', 'window') === undefined) addTexts('en', await loadTexts('en'));
}

function addTexts(language: Language, files: TextFiles): void {
  for (const [namespace, texts] of Object.entries(byNamespace(files)))
    i18next.addResourceBundle(language, namespace, texts);
}

function byNamespace(files: TextFiles): Record<string, ResourceKey> {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [path.replace(/^.*\/(.*)\.json$/, '$1'), texts]),
  );
}

/** Starts with the texts of one language, before anything is rendered. */
export function startTexts(language: Language, texts: TextFiles): void {
  void i18next.use(initReactI18next).init({
    initAsync: false,
    lng: language,
    fallbackLng: false,
    defaultNS: 'window',
    ns: ['window'],
    resources: { [language]: byNamespace(texts) },
    // React escapes texts itself.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  tellWidgets(language);
}

/** The names of languages, by the language that they are in; each takes long to make. */
const displayNames = new Map<string, Intl.DisplayNames>();

/** The name of a language in the language of the window: "Russian" for `ru`. */
export function languageName(tag: string, language: string): string {
  const names = displayNames.get(language) ?? new Intl.DisplayNames(language, { type: 'language' });
  displayNames.set(language, names);
  try {
    return names.of(tag) ?? tag;
  } catch {
    // Servers may send any text here; if it is not a language tag, it is shown as it is.
    return tag;
  }
}
