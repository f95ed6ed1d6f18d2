import { describe, expect, test } from 'vitest';
import { nextTickDelay } from '../../../../renderer/time/tick-interval.ts';

const minute = 60_000;
const now = 16_000 * minute;

describe('the clock of the window', () => {
  test('ticks every minute while nothing is near', () => {
    expect(nextTickDelay(now, [])).toBe(minute);
    expect(nextTickDelay(now, [now + 10 * minute, now + 100 * minute])).toBe(minute);
  });

  test('ticks at whole minutes, so that all windows show the same', () => {
    expect(nextTickDelay(now + 12_345, [])).toBe(minute - 12_345);
  });

  test('ticks each second while something is under two minutes away', () => {
    expect(nextTickDelay(now, [now + 100 * minute, now + 90_000])).toBe(1_000);
    expect(nextTickDelay(now, [now + 2 * minute])).toBe(1_000);
  });

  test('ticks when a shown second changes, not somewhere between', () => {
    expect(nextTickDelay(now, [now + 48_250])).toBe(250);
  });

  test('ticks faster when something comes near', () => {
    expect(nextTickDelay(now, [now + 2 * minute + 20_000])).toBe(20_000);
    expect(nextTickDelay(now, [now + 2 * minute + 1])).toBe(1_000);
  });

  test('ignores the past', () => {
    expect(nextTickDelay(now, [now, now - 5_000])).toBe(minute);
  });
});
