import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterChange,
  afterEnd,
  type ChannelEnd,
  type ChannelMemory,
  firstAttempt,
} from '../../../main/live-channel/channel-backoff.ts';

const second = 1_000;
const minute = 60 * second;

const waitsAfter = (end: ChannelEnd, luck = 0) => {
  let memory: ChannelMemory = firstAttempt(0, 1, 0);
  return Array.from({ length: 10 }, () => {
    memory = afterEnd(memory, end, 0, 0, luck);
    return memory.notBefore / second;
  });
};

describe('the backoff of a live channel', () => {
  test('grows up to a limit, which is far for servers without a channel', () => {
    expect(waitsAfter('lost')).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600, 600]);
    expect(waitsAfter('absent').slice(0, 4)).toEqual([3_600, 7_200, 14_400, 21_600]);
    expect(waitsAfter('contradicted').slice(0, 8)).toEqual([60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
    expect(waitsAfter('hostile').slice(0, 5)).toEqual([1_800, 3_600, 7_200, 14_400, 21_600]);
    expect(waitsAfter('lost', 0.5)[0]).toBe(7.5);
  });

  test('begins again after a channel that was open for long, if nothing worse happened', () => {
    const failed = afterEnd(afterEnd(firstAttempt(0, 1, 0), 'lost', 0, 0, 0), 'lost', 0, 0, 0);
    expect(afterEnd(failed, 'lost', 2 * minute, 0, 0)).toEqual({
      last: 'lost',
      failures: 1,
      notBefore: 5 * second,
    });
    expect(afterEnd(failed, 'lost', 2 * second, 0, 0)).toMatchObject({ failures: 3 });
    expect(afterEnd(failed, 'hostile', 2 * minute, 0, 0)).toMatchObject({ failures: 3 });
  });

  test('ends with a change of the network, but not for what a server did wrong', () => {
    const after = (end: ChannelEnd) =>
      afterChange(afterEnd(firstAttempt(0, 1, 0), end, 0, 0, 0), 0, 1, 0).notBefore / second;
    expect([after('lost'), after('absent'), after('contradicted'), after('hostile')]).toEqual([
      1, 1, 60, 1_800,
    ]);
  });

  test('spreads servers that are tried together', () => {
    const times = Array.from({ length: 50 }, (_, place) => firstAttempt(0, 50, place / 50).notBefore);
    expect(Math.min(...times)).toBe(second);
    expect(Math.max(...times)).toBeGreaterThan(5 * second);
    expect(firstAttempt(0, 5_000, 1).notBefore).toBe(61 * second);
  });

  test('allows 21 attempts at a server in ten minutes, if two fail after each minute that it was open', () => {
    const known = new Map<string, number>();
    const mostFrom = (memory: ChannelMemory, now: number): number => {
      if (now >= 10 * minute) return 0;
      const key = `${memory.failures} ${now}`;
      const further = known.get(key) ?? Math.max(...nextFrom(memory, now));
      known.set(key, further);
      return 1 + further;
    };
    const nextFrom = (memory: ChannelMemory, now: number) =>
      (['lost', 'absent', 'contradicted', 'hostile'] as const).flatMap((end) =>
        [0, minute].map((openMs) => {
          const next = afterEnd(memory, end, openMs, now + openMs, 0);
          return mostFrom(next, next.notBefore);
        }),
      );
    expect(mostFrom(firstAttempt(0, 1, 0), 0)).toBe(21);
  });

  test('never allows more, whatever a server does', () => {
    const step = fc.record({
      end: fc.constantFrom<ChannelEnd>('lost', 'lost', 'lost', 'absent', 'contradicted', 'hostile'),
      openMs: fc.constantFrom(0, 0, 1, 59_999, 60_000, 10 * minute),
      luck: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const property = fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
      let memory = firstAttempt(0, 1, 0);
      let now = 0;
      const attempts: number[] = [];
      for (const { end, openMs, luck } of steps) {
        now = Math.max(now, memory.notBefore);
        attempts.push(now);
        now += openMs;
        memory = afterEnd(memory, end, openMs, now, luck);
      }
      const most = Math.max(
        ...attempts.map((from) => attempts.filter((at) => at >= from && at < from + 10 * minute).length),
      );
      expect(most).toBeLessThanOrEqual(21);
    });
    fc.assert(property, { numRuns: 1_000 });
  });
});
