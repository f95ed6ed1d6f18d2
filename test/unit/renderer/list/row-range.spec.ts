import { describe, expect, test } from 'vitest';
import { rowIndexes, rowRange } from '../../../../renderer/list/row-range.ts';

const rowHeight = 50;
const range = (top: number, height: number, count = 5_000, overscan = 0) =>
  rowRange({ top, height }, rowHeight, count, overscan);

describe('the rows to render', () => {
  test('are those that are at least partly visible', () => {
    expect(range(0, 200)).toEqual({ first: 0, end: 4 });
    expect(range(25, 200)).toEqual({ first: 0, end: 5 });
    expect(range(5_000, 210)).toEqual({ first: 100, end: 105 });
  });

  test('go on by the overscan, but not beyond the list', () => {
    expect(range(0, 200, 5_000, 3)).toEqual({ first: 0, end: 7 });
    expect(range(5_000, 200, 103, 3)).toEqual({ first: 96, end: 103 });
    expect(range(0, 200, 2, 3)).toEqual({ first: 0, end: 2 });
    expect(range(0, 200, 0, 3)).toEqual({ first: 0, end: 0 });
  });

  test('are the last ones while the scroll offset is still that of a longer list', () => {
    expect(range(100_000, 200, 10)).toEqual({ first: 6, end: 10 });
    expect(range(-40, 200, 10)).toEqual({ first: 0, end: 4 });
  });

  test('include one more, in its place', () => {
    expect(rowIndexes({ first: 4, end: 7 }, -1)).toEqual([4, 5, 6]);
    expect(rowIndexes({ first: 4, end: 7 }, 5)).toEqual([4, 5, 6]);
    expect(rowIndexes({ first: 4, end: 7 }, 0)).toEqual([0, 4, 5, 6]);
    expect(rowIndexes({ first: 4, end: 7 }, 90)).toEqual([4, 5, 6, 90]);
  });
});
