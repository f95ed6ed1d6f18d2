import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../../../contract/search/normalize.ts';
import { parseQuery } from '../../../../contract/search/query.ts';
import type { Session } from '../../../../contract/sessions/session.ts';
import { held, rowOf } from '../../../support/fake-bridge/fake-rows.ts';
import { sampleRows } from '../../../support/fake-bridge/sample-rows.ts';
import { namesFound } from '../../../support/searching.ts';

const now = Date.UTC(2026, 10, 24, 12);
const rows = sampleRows(now);

const found = (search: string): readonly string[] => namesFound(rows, search, now);

describe('searching', () => {
  test('looks at the name without case', () => {
    expect(found('STADIUM')).toEqual(['Stadium gate 4']);
    expect(found('вокзал')).toEqual(['Вокзал, главный вход']);
  });

  test('looks at the address with port and path', () => {
    expect(found('8443')).toContain('Stadium gate 4');
    expect(found('local/api')).toEqual(['Staging 2.3']);
    expect(found('https://10.6.0.2')).toEqual(['Hospital']);
  });

  test('looks at the user’s login and real name', () => {
    expect(found('nurse.desk')).toEqual(['Hospital']);
    expect(found('Пост охраны')).toEqual(['Airport T2']);
  });

  test('looks at the tags', () => {
    expect(found('customer-x')).toContain('Bank branch 12');
  });

  test('looks at the notes, which count like tags', () => {
    const plain = { address: 'https://10.0.4.7', session: { phase: 'logged-out' } } as const;
    const noted = rowOf(2, { ...plain, name: 'B', userName: 'x', notes: 'Rack 7\nБольница: ask the porter' });
    const rest = [
      rowOf(1, { ...plain, name: 'A', userName: 'porter' }),
      rowOf(3, { ...plain, name: 'C', userName: 'x' }),
    ];
    expect(namesFound([...rest, noted], 'porter', now)).toEqual(['B', 'A']);
    expect(namesFound([...rest, noted], 'больница rack', now)).toEqual(['B']);
  });

  test('wants every word, in any order', () => {
    expect(found('T2 admin')).toEqual(['Airport T2 (admin)']);
    expect(found('admin T2')).toEqual(['Airport T2 (admin)']);
    expect(found('admin stadium')).toEqual([]);
  });

  test('reads Cyrillic that was typed on a Latin layout', () => {
    expect(found('djrpfk')).toEqual(['Вокзал, главный вход']);
    expect(found('veptq')).toEqual(['Музей современного искусства']);
  });

  test('reads Latin that was typed on a Cyrillic layout', () => {
    expect(found('ыефвшгь')).toEqual(['Stadium gate 4']);
    expect(found('ФШКЗЩКЕ Е1')).toEqual(['Airport T1']);
    expect(found('ьуекщ')[0]).toMatch(/^Metro/);
  });

  test('finds a name whose space before the number was not typed', () => {
    expect(found('stadi4')).toEqual(['Stadium gate 4']);
    expect(found('ыефвш4')).toEqual(['Stadium gate 4']);
    expect(found('stadi5')).toEqual([]);
  });

  test('prefers a word with a number as typed to one with a space', () => {
    const plain = { userName: 'x', session: { phase: 'logged-out' } } as const;
    const named = (id: number, name: string) =>
      rowOf(id, { ...plain, name, address: `https://10.0.5.${id}` });
    const three = [named(1, 'Hospital 10'), named(2, 'Gate h10'), named(3, 'Hospital 110')];
    expect(namesFound(three, 'h10', now)).toEqual(['Gate h10', 'Hospital 10']);
  });

  test('does not mix both readings in one search', () => {
    expect(found('vepten airport')).toEqual([]);
  });
});

/** Sixty servers as in a real list: on one host, by port, numbered. */
const places = ['Airport', 'Depot', 'Metro', 'Harbour', 'Library', 'Bank branch', 'Вокзал', 'Музей', 'Site'];
const many = Array.from({ length: 63 }, (_, index) =>
  rowOf(index + 1, {
    name: `${places[index % places.length]} ${Math.floor(index / places.length) + 1}`,
    address: 'http://127.0.0.1:40087',
    userName: index % places.length === 4 ? 'núñez' : 'ivanov',
    realName: index === 4 ? 'Pavel Сторож' : '',
    environment: index % 2 === 0 ? 'production' : 'test',
    tags: index % 3 === 0 ? ['north'] : index % 3 === 1 ? ['night shift'] : [],
    favourite: index === 27,
    ...(index === 36 ? { hidden: true } : {}),
    session: index === 28 ? { phase: 'logged-out' } : held(now, (index - 2) * 86_400_000, 'accepted'),
  }),
);
const day = 86_400_000;
const rowInState = (name: string, session: Session) =>
  rowOf(name.length * 10 + (name.codePointAt(2) ?? 0), {
    name,
    address: 'http://127.0.0.1:40087',
    userName: 'ivanov',
    environment: name === 'accepted' || name === 'expired' ? 'production' : 'test',
    session,
  });
const foundIn = (search: string): readonly string[] => namesFound(many, search, now);

describe('the best match of sixty servers', () => {
  for (const [search, best, count] of [
    ['depot 4', 'Depot 4', 1],
    ['4 depot', 'Depot 4', 1],
    ['airport 3', 'Airport 3', 1],
    ['3 airport', 'Airport 3', 1],
    ['Airport 1', 'Airport 1', 1],
    ['airprot', 'Airport 1', 7],
    ['aiport', 'Airport 1', 7],
    ['arprt', 'Airport 1', 7],
    ['airprot 4', 'Airport 4', 1],
    ['harbor', 'Harbour 1', 7],
    ['harbor 2', 'Harbour 2', 1],
    ['djrpfk', 'Вокзал 1', 7],
    ['djrpfk 3', 'Вокзал 3', 1],
    ['vokzal', 'Вокзал 1', 7],
    ['vokzal 3', 'Вокзал 3', 1],
    ['muzej', 'Музей 1', 7],
    ['muzey', 'Музей 1', 7],
    ['аэропорт', 'Airport 1', 7],
    ['аэропорт 2', 'Airport 2', 1],
    ['мтеро', 'Metro 1', 7],
    ['нунес', 'Library 1', 7],
    ['nunez', 'Library 1', 7],
    ['Pavel', 'Library 1', 1],
    ['Сторож', 'Library 1', 1],
    ['bank-branch', 'Bank branch 1', 7],
    ['bankbranch', 'Bank branch 1', 7],
    ['bankbranch 2', 'Bank branch 2', 1],
    ['bankbranch2', 'Bank branch 2', 1],
    ['production depot 2', 'Depot 2', 1],
    ['продуктив depot 2', 'Depot 2', 1],
    ['logged out', 'Depot 4', 1],
    ['depot logged out', 'Depot 4', 1],
    ['вход не выполнен', 'Depot 4', 1],
    ['tag:night depot 1', 'Depot 1', 1],
    ['tag:"night shift" depot 1', 'Depot 1', 1],
    ['user:nunez 2', 'Library 2', 1],
    ['is:logged-out', 'Depot 4', 1],
    ['is:favorite', 'Airport 4', 1],
    ['is:hidden', 'Airport 5', 1],
    ['is:скрытый', 'Airport 5', 1],
    ['estado:oculto', 'Airport 5', 1],
    ['is:избранное', 'Airport 4', 1],
    ['is:favorite env:test', 'Airport 4', 1],
    ['ENV:Test is:favourite', 'Airport 4', 1],
  ] as const) {
    test(`for “${search}” is ${best}`, () => {
      const names = foundIn(search);
      expect(names[0]).toBe(best);
      expect(names).toHaveLength(count);
    });
  }

  test('counts what is expired, in production or under a tag', () => {
    const expired = ['Airport 1', 'Depot 1', 'Metro 1'];
    expect(foundIn('expired')).toEqual(expired);
    expect(foundIn('истекла')).toEqual(expired);
    expect(foundIn('is:expired')).toEqual(expired);
    expect(foundIn('production')).toHaveLength(32);
    expect(foundIn('env:production')).toHaveLength(32);
    expect(foundIn('среда:продуктив')).toHaveLength(32);
    expect(foundIn('north')).toHaveLength(21);
    expect(foundIn('tag:north')).toHaveLength(21);
    expect(foundIn('метка:north')).toHaveLength(21);
  });

  test('knows what people call a state after “is:”', () => {
    const states = [
      rowInState('accepted', held(now, 90 * day, 'accepted')),
      rowInState('expiring', held(now, day, 'accepted')),
      rowInState('expired', held(now, -day, 'accepted')),
      rowInState('refused', held(now, 90 * day, 'refused')),
      rowInState('unreachable', held(now, 90 * day, 'unreachable')),
      rowInState('logged-out', { phase: 'logged-out' }),
    ];
    const living = ['accepted', 'expiring', 'unreachable'];
    const wanted: Readonly<Record<string, readonly string[]>> = {
      'is:rejected is:refused is:отклонён is:отклонена статус:отказано is:rechazado estado:rechazado': [
        'refused',
      ],
      'is:expired is:просрочена is:истекла is:"срок истёк" is:caducado is:expirada': ['expired'],
      'is:expiring is:expires is:истекает is:"por caducar" is:"por vencer"': ['expiring'],
      'is:unreachable is:offline is:недоступен is:inaccesible': ['unreachable'],
      'is:logged-out is:signed-out is:"без сессии" is:"sesión cerrada"': ['logged-out'],
      'is:active is:logged-in is:активна is:activa is:"con sesión"': living,
      'is:prod is:live is:боевая is:боевой is:прод is:production': ['expired', 'accepted'],
    };
    for (const [searches, names] of Object.entries(wanted)) {
      for (const [search] of searches.matchAll(/\S+:(?:"[^"]*"|\S+)/g))
        expect(namesFound(states, search, now).toSorted(), search).toEqual(names.toSorted());
    }
  });

  test('does not break on a filter that nothing answers to, and waits for one that is not finished', () => {
    for (const search of ['is:nonsense', 'env:moon', 'tag:zzz', 'user:nobody'])
      expect(foundIn(search), search).toEqual([]);
    for (const search of ['is:', 'tag:""', 'env:"']) expect(foundIn(search), search).toHaveLength(63);
  });

  test('takes digits for an address only with a dot, a colon or four of them', () => {
    for (const search of ['400', '87', '127', '0']) expect(foundIn(search), search).toEqual([]);
    for (const search of ['4008', '127.0', ':400', '127.0.0.1:40087'])
      expect(foundIn(search), search).toHaveLength(63);
  });

  test('never takes one number for another', () => {
    expect(foundIn('airport 11')).toEqual([]);
    expect(foundIn('depot 44')).toEqual([]);
  });
});

test('what is met in the name comes before what is met elsewhere, in the order of weight', () => {
  const plain = { address: 'https://a.example', userName: 'x', session: { phase: 'logged-out' } } as const;
  const ordered = [
    rowOf(1, { ...plain, name: 'Port' }),
    rowOf(2, { ...plain, name: 'Port 1' }),
    rowOf(3, { ...plain, name: 'Portal' }),
    rowOf(4, { ...plain, name: 'North port' }),
    rowOf(5, { ...plain, name: 'North portal' }),
    rowOf(6, { ...plain, name: 'A', tags: ['port'] }),
    rowOf(7, { ...plain, name: 'B', userName: 'porter' }),
    rowOf(8, { ...plain, name: 'C', address: 'https://port.example' }),
    rowOf(9, { ...plain, name: 'Airport' }),
    rowOf(10, { ...plain, name: 'Порт' }),
    rowOf(11, { ...plain, name: 'Зщке' }),
    rowOf(12, { ...plain, name: 'Potr' }),
  ];
  const names = namesFound(ordered.toReversed(), 'port', now);
  expect(names).toEqual(ordered.map(({ profile }) => profile.name));
});

test('a number is neither a slip of another nor the rest of one, and two letters are no middle of an address', () => {
  const plain = { address: 'https://a.example', userName: 'x', session: { phase: 'logged-out' } } as const;
  const numbered = [rowOf(1, { ...plain, name: 'Node1234' }), rowOf(2, { ...plain, name: 'Gate12' })];
  expect(namesFound(numbered, 'node1235', now)).toEqual([]);
  expect(namesFound(numbered, '2', now)).toEqual([]);
  expect(namesFound(numbered, '12', now)).toHaveLength(2);
  expect(namesFound(numbered, 'am', now)).toEqual([]);
  expect(namesFound(numbered, 'amp', now)).toHaveLength(2);
});

const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }),
  fc.constantFrom('is:expired', 'tag:x', 'env:production', 'user:', '10.0.4.7', '---', 'Ёлка', 'A', '"'),
  fc
    .tuple(fc.constantFrom('Airport', 'Depot', 'Вокзал', 'núñez'), fc.nat(99))
    .map(([place, number]) => `${place} ${number}`),
);

test('a server that is called what was typed always comes first', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 12 }), fc.nat(), (names, pick) => {
      const called = names.map((text) => text.trim()).filter((text) => text !== '');
      fc.pre(called.length > 0);
      const target = called[pick % called.length] ?? '';
      const all = called.map((text, index) =>
        rowOf(index + 1, {
          name: text,
          address: 'https://10.0.4.7:8443',
          userName: called[(index + 1) % called.length] ?? 'x',
          tags: [target],
          favourite: text !== target,
          session: index % 2 === 0 ? { phase: 'logged-out' } : held(now, 9e8, 'accepted'),
        }),
      );
      expect(namesFound(all, target, now)[0]).toBe(target);
      expect(namesFound(all, ` ${target} `, now)[0]).toBe(target);
    }),
    { numRuns: 400 },
  );
});

test('no search breaks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (search) => {
      expect(() => found(search)).not.toThrow();
      expect(parseQuery(search).typed).toBe(search);
    }),
  );
});

describe('a text as search compares it', () => {
  test('has no case, accents or outer blanks', () => {
    expect(normalize('  Añadir ÉL ')).toBe('anadir el');
    expect(normalize('Ёлка')).toBe('елка');
    expect(normalize('Äußere')).toBe('außere');
  });
});
