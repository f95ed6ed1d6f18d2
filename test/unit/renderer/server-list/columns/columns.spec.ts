import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listColumns } from '../../../../../contract/layout.ts';
import { languages } from '../../../../../contract/settings.ts';
import { columnsAt } from '../../../../../renderer/server-list/columns/columns.ts';

/** The room that a template leaves to the name, with its gap, in a list of this width with a scroll bar. */
function nameWidth(width: number, template: string): number {
  const fixed = [...template.matchAll(/(\d+)px/g)].map(([, pixels]) => Number(pixels));
  return width - 12 - fixed.reduce((sum, pixels) => sum + pixels, 0);
}

const shownAt = (width: number) => columnsAt(width, {}, 'en').shown;

describe('the columns of the list', () => {
  test('give way in order as it gets narrower', () => {
    expect(shownAt(1_300)).toEqual(listColumns);
    expect(shownAt(1_200)).toEqual(['user', 'session', 'lastCheck', 'tags', 'lastUse']);
    expect(shownAt(1_050)).toEqual(['user', 'session', 'lastCheck', 'tags']);
    expect(shownAt(1_000)).toEqual(['user', 'session', 'lastCheck']);
    expect(shownAt(880)).toEqual(['user', 'session']);
    expect(shownAt(696)).toEqual(['user', 'session']);
    expect(shownAt(695)).toEqual(['session']);
  });

  test('leave the address and the words of the buttons out last', () => {
    const at = (width: number) => {
      const { hasAddress, iconsOnly } = columnsAt(width, {}, 'en');
      return { hasAddress, iconsOnly };
    };
    expect(at(696)).toEqual({ hasAddress: true, iconsOnly: false });
    expect(at(695)).toEqual({ hasAddress: false, iconsOnly: false });
    expect(at(588)).toEqual({ hasAddress: false, iconsOnly: false });
    expect(at(580)).toEqual({ hasAddress: false, iconsOnly: true });
  });

  test('have the user in a window of the usual size, in every language', () => {
    for (const language of languages) expect(columnsAt(720, {}, language).shown).toEqual(['user', 'session']);
  });

  test('that a person chose come before others, and one that was put away does not come back', () => {
    const tags = { tags: { shown: true } };
    expect(columnsAt(890, tags, 'en').shown).toEqual(['user', 'session', 'tags']);
    expect(columnsAt(780, tags, 'en').shown).toEqual(['session', 'tags']);
    expect(columnsAt(720, tags, 'en').shown).toEqual(['user', 'session']);
    const without = { user: { shown: false }, session: { shown: false } };
    expect(columnsAt(1_300, without, 'en')).toMatchObject({ hasAddress: true });
    expect(columnsAt(1_300, without, 'en').shown).toEqual(listColumns.filter((name) => name !== 'user'));
  });

  test('have the width that a person chose', () => {
    expect(columnsAt(1_000, { user: { width: 140 } }, 'en').widths[0]).toBe(152);
    expect(columnsAt(1_000, {}, 'en').widths[0]).toBe(92);
    expect(columnsAt(1_300, {}, 'en').widths[0]).toBe(108);
  });

  test('leave the name room, whatever was chosen', () => {
    const choice = fc.record(
      { shown: fc.boolean(), width: fc.integer({ min: 60, max: 400 }) },
      { requiredKeys: [] },
    );
    const choices = fc.record(Object.fromEntries(listColumns.map((name) => [name, choice])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 470, max: 3_000 }),
        choices,
        fc.constantFrom(...languages),
        (width, ...how) => {
          const columns = columnsAt(width, ...how);
          expect(nameWidth(width, columns.template)).toBeGreaterThan(174);
          expect(nameWidth(width, columns.template)).toBeGreaterThanOrEqual(columns.iconsOnly ? 174 : 182);
          expect(columns.shown).toContain('session');
          expect(columns.widths).toHaveLength(columns.shown.length);
        },
      ),
    );
  });
});
