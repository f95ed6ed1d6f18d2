import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupRows } from '../../../contract/list/groups.ts';
import {
  headingHeight,
  heightOf,
  topOf,
  topWithHeading,
  visibleRows,
} from '../../../renderer/list/row-places.ts';
import { sampleRows } from '../../support/fake-bridge/sample-rows.ts';

const rows = sampleRows(Date.UTC(2026, 10, 24, 12));

describe('groups of the list', () => {
  test('by environment begin with production, and rows keep their order in them', () => {
    const { rows: grouped, groups } = groupRows(rows, 'environment');
    expect(groups.map(({ key }) => key)).toEqual(['production', 'test', 'none']);
    for (const { key, first, count } of groups) {
      const expected = rows.filter(({ profile }) => profile.environment === key);
      expect(grouped.slice(first, first + count)).toEqual(expected);
    }
  });

  test('by tag are in the order of names, and rows without one come last', () => {
    const { rows: grouped, groups } = groupRows(rows, 'tag');
    expect(groups.map(({ key }) => key)).toEqual(['airport', 'customer-x', 'metro', '']);
    expect(new Set(grouped).size).toBe(rows.length);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
  });

  test('are none if nobody wants any', () => {
    expect(groupRows(rows, 'none')).toEqual({ rows, groups: [] });
  });
});

describe('the places of rows in groups', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 });
  const placesOf = (sizes: readonly number[]) => {
    let count = 0;
    const groups = sizes.map((size, index) => {
      const group = { key: `${index}`, first: count, count: size };
      count += size;
      return group;
    });
    return { rowHeight: 56, count, groups };
  };

  test('never overlap, and end where the list ends', () => {
    fc.assert(
      fc.property(counts, (sizes) => {
        const places = placesOf(sizes);
        let end = 0;
        for (let index = 0; index < places.count; index += 1) {
          expect(topWithHeading(places, index)).toBe(end);
          end = topOf(places, index) + places.rowHeight;
        }
        expect(heightOf(places)).toBe(end);
        expect(topOf(places, 0)).toBe(sizes.length === 0 ? 0 : headingHeight);
      }),
    );
  });

  test('that are rendered cover what is visible', () => {
    fc.assert(
      fc.property(counts, fc.nat(3_000), fc.integer({ min: 100, max: 900 }), (sizes, top, height) => {
        const places = placesOf(sizes);
        const { first, end } = visibleRows({ top, height }, places, 0);
        const begin = Math.max(0, Math.min(top, heightOf(places) - height));
        for (let index = 0; index < places.count; index += 1) {
          const isVisible =
            topOf(places, index) + places.rowHeight > begin && topWithHeading(places, index) < begin + height;
          expect(index >= first && index < end, `${index}`).toBe(isVisible);
        }
      }),
    );
  });
});
