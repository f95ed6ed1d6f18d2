import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckPoint } from '../../../../contract/sessions/checking.ts';
import { verdicts } from '../../../../contract/sessions/session.ts';
import { stripHeight, stripLength, stripOf } from '../../../../renderer/session-details/head/strip-bars.ts';

const accepted = (tookMs: number, at = 0): CheckPoint => ({ at, verdict: 'accepted', tookMs });
const failed = (verdict: CheckPoint['verdict']): CheckPoint => ({ at: 0, verdict, tookMs: null });

describe('the strip of the last checks', () => {
  test('marks the newest, the slow, the rejected and the unanswered ones', () => {
    const points = [accepted(40), accepted(41), failed('unreachable'), failed('refused'), accepted(120)];
    const strip = stripOf([...points, accepted(42)]);
    expect(strip.bars.map(({ kind }) => kind)).toEqual([
      'answered',
      'answered',
      'unanswered',
      'rejected',
      'slow',
      'newest',
    ]);
    expect(strip).toMatchObject({ unanswered: 1, rejected: 1, nowMs: 42, maxMs: 120 });
    expect(strip.bars.map(({ height }) => height)).toEqual([11, 11, 24, 24, 24, 11]);
  });

  test('has no time of now if the newest check was not accepted', () => {
    expect(stripOf([accepted(40), failed('uncertain')])).toMatchObject({ nowMs: null, maxMs: 40 });
    expect(stripOf([])).toEqual({ bars: [], unanswered: 0, rejected: 0, nowMs: null, maxMs: null });
    expect(stripOf([accepted(0)]).bars).toMatchObject([{ kind: 'newest', height: 4 }]);
  });

  test('shows every one of the last checks, inside its height', () => {
    const point = fc.record({
      at: fc.nat(),
      verdict: fc.constantFrom(...verdicts),
      tookMs: fc.option(fc.nat(100_000)),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), (points) => {
        const { bars, maxMs } = stripOf(points);
        expect(bars.map((bar) => bar.point)).toEqual(points.slice(-stripLength));
        for (const { height } of bars) {
          expect(height).toBeGreaterThanOrEqual(4);
          expect(height).toBeLessThanOrEqual(stripHeight);
        }
        if (maxMs !== null)
          expect(bars.some(({ height }) => height === stripHeight) || maxMs === 0).toBe(true);
      }),
    );
  });
});
