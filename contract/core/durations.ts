import { dayMs, type EpochMs, hourMs, isMoment, minuteMs } from './time.ts';

/** Below this, seconds are shown. */
export const secondsBelowMs = 2 * 60_000;

/** A duration in the unit in which people express it. */
export type Duration =
  | { readonly unit: 'days'; readonly days: number }
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: number }
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'seconds'; readonly seconds: number };

/** From this many hours on minutes are left out. */
const maxHoursWithMinutes = 10;

/** Rounds a duration down to what people say; never negative. */
export function toDuration(ms: number): Duration {
  if (!Number.isFinite(ms)) return { unit: 'seconds', seconds: 0 };
  if (ms >= dayMs) return { unit: 'days', days: Math.floor(ms / dayMs) };
  if (ms >= hourMs) {
    const hours = Math.floor(ms / hourMs);
    return {
      unit: 'hours',
      hours,
      minutes: hours < maxHoursWithMinutes ? Math.floor((ms % hourMs) / minuteMs) : 0,
    };
  }
  if (ms >= secondsBelowMs) return { unit: 'minutes', minutes: Math.floor(ms / minuteMs) };
  return { unit: 'seconds', seconds: Math.max(0, Math.ceil(ms / 1_000)) };
}

/** A configured duration, to the minute: whole days, else hours and minutes. */
export function toExactDuration(ms: number): Duration {
  if (!Number.isFinite(ms) || ms < hourMs || ms % dayMs === 0) return toDuration(ms);
  return { unit: 'hours', hours: Math.floor(ms / hourMs), minutes: Math.floor((ms % hourMs) / minuteMs) };
}

/** Start and expiry of a session; null if the server sent no expiry. */
export interface Lifetime {
  readonly loggedInAt: EpochMs;
  readonly expiresAt: EpochMs | null;
}

/** Tolerance for the duration of the log-in request and for clock corrections. */
const toleranceMs = 5 * minuteMs;

/** The total duration of a session: whole days, or hours and minutes if it is short. */
export function totalDuration(from: EpochMs, to: EpochMs): Duration {
  const ms = Math.max(0, to - from);
  const days = Math.round(ms / dayMs);
  if (days > 0 && Math.abs(ms - days * dayMs) <= toleranceMs) return { unit: 'days', days };
  return ms >= 2 * dayMs ? toDuration(ms) : toExactDuration(Math.round(ms / minuteMs) * minuteMs);
}

/** The remaining time: a duration, over, or unknown. */
export type Remaining = Duration | { readonly unit: 'over' } | { readonly unit: 'unknown' };

/** The remaining time. The first day counts as whole, so that a new session has all its days. */
export function remaining({ loggedInAt, expiresAt }: Lifetime, now: EpochMs): Remaining {
  if (!isMoment(expiresAt)) return { unit: 'unknown' };
  return expiresAt <= now ? { unit: 'over' } : remainingDuration(loggedInAt, expiresAt, now);
}

/** The same for a session with a known expiry. */
export function remainingDuration(from: EpochMs, to: EpochMs, now: EpochMs): Duration {
  const total = totalDuration(from, to);
  const left = to - now;
  if (total.unit !== 'days' || now - from >= dayMs || left < dayMs - toleranceMs) return toDuration(left);
  return { unit: 'days', days: Math.min(total.days, Math.ceil(left / dayMs)) };
}

/** The day of a moment relative to now. */
export function relativeDay(moment: EpochMs, now: EpochMs): 'yesterday' | 'today' | 'tomorrow' | 'other' {
  const days = Math.round((startOfDay(moment) - startOfDay(now)) / dayMs);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days === -1 ? 'yesterday' : 'other';
}

function startOfDay(moment: EpochMs): EpochMs {
  return new Date(moment).setHours(0, 0, 0, 0);
}

const shownBelowMs = 60_000;

/** How many seconds a copied header still works, if under a minute was left when it was copied; else null. */
export function sessionSecondsLeft(
  { endsAt, copiedAt }: { readonly endsAt: EpochMs | null; readonly copiedAt: EpochMs },
  now: EpochMs,
): number | null {
  if (endsAt === null || endsAt - copiedAt >= shownBelowMs) return null;
  return Math.max(0, Math.ceil((endsAt - now) / 1_000));
}

/** Whole seconds until a moment; 0 if it has passed. */
export function secondsUntil(moment: EpochMs, now: EpochMs): number {
  return Math.max(0, Math.ceil((moment - now) / 1_000));
}
