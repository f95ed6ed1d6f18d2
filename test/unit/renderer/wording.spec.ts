import { describe, expect, test } from 'vitest';
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
  describe(`the wording in ${language}`, () => {
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
        // "No accepted session expires in the next day" needs no number; the other forms do.
        const isNeeded = (name: string): boolean => !(key.endsWith('_one') && name === '{{count}}');
        expect(placeholders(text).filter(isNeeded), key).toEqual(placeholders(same ?? '').filter(isNeeded));
      }
    });

    test('puts no number before a word that would have to follow it', () => {
      for (const key of ['problems.records-unreadable.text', 'notices.vault-older.text'])
        expect(own.get(key), key).toMatch(/: \{\{(count|behind)\}\}[,)]/);
    });

    test('has one word for a session that is accepted, refused or about to end', () => {
      const refused = own.get('fleetTable.verdicts.refused');
      expect(own.get('standings.accepted.word')).toBe(own.get('fleetTable.verdicts.accepted'));
      expect(own.get('standings.refused.word')).toMatch(new RegExp(`^${refused}( |$)`));
    });
  });
}

test('Spanish has one word for a header and one for a face, and is polite', () => {
  for (const [key, text] of texts(wordings.es))
    expect(text, key).not.toMatch(/cabecera|rostro|comprobación facial|(^|\. )Vuelve a/i);
});

test('Russian ends no sentence with a day, which has a full stop of its own', () => {
  for (const [key, text] of texts(wordings.ru)) expect(text, key).not.toContain('{{day}}.');
});

test('Russian has one word for a log-out that waits', () => {
  const own = texts(wordings.ru);
  expect(own.get('standings.log-out-pending.word')).toBe(own.get('ending.pending')?.toLocaleLowerCase());
});

test('Russian says of a session what is said of a feminine word', () => {
  const own = texts(wordings.ru);
  expect(own.get('remote.states.blocked')).toBe('заблокирована');
  expect(own.get('remote.why.noDevice')).toMatch(/^У этой сессии /);
});

describe('the verbs', () => {
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
