import { describe, expect, test } from 'vitest';
import { budgets } from '../../../bench/budgets.ts';
import { median, ratiosOfPairs, spreadOf } from '../../../bench/numbers.ts';
import { compare, inTurns } from '../../../bench/rounds.ts';
import { comparedRow, plainRow, type Row, verdictOf } from '../../../bench/row.ts';
import { lineOf, tableOf } from '../../../bench/table.ts';

const budget = { name: 'start', unit: 'ms', kind: 'ratio', budget: 1.25, goal: 1.15 } as const;
const row = comparedRow(budget, 'bare', compare([1200, 1180, 1220], [1000, 1000, 1000]));
const rowWith = (measured: number): Row => ({ ...row, measured: spreadOf([measured]) });

describe('a measured row', () => {
  test('is good within its goal, and over budget only beyond its budget', () => {
    expect(verdictOf(rowWith(1.15))).toBe('good');
    expect(verdictOf(row)).toBe('within budget');
    expect(verdictOf(rowWith(1.25))).toBe('within budget');
    expect(verdictOf(rowWith(1.26))).toBe('over budget');
    expect(verdictOf({ ...row, goal: null })).toBe('good');
  });

  test('is judged by its median, not by its worst round', () => {
    expect(verdictOf({ ...row, measured: { median: 1.2, low: 1.1, high: 9 } })).toBe('within budget');
  });

  test('is over budget when nothing could be measured, and never without a budget', () => {
    expect(verdictOf(rowWith(Number.NaN))).toBe('over budget');
    expect(verdictOf({ ...rowWith(9), budget: null })).toBe('information');
  });
});

describe('the table', () => {
  test('shows what was measured with its spread, budget and verdict', () => {
    expect(tableOf([row]).split('\n')[1]).toBe(
      'start  1200.0 ms (1190.0–1210.0)  bare 1000.0 ms  1.20 × (1.19–1.21)  1.25 ×      1.15 ×  within budget',
    );
    expect(lineOf(row)).toBe(
      'start · 1200.0 ms (1190.0–1210.0) · bare 1000.0 ms · 1.20 × (1.19–1.21) · within budget',
    );
  });

  test('shows a growth in percent, and a number that stands alone as it is', () => {
    const growth = comparedRow(budgets.growth, 'before', compare([10.05], [10]));
    expect(lineOf(growth)).toContain('10.05 MiB · before 10.00 MiB · +0.5 % · good');
    expect(lineOf(comparedRow(budgets.growth, 'before', compare([9], [10])))).toContain('-10.0 % · good');
    expect(lineOf(plainRow(budgets.asar, 1.9))).toBe('app.asar · 1.90 MB · 1.90 MB · within budget');
    expect(lineOf(plainRow(budgets.packed, 0.5))).toMatch(/information$/);
  });

  test('explains what a row has to say about itself', () => {
    expect(tableOf([{ ...row, note: 'Twice.' }])).toMatch(/\nstart: Twice\.$/);
  });
});

test('every budget leaves room for its goal', () => {
  for (const { name, budget: limit, goal } of Object.values(budgets))
    if (limit !== null) expect(goal, name).toBeLessThan(limit);
});

describe('the numbers of many rounds', () => {
  test('have a middle that one slow round does not move', () => {
    expect(median([10, 11, 900])).toBe(11);
    expect(median([10, 12])).toBe(11);
    expect(median([])).toBeNaN();
  });

  test('spread as far as their middle half', () => {
    expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 });
    expect(spreadOf([1, 2, 3, 4])).toEqual({ median: 2.5, low: 1.75, high: 3.25 });
    expect(spreadOf([7])).toEqual({ median: 7, low: 7, high: 7 });
  });

  test('are compared with what ran side by side', () => {
    expect(median(ratiosOfPairs([11, 110, 12], [10, 100, 10]))).toBeCloseTo(1.1);
    expect(ratiosOfPairs([1, 2, 3], [0, Number.NaN, 1])).toEqual([3]);
  });

  test('are measured in turns, in which each goes first as often as the other', async () => {
    const order: string[] = [];
    const noted = (name: string) => async () => order.push(name);
    const { rounds } = await inTurns(2, noted('app'), noted('bare'));
    expect(order).toEqual(['bare', 'app', 'app', 'bare']);
    expect(rounds).toBe(2);
  });
});
