import { dayMs, type EpochMs, hourMs, isMoment, minuteMs } from '../../contract/core/time.ts';
import type { ClipboardNote } from '../../contract/state.ts';
import { secondsBelowMs } from './tick-interval.ts';

/** A stretch of time as people say it. */
export type Duration =
  | { readonly unit: 'days'; readonly days: number }
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: number }
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'seconds'; readonly seconds: number };

/** From here on nobody asks for the minutes. */
const maxHoursWithMinutes = 10;

/** Cuts a stretch of time down to what people say; never negative, never more than there is. */
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

/** A length that was set, cut at most to the minute: whole days, else hours and minutes. */
export function toExactDuration(ms: number): Duration {
  if (!Number.isFinite(ms) || ms < hourMs || ms % dayMs === 0) return toDuration(ms);
  return { unit: 'hours', hours: Math.floor(ms / hourMs), minutes: Math.floor((ms % hourMs) / minuteMs) };
}

/** From when until when a session lasts; null where the server named no end. */
export interface Lifetime {
  readonly loggedInAt: EpochMs;
  readonly expiresAt: EpochMs | null;
}

/** The answer to a login is so much on its way, and clocks are put right by so much, that nobody means it. */
const toleranceMs = 5 * minuteMs;

/** How long a session lasts in all: whole days, or hours and minutes where a day more or less would matter. */
export function totalDuration(from: EpochMs, to: EpochMs): Duration {
  const ms = Math.max(0, to - from);
  const days = Math.round(ms / dayMs);
  if (days > 0 && Math.abs(ms - days * dayMs) <= toleranceMs) return { unit: 'days', days };
  return ms >= 2 * dayMs ? toDuration(ms) : toExactDuration(Math.round(ms / minuteMs) * minuteMs);
}

/** How much of a session is left: a span, or over, or unknown. */
export type Remaining = Duration | { readonly unit: 'over' } | { readonly unit: 'unknown' };

/** How much of a session is left. Its first day counts as a whole one, so that a fresh one has all its days. */
export function remaining({ loggedInAt, expiresAt }: Lifetime, now: EpochMs): Remaining {
  if (!isMoment(expiresAt)) return { unit: 'unknown' };
  return expiresAt <= now ? { unit: 'over' } : remainingDuration(loggedInAt, expiresAt, now);
}

/** The same of a session that has an end. */
export function remainingDuration(from: EpochMs, to: EpochMs, now: EpochMs): Duration {
  const total = totalDuration(from, to);
  const left = to - now;
  if (total.unit !== 'days' || now - from >= dayMs || left < dayMs - toleranceMs) return toDuration(left);
  return { unit: 'days', days: Math.min(total.days, Math.ceil(left / dayMs)) };
}

/** Which day a moment is on, as seen from now. */
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

/** For how many seconds a header still works whose session had under a minute left when it was copied; null for others. */
export function sessionSecondsLeft({ endsAt, copiedAt }: ClipboardNote, now: EpochMs): number | null {
  if (endsAt === null || endsAt - copiedAt >= shownBelowMs) return null;
  return Math.max(0, Math.ceil((endsAt - now) / 1_000));
}
