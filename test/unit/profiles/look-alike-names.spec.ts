import { describe, expect, test } from 'vitest';
import { acceptDraft } from '../../../main/profiles/draft.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';

const nameOf = (name: string, taken: readonly string[]) => {
  const accepted = acceptDraft(sampleDraft({ name }), taken);
  return accepted.ok ? accepted.value.name : accepted.problem.code;
};

describe('names that look alike', () => {
  for (const [what, name] of [
    ['a zero-width space', 'Air\u200bport'],
    ['a soft hyphen', 'Airport\u00ad'],
    ['an Arabic letter mark', 'Airport\u061c'],
    ['a right-to-left override', '\u202eAirport'],
    ['a Hangul filler', 'Airport\u3164'],
  ] as const) {
    test(`are kept without ${what}, and numbered`, () => {
      expect(nameOf(name, [])).toBe('Airport');
      expect(nameOf(name, ['Airport'])).toBe('Airport 2');
      expect(nameOf('Airport', [name])).toBe('Airport 2');
    });
  }

  test('in other letters keep these, and are numbered', () => {
    expect(nameOf('Аirport', []), 'with a Cyrillic А').toBe('Аirport');
    expect(nameOf('Аirport', ['Airport'])).toBe('Аirport 2');
    expect(nameOf('Αirport', ['Airport']), 'with a Greek Α').toBe('Αirport 2');
    expect(nameOf('Ａｉｒｐｏｒｔ', ['Airport']), 'in full width').toBe('Ａｉｒｐｏｒｔ 2');
    expect(nameOf('Вокзал', ['Airport'])).toBe('Вокзал');
  });
});
