import { describe, expect, test } from 'vitest';
import { knownTags, tagSuggestions, withTag } from '../../../../renderer/profile-form/tag-suggestions.ts';
import { rowOf } from '../../../support/fake-bridge/fake-rows.ts';

const rowWith = (number: number, tags: readonly string[]) =>
  rowOf(number, {
    name: `Site ${number}`,
    address: 'https://10.0.4.7',
    userName: 'ivanov',
    tags,
    session: { phase: 'logged-out' },
  });

describe('the suggested tags', () => {
  const known = knownTags([
    rowWith(1, ['metro', 'north']),
    rowWith(2, ['North', 'airport']),
    rowWith(3, ['customer-x', 'north']),
  ]);

  test('are those of most servers first, each spelling once', () => {
    expect(known[0]).toBe('north');
    expect(known.toSorted()).toEqual(['airport', 'customer-x', 'metro', 'north']);
  });

  test('contain what is being typed, and are not there already', () => {
    expect(tagSuggestions('', known)).toEqual([]);
    expect(tagSuggestions('airport, ', known)).toEqual([]);
    expect(tagSuggestions('O', known)).toEqual(['north', 'metro', 'airport', 'customer-x']);
    expect(tagSuggestions('north, met', known)).toEqual(['metro']);
    expect(tagSuggestions('NORTH, nor', known)).toEqual([]);
    expect(tagSuggestions('metro', known), 'nothing is left to suggest').toEqual([]);
    expect(tagSuggestions('metro', ['metro line', 'metro'])).toEqual(['metro line', 'metro']);
  });

  test('start with what is being typed before they contain it, and are at most six', () => {
    expect(tagSuggestions('a', ['metro a', 'airport'])).toEqual(['airport', 'metro a']);
    const many = Array.from({ length: 8 }, (_, at) => `hall ${at}`);
    expect(tagSuggestions('hall', many)).toEqual(many.slice(0, 6));
  });

  test('take the place of what is being typed', () => {
    expect(withTag('no', 'north')).toBe('north, ');
    expect(withTag(' airport ,me', 'metro')).toBe('airport, metro, ');
  });
});
