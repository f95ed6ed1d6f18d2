import { createInstance } from 'i18next';
import type { Language } from '../../../contract/settings.ts';
import type { Translate } from '../../../contract/texts.ts';
import { texts } from '../texts.ts';

/** The `t` function of a language, as in the window. */
export async function speech(language: Language): Promise<Translate> {
  const instance = createInstance();
  await instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { ...texts[language] } },
    interpolation: { escapeValue: false },
  });
  return instance.getFixedT(language) as unknown as Translate;
}
