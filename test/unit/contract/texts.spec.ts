import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../contract/settings.ts';
import { texts as locales } from '../../support/texts.ts';

/** Every text of a language by its key, such as `time:left.days_one`. */
function texts(words: object): ReadonlyMap<string, string> {
  const names = Object.keys(words);
  return new Map(
    names.flatMap((name) => [...textsIn((words as Record<string, object>)[name] ?? {}, `${name}:`)]),
  );
}

function textsIn(words: object, path: string): ReadonlyMap<string, string> {
  const entries = Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[path + key, value] as const]
      : [...textsIn(value as object, `${path + key}.`)],
  );
  return new Map(entries);
}

const pluralForm = /_(zero|one|two|few|many|other)$/;
const base = (key: string): string => key.replace(pluralForm, '');
const placeholders = (text: string): readonly string[] =>
  [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

for (const language of languages) {
  describe(`the texts in ${language}`, () => {
    const own = texts(locales[language]);
    const english = texts(locales.en);

    test('has the same keys as English', () => {
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
      for (const key of ['problems:records-unreadable.text', 'window:notices.vault-older.text'])
        expect(own.get(key), key).toMatch(/: \{\{(count|behind)\}\}[.,)]/);
    });

    test('has one word for a session that is accepted, refused or about to end', () => {
      const refused = own.get('servers:table.verdicts.refused');
      expect(own.get('servers:status.accepted.word')).toBe(own.get('servers:table.verdicts.accepted'));
      expect(own.get('servers:status.refused.word')).toMatch(new RegExp(`^${refused}( |$)`));
    });
  });
}

/** What no sentence may say: translated idioms, British spellings, and second words for one thing. */
const retired: { readonly [Name in Language]: readonly RegExp[] } = {
  en: [
    /\bby itself\b/i,
    /\bby themselves\b/i,
    /\bin vain\b/i,
    /token store/i,
    /\bwhoever\b/i,
    /what (came|became) of/i,
    /\bsealed?\b/i,
    /\bsealing\b/i,
    /laid aside/i,
    /all the same/i,
    /\banew\b/i,
    /fleet/i,
    /hand over/i,
    /\blog-?ins? by\b/i,
    /\blogins?\b/i,
    /\blogouts?\b/i,
    /sign[- ]in/i,
    /refused the (token|session|login)/i,
    /strange/i,
    /\bkept password/i,
    /\bown authorit/i,
    /\bauthorit(y|ies)\b/i,
    /nothing was sent/i,
    /by the clock/i,
    /not told/i,
    /favourite/i,
    /licence/i,
    /recogni[sz]?sed?\b(?<!recognized)(?<!recognize)/i,
    /anonymised/i,
    /speaks? (only )?(https|plain|old|to)/i,
    /lets? (people|anybody) in/i,
    /how people/i,
    /does (for|so) (every|by)/i,
    /one moment after/i,
  ],
  ru: [
    /боев(ой|ого|ых|ые)/i,
    /контур/i,
    /по часам(?! этого)/i,
    /кто вы/i,
    /сама не провер/i,
    /вот-вот/i,
    /слова сервера/i,
    /спрашиваем/i,
    /не спрашив/i,
    /спрос(им|ить снова)/i,
    /под замком/i,
    /передача/i,
    /странн/i,
    /напрасн/i,
    /сам собой/i,
    /сам(о|а|и)? по себе/i,
    /не отдал/i,
    /просторные/i,
    /без вопросов/i,
    /взять /i,
    /ждут парольную/i,
    /начать новое хранилище/i,
    /сеанс/i,
    /(?<!\d)–(?!\d)/i,
    /удостоверяющ/i,
    /рукопожати/i,
  ],
  es: [
    /reiniciar sesi/i,
    /palabras del servidor/i,
    /por reloj/i,
    /\bcaras?\b/i,
    /cabecera/i,
    /traspaso/i,
    /hay que (?!leer|comprobar)/i,
    /conviene/i,
    /se puede (volver|elegir)/i,
    /autoridad/i,
    /en vano/i,
    /saludo tls/i,
    /como diga/i,
    /(^|\. )vuelve a (iniciar|intentar)/i,
    /pregunt(e|ar) de nuevo/i,
    /\bsell(ó|ar|ados?)\b/i,
    /extrañ/i,
    /no entregó/i,
    /ajustes del sistema/i,
    /comprobación facial/i,
    /llegue? a él/i,
  ],
};

for (const language of languages)
  test(`no retired word is in a sentence (${language})`, () => {
    for (const [key, text] of texts(locales[language]))
      for (const word of retired[language]) expect(text, key).not.toMatch(word);
  });

test('Russian ends no sentence with a day, which has a full stop of its own', () => {
  for (const [key, text] of texts(locales.ru)) expect(text, key).not.toContain('{{day}}.');
});

test('Russian has one word for a log-out that waits', () => {
  const own = texts(locales.ru);
  expect(own.get('servers:status.log-out-pending.word')).toBe(
    own.get('auto-logout:pending.pending')?.toLocaleLowerCase(),
  );
});

test('Russian says of a session what is said of a feminine word', () => {
  const own = texts(locales.ru);
  expect(own.get('sessions:states.blocked')).toBe('заблокирована');
  expect(own.get('sessions:why.noDevice')).toMatch(/^У этой сессии /);
});

describe('the verbs', () => {
  test('for logging out, removing and closing are never mixed', () => {
    for (const language of languages) {
      const own = texts(locales[language]);
      const verbs = [
        'servers:logIn',
        'servers:logOut',
        'servers:remove',
        'window:close',
        'window:cancel',
      ].map((key) => own.get(key));
      expect(new Set(verbs).size, language).toBe(verbs.length);
    }
  });
});

test('no text is left that nothing shows', () => {
  const root = join(import.meta.dirname, '../../..');
  const code = ['contract', 'main', 'renderer']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(root, folder, file),
      ),
    )
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const shown = new Set(code.match(/(?<=')[a-z-]+:[\w.-]+(?=')/g));
  const patterns = (code.match(/(?<=`)[a-z-]+:[\w.-]*\$\{[^`]*(?=`)/g) ?? []).map(
    (key) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[^.]+')}$`),
  );
  const unused = [...new Set([...texts(locales.en).keys()].map(base))].filter(
    (key) => !shown.has(key) && !patterns.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});
