import { type EpochMs, minuteMs, secondMs } from '../../contract/core/time.ts';

/** Below this, time is told in seconds. */
export const secondsBelowMs = 2 * 60_000;

/**
 * How long the clock may rest before the next tick, in ms.
 *
 * A minute, but a second while one of the moments is less than two minutes away,
 * and never so long that such a moment comes near unnoticed.
 */
export function nextTickDelay(now: EpochMs, moments: Iterable<EpochMs>): number {
  let rest = minuteMs;
  for (const moment of moments) {
    const away = moment - now;
    if (away <= 0) continue;
    if (away <= secondsBelowMs) return away % secondMs === 0 ? secondMs : away % secondMs;
    rest = Math.min(rest, Math.max(away - secondsBelowMs, secondMs));
  }
  return rest;
}
