import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineForKey } from '../../../../renderer/components/grid/grid-keys.ts';
import { linesOf } from '../../../../renderer/components/grid/grid-lines.ts';
import {
  isPartlyShown,
  lineAt,
  linesIn,
  offsetToShow,
  renderedLines,
} from '../../../../renderer/components/grid/grid-places.ts';

/** Groups of rows, some with a heading, some rows unfolded. */
const groups = fc
  .array(
    fc.record({
      hasHeading: fc.boolean(),
      rows: fc.array(fc.option(fc.integer({ min: 10, max: 300 })), { maxLength: 30 }),
    }),
    { maxLength: 8 },
  )
  .map((made) =>
    made.map(({ hasHeading, rows }, group) => ({
      key: `group ${group}`,
      ...(hasHeading ? { heading: `Group ${group}` } : {}),
      rows: rows.map((height, row) => ({
        key: `row ${group}.${row}`,
        item: row,
        below: height === null ? undefined : { content: '', height },
      })),
    })),
  );
const heights = fc.array(fc.integer({ min: 20, max: 300 }), { minLength: 1, maxLength: 200 });
function placesOf(sizes: readonly number[]): readonly number[] {
  const places = [0];
  for (const size of sizes) places.push((places.at(-1) ?? 0) + size);
  return places;
}

describe('the lines of a grid', () => {
  test('have one place each, one after another, and each is in the span of its group', () => {
    fc.assert(
      fc.property(groups, (made) => {
        const { lines, spans, indexes, places } = linesOf(made, 36);
        expect(places).toHaveLength(lines.length + 1);
        for (const [index, { key, height }] of lines.entries()) {
          expect(indexes.get(key)).toBe(index);
          expect((places[index + 1] ?? 0) - (places[index] ?? 0)).toBe(height);
          expect(spans.filter(({ first, end }) => index >= first && index < end)).toHaveLength(1);
        }
        expect(lines.filter(({ row }) => row !== null)).toHaveLength(made.flatMap(({ rows }) => rows).length);
      }),
    );
  });

  test('cover whatever is visible', () => {
    fc.assert(
      fc.property(heights, fc.nat(60_000), fc.integer({ min: 1, max: 2_000 }), (sizes, top, height) => {
        const places = placesOf(sizes);
        const end = places.at(-1) ?? 0;
        const seen = { top: Math.min(top, Math.max(0, end - height)), height };
        const range = linesIn(places, { top, height }, 100);
        for (const index of sizes.keys())
          if (isPartlyShown(places, index, seen))
            expect(index >= range.first && index < range.end).toBe(true);
      }),
    );
  });

  test('are rendered in range, with the heading that stays and the tab stop', () => {
    const group = { first: 10, end: 100, hasHeading: true };
    expect(renderedLines(group, { first: 50, end: 53 }, 90)).toEqual([10, 50, 51, 52, 90]);
    expect(renderedLines(group, { first: 0, end: 12 }, 3)).toEqual([10, 11]);
    expect(renderedLines(group, { first: 200, end: 210 }, 20)).toEqual([20]);
    expect(renderedLines(group, { first: 200, end: 210 }, 5)).toEqual([]);
  });

  test('are found by their offset', () => {
    const places = [0, 30, 60, 200];
    expect([-5, 0, 29, 30, 61, 199, 500].map((offset) => lineAt(places, offset))).toEqual([
      0, 0, 0, 1, 2, 2, 2,
    ]);
    expect(linesIn([0], { top: 0, height: 100 }, 50)).toEqual({ first: 0, end: 0 });
  });

  test('are completely visible after scrolling to them, below the heading that stays', () => {
    fc.assert(
      fc.property(heights, fc.nat(60_000), fc.nat(199), (sizes, top, line) => {
        const places = placesOf(sizes);
        const index = line % sizes.length;
        const [height, covered] = [700, 36];
        const offset = offsetToShow(places, index, { top, height }, covered) ?? top;
        expect(places[index] ?? 0).toBeGreaterThanOrEqual(index === 0 ? 0 : offset);
        expect(places[index + 1] ?? 0).toBeLessThanOrEqual(offset + height);
      }),
    );
  });
});

describe('the keys of a grid', () => {
  const places = placesOf(Array.from({ length: 100 }, () => 36));
  const to = (key: string, from: number) => lineForKey(key, places, from, 360);

  test('move by a line, a page, and to the ends', () => {
    expect(to('ArrowDown', 4)).toBe(5);
    expect(to('ArrowDown', 99)).toBe(99);
    expect(to('ArrowUp', 4)).toBe(3);
    expect(to('ArrowUp', 0)).toBe('head');
    expect(to('Home', 50)).toBe(0);
    expect(to('End', 50)).toBe(99);
    expect(to('PageDown', 50)).toBe(59);
    expect(to('PageUp', 50)).toBe(41);
    expect(to('PageDown', 95)).toBe(99);
    expect(to('PageUp', 5)).toBe(0);
    expect(to('x', 5)).toBeNull();
  });

  test('never leave the grid, and Page keys always move on', () => {
    fc.assert(
      fc.property(heights, fc.nat(199), fc.integer({ min: 10, max: 900 }), (sizes, line, height) => {
        const from = line % sizes.length;
        const all = placesOf(sizes);
        for (const key of ['ArrowDown', 'PageDown', 'PageUp', 'Home', 'End']) {
          const index = lineForKey(key, all, from, height);
          expect(typeof index === 'number' && index >= 0 && index < sizes.length).toBe(true);
          if (key === 'PageDown' && from < sizes.length - 1) expect(index).toBeGreaterThan(from);
          if (key === 'PageUp' && from > 0) expect(index).toBeLessThan(from);
        }
      }),
    );
  });
});
