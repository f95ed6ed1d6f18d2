import { describe, expect, test } from 'vitest';
import { median, ratioOfPairs } from '../../bench/numbers.ts';
import { descendsFrom } from '../../bench/process-memory.ts';
import { inTurns } from '../../bench/rounds.ts';
import { type Row, tableOf, verdictOf } from '../../bench/row.ts';

const row: Row = {
  name: 'start',
  unit: 'ms',
  app: 1200,
  bare: 1000,
  measured: 1.2,
  budget: 1.25,
  goal: 1.15,
  rounds: 9,
};

describe('a measured row', () => {
  test('is good within its goal, and over budget only beyond its budget', () => {
    expect(verdictOf({ ...row, measured: 1.15 })).toBe('good');
    expect(verdictOf(row)).toBe('within budget');
    expect(verdictOf({ ...row, measured: 1.26 })).toBe('over budget');
    expect(verdictOf({ ...row, goal: null })).toBe('good');
  });

  test('is over budget when nothing could be measured', () => {
    expect(verdictOf({ ...row, measured: Number.NaN })).toBe('over budget');
  });

  test('stands in the table with its budget and its verdict', () => {
    expect(tableOf([row]).split('\n')[1]).toBe(
      'start  1200.0 ms  1000.0 ms  1.20 ×    1.25 ×  1.15 ×  within budget',
    );
  });
});

describe('the middle of many rounds', () => {
  test('is not moved by one slow round', () => {
    expect(median([10, 11, 900])).toBe(11);
    expect(median([10, 12])).toBe(11);
    expect(median([])).toBeNaN();
  });

  test('compares what ran side by side', () => {
    expect(ratioOfPairs([11, 110, 12], [10, 100, 10])).toBeCloseTo(1.1);
  });

  test('lets each go first as often as the other', async () => {
    const order: string[] = [];
    const noted = (name: string) => async () => order.push(name);
    await inTurns(2, noted('app'), noted('bare'));
    expect(order).toEqual(['bare', 'app', 'app', 'bare']);
  });
});

describe('the memory of an app', () => {
  test('counts what it started, over any number of generations', () => {
    const parents = new Map([
      [30, 20],
      [20, 10],
      [10, 1],
      [40, 1],
    ]);
    expect([30, 20, 10, 40].filter((pid) => descendsFrom(pid, 10, parents))).toEqual([30, 20, 10]);
  });
});
