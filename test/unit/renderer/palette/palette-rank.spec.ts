import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchTitle, rankTitles } from '../../../../renderer/palette/palette-rank.ts';

const titles = ['Log out', 'Auto log-out…', 'Log in again', 'Bulk log-in…', 'Lock', 'Check all', 'Check now'];
const items = titles.map((title) => ({ title, used: 0 }));
const found = (typed: string, of: readonly { title: string; used: number }[] = items) =>
  rankTitles(of, typed).map(({ item }) => item.title);

describe('a title', () => {
  test('is found by its beginning, by words, by parts and by letters, in this order', () => {
    expect(matchTitle('Log out', 'log o')?.tier).toBe(0);
    expect(matchTitle('Log out', 'out')?.tier).toBe(1);
    expect(matchTitle('Log out', 'ou lo')?.tier).toBe(1);
    expect(matchTitle('Log out', 'ut')?.tier).toBe(2);
    expect(matchTitle('Log out', 'lgt')?.tier).toBe(3);
    // Letters count from the start of a word only.
    expect(matchTitle('Log out', 'gt')).toBeNull();
    expect(matchTitle('Log out', 'lock')).toBeNull();
    expect(found('log')).toEqual(['Log out', 'Log in again', 'Auto log-out…', 'Bulk log-in…']);
  });

  test('is found without accents and on the other keyboard layout', () => {
    expect(matchTitle('Añadir servidor', 'anadir')?.tier).toBe(0);
    expect(matchTitle('Ещё', 'еще')?.tier).toBe(0);
    expect(matchTitle('Выйти', 'dsqnb')?.tier).toBe(4);
    expect(matchTitle('Lock', 'дщсл')?.tier).toBe(4);
  });

  test('is marked where it matches, in order and without overlap', () => {
    expect(matchTitle('Log out', 'out log')?.spans).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ]);
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (title, typed) => {
        if (typed.trim() === '') return;
        let end = 0;
        for (const span of matchTitle(title, typed)?.spans ?? []) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
      }),
    );
  });
});

describe('the order of commands', () => {
  const used = (counts: Readonly<Record<string, number>>) =>
    titles.map((title) => ({ title, used: counts[title] ?? 0 }));

  test('is by match first, then by use, then as they stand', () => {
    expect(found('check')).toEqual(['Check all', 'Check now']);
    expect(found('check', used({ 'Check now': 9 }))).toEqual(['Check now', 'Check all']);
    expect(found('lo', used({ 'Bulk log-in…': 1_000 }))[0]).toBe('Log out');
    expect(found('', used({ Lock: 40, 'Check all': 3 })).slice(0, 3)).toEqual([
      'Lock',
      'Check all',
      'Log out',
    ]);
  });

  test('does not change with every use', () => {
    expect(found('', used({ Lock: 5, 'Check all': 6 })).slice(0, 2)).toEqual(['Lock', 'Check all']);
  });
});
