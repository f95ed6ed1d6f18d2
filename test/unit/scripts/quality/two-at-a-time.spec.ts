import { describe, expect, test } from 'vitest';
import { twoAtATime } from '../../../../scripts/quality/two-at-a-time.ts';

describe('two at a time', () => {
  test('keeps the order of the results and never runs a third', async () => {
    let running = 0;
    let most = 0;
    const results = await twoAtATime([30, 5, 10, 1], async (waitMs) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      running -= 1;
      return waitMs * 2;
    });
    expect(results).toEqual([60, 10, 20, 2]);
    expect(most).toBe(2);
  });
});
