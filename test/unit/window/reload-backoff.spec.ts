import { describe, expect, test } from 'vitest';
import { waitBeforeReload } from '../../../main/window/reload-backoff.ts';

describe('a page that failed', () => {
  test('is loaded again at once, three times a minute', { tags: ['row-149'] }, () => {
    expect(waitBeforeReload([], 5)).toBe(0);
    expect(waitBeforeReload([0, 1_000], 2_000)).toBe(0);
    expect(waitBeforeReload([0, 1_000, 2_000], 10_000)).toBe(50_000);
    expect(waitBeforeReload([0, 1_000, 2_000], 60_000), 'the first one no longer counts').toBe(0);
  });

  test('that fails for ever is never loaded four times in a minute', { tags: ['row-149'] }, () => {
    const reloads: number[] = [];
    for (let now = 0; reloads.length < 30; now += 10) {
      now += waitBeforeReload(reloads, now);
      reloads.push(now);
    }
    for (const [place, at] of reloads.entries()) {
      expect((reloads[place + 3] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThanOrEqual(60_000);
    }
  });
});
