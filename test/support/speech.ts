import { createInstance } from 'i18next';
import type { Language } from '../../contract/settings.ts';
import { en } from '../../contract/wording/en.ts';
import { es } from '../../contract/wording/es.ts';
import { ru } from '../../contract/wording/ru.ts';
import type { Translate } from '../../renderer/i18n/translate.ts';

/** All texts by language. */
export const wordings: { readonly [Name in Language]: object } = { en, ru, es };

/** The `t` function of a language, as in the window. */
export async function speech(language: Language): Promise<Translate> {
  const instance = createInstance();
  await instance.init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'wording',
    resources: { [language]: { wording: wordings[language] } },
    interpolation: { escapeValue: false },
  });
  return instance.getFixedT(language, 'wording') as Translate;
}
