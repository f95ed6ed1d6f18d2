import { secondsBelowMs } from '../../contract/core/durations.ts';
import { type EpochMs, minuteMs, secondMs } from '../../contract/core/time.ts';

/**
 * Milliseconds until the next tick.
 *
 * Until the next whole minute, at which all windows tick, or a second while one of the moments is less than two minutes
 * away; never longer than until a moment gets that near.
 */
export function nextTickDelay(now: EpochMs, moments: Iterable<EpochMs>): number {
  let rest = minuteMs - (now % minuteMs);
  for (const moment of moments) {
    const away = moment - now;
    if (away <= 0) continue;
    if (away <= secondsBelowMs) return away % secondMs === 0 ? secondMs : away % secondMs;
    rest = Math.min(rest, Math.max(away - secondsBelowMs, secondMs));
  }
  return rest;
}
