import type { TFunction } from 'i18next';
import type { Language } from '../../contract/settings.ts';
import type { Texts } from '../../contract/texts.ts';

type Namespace = Extract<
  keyof Texts,
  | 'cli'
  | 'connection'
  | 'copying'
  | 'journal'
  | 'native'
  | 'problems'
  | 'reminders'
  | 'rights'
  | 'servers'
  | 'time'
  | 'web'
  | 'window'
>;
type Load = () => Promise<{ readonly default: object }>;

/** Gives the texts of some namespaces in one language. */
export type Translate<Name extends Namespace = 'native'> = TFunction<readonly Name[]>;

const files: { readonly [Name in Language]: { readonly [File in Namespace]: Load } } = {
  en: {
    cli: () => import('../../contract/locales/en/cli.json', { with: { type: 'json' } }),
    connection: () => import('../../contract/locales/en/connection.json', { with: { type: 'json' } }),
    copying: () => import('../../contract/locales/en/copying.json', { with: { type: 'json' } }),
    journal: () => import('../../contract/locales/en/journal.json', { with: { type: 'json' } }),
    native: () => import('../../contract/locales/en/native.json', { with: { type: 'json' } }),
    problems: () => import('../../contract/locales/en/problems.json', { with: { type: 'json' } }),
    reminders: () => import('../../contract/locales/en/reminders.json', { with: { type: 'json' } }),
    rights: () => import('../../contract/locales/en/rights.json', { with: { type: 'json' } }),
    servers: () => import('../../contract/locales/en/servers.json', { with: { type: 'json' } }),
    time: () => import('../../contract/locales/en/time.json', { with: { type: 'json' } }),
    web: () => import('../../contract/locales/en/web.json', { with: { type: 'json' } }),
    window: () => import('../../contract/locales/en/window.json', { with: { type: 'json' } }),
  },
  ru: {
    cli: () => import('../../contract/locales/ru/cli.json', { with: { type: 'json' } }),
    connection: () => import('../../contract/locales/ru/connection.json', { with: { type: 'json' } }),
    copying: () => import('../../contract/locales/ru/copying.json', { with: { type: 'json' } }),
    journal: () => import('../../contract/locales/ru/journal.json', { with: { type: 'json' } }),
    native: () => import('../../contract/locales/ru/native.json', { with: { type: 'json' } }),
    problems: () => import('../../contract/locales/ru/problems.json', { with: { type: 'json' } }),
    reminders: () => import('../../contract/locales/ru/reminders.json', { with: { type: 'json' } }),
    rights: () => import('../../contract/locales/ru/rights.json', { with: { type: 'json' } }),
    servers: () => import('../../contract/locales/ru/servers.json', { with: { type: 'json' } }),
    time: () => import('../../contract/locales/ru/time.json', { with: { type: 'json' } }),
    web: () => import('../../contract/locales/ru/web.json', { with: { type: 'json' } }),
    window: () => import('../../contract/locales/ru/window.json', { with: { type: 'json' } }),
  },
  es: {
    cli: () => import('../../contract/locales/es/cli.json', { with: { type: 'json' } }),
    connection: () => import('../../contract/locales/es/connection.json', { with: { type: 'json' } }),
    copying: () => import('../../contract/locales/es/copying.json', { with: { type: 'json' } }),
    journal: () => import('../../contract/locales/es/journal.json', { with: { type: 'json' } }),
    native: () => import('../../contract/locales/es/native.json', { with: { type: 'json' } }),
    problems: () => import('../../contract/locales/es/problems.json', { with: { type: 'json' } }),
    reminders: () => import('../../contract/locales/es/reminders.json', { with: { type: 'json' } }),
    rights: () => import('../../contract/locales/es/rights.json', { with: { type: 'json' } }),
    servers: () => import('../../contract/locales/es/servers.json', { with: { type: 'json' } }),
    time: () => import('../../contract/locales/es/time.json', { with: { type: 'json' } }),
    web: () => import('../../contract/locales/es/web.json', { with: { type: 'json' } }),
    window: () => import('../../contract/locales/es/window.json', { with: { type: 'json' } }),
  },
};

/** Loads texts when main has something to say: most starts of the app need none. */
export async function loadTexts<Name extends Namespace>(
  language: Language,
  ...namespaces: readonly Name[]
): Promise<Translate<Name>> {
  const [{ createInstance }, ...texts] = await Promise.all([
    import('i18next'),
    ...namespaces.map(async (name) => [name, (await files[language][name]()).default] as const),
  ]);
  const instance = createInstance();
  await instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: Object.fromEntries(texts) },
    // Neither the system's dialogs nor files are HTML.
    interpolation: { escapeValue: false },
  });
  return instance.getFixedT(language, namespaces) as unknown as Translate<Name>;
}
