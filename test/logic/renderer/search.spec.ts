import { expect, test } from '@playwright/test';
import { isFound, normalise, readingsOf } from '../../../renderer/state/search-rules.ts';
import { fleet } from '../../support/fake-fleet.ts';

const rows = fleet(Date.now());

/** The names of the servers that a search finds. */
const found = (search: string): readonly string[] =>
  rows.filter((row) => isFound(row, readingsOf(search))).map((row) => row.profile.name);

test.describe('searching', () => {
  test('finds everything while nothing is typed', () => {
    expect(found('')).toHaveLength(rows.length);
    expect(found('   ')).toHaveLength(rows.length);
  });

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
  });

  test('does not mix both readings in one search', () => {
    expect(found('vepten airport')).toEqual([]);
  });
});

test.describe('a text as search compares it', () => {
  test('has no case, accents or outer blanks', () => {
    expect(normalise('  Añadir ÉL ')).toBe('anadir el');
    expect(normalise('Ёлка')).toBe('елка');
    expect(normalise('Äußere')).toBe('außere');
  });
});
