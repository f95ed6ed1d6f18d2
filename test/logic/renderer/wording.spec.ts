import { expect, test } from '@playwright/test';
import { languages } from '../../../contract/settings.ts';
import { wordings } from '../../support/speech.ts';

/** Every text of a language by its key, such as `time.left.days_one`. */
function texts(words: object, path = ''): ReadonlyMap<string, string> {
  const entries = Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[path + key, value] as const]
      : [...texts(value as object, `${path + key}.`)],
  );
  return new Map(entries);
}

const pluralForm = /_(zero|one|two|few|many|other)$/;
const base = (key: string): string => key.replace(pluralForm, '');
const placeholders = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

for (const language of languages) {
  test.describe(`the wording in ${language}`, () => {
    const own = texts(wordings[language]);
    const english = texts(wordings.en);

    test('has the same texts as English', () => {
      const keys = (of: ReadonlyMap<string, string>): readonly string[] =>
        [...new Set([...of.keys()].map(base))].sort();
      expect(keys(own)).toEqual(keys(english));
    });

    test('has every plural form that the language knows', () => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
      const counted = [...own.keys()].filter((key) => pluralForm.test(key)).map(base);
      for (const key of new Set(counted)) {
        const found = forms.filter((form) => own.has(`${key}_${form}`));
        expect(found, key).toEqual(forms);
      }
    });

    test('leaves nothing empty and nothing out that English fills in', () => {
      for (const [key, text] of own) {
        expect(text.trim(), key).not.toBe('');
        const same = pluralForm.test(key) ? english.get(`${base(key)}_other`) : english.get(key);
        // "Nothing expires in the next day" needs no number; the other forms do.
        const isNeeded = (name: string): boolean => !(key.endsWith('_one') && name === '{{count}}');
        expect(placeholders(text).filter(isNeeded), key).toEqual(placeholders(same ?? '').filter(isNeeded));
      }
    });
  });
}

test.describe('the verbs', () => {
  test('for logging out, removing and closing are never mixed', () => {
    for (const language of languages) {
      const own = texts(wordings[language]);
      const verbs = ['list.logIn', 'list.logOut', 'list.remove', 'window.close', 'window.cancel'].map((key) =>
        own.get(key),
      );
      expect(new Set(verbs).size, language).toBe(verbs.length);
    }
  });
});
