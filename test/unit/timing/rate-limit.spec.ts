import { expect, test } from 'vitest';
import { RateLimit } from '../../../main/timing/rate-limit.ts';

test('a rate limit lets a burst through at once, then a number each second, and a burst again after a rest', async () => {
  let now = 5_000;
  const waits: number[] = [];
  const limit = new RateLimit(
    3,
    10,
    () => now,
    async (ms) => waits.push(ms),
  );
  for (let calls = 0; calls < 5; calls += 1) await limit.next();
  expect(waits).toEqual([100, 200]);
  now += 200;
  await limit.next();
  expect(waits).toEqual([100, 200, 100]);
  now += 10_000;
  for (let calls = 0; calls < 3; calls += 1) await limit.next();
  expect(waits).toHaveLength(3);
});
