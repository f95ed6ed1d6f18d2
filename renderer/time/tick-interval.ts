import { type EpochMs, minuteMs, secondMs } from '../../contract/core/time.ts';

/** Below this, time is told in seconds. */
export const nearMs = 2 * 60_000;

/**
 * How long the clock may rest before the next tick, in ms.
 *
 * A minute, but a second while one of the moments is less than two minutes away,
 * and never so long that such a moment comes near unnoticed.
 */
export function restMs(now: EpochMs, moments: Iterable<EpochMs>): number {
  let rest = minuteMs;
  for (const moment of moments) {
    const away = moment - now;
    if (away <= 0) continue;
    if (away <= nearMs) return away % secondMs === 0 ? secondMs : away % secondMs;
    rest = Math.min(rest, Math.max(away - nearMs, secondMs));
  }
  return rest;
}
