import type { EpochMs } from '../../contract/time.ts';
import { nearMs } from '../state/clock-rules.ts';

/** A stretch of time as people say it. */
export type Span =
  | { readonly unit: 'days'; readonly days: number }
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: number }
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'seconds'; readonly seconds: number };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** From here on nobody asks for the minutes. */
const manyHours = 10;

/** Cuts a stretch of time down to what people say; never negative, never more than there is. */
export function spanOf(ms: number): Span {
  if (ms >= dayMs) return { unit: 'days', days: Math.floor(ms / dayMs) };
  if (ms >= hourMs) {
    const hours = Math.floor(ms / hourMs);
    return { unit: 'hours', hours, minutes: hours < manyHours ? Math.floor((ms % hourMs) / minuteMs) : 0 };
  }
  if (ms >= nearMs) return { unit: 'minutes', minutes: Math.floor(ms / minuteMs) };
  return { unit: 'seconds', seconds: Math.max(0, Math.ceil(ms / 1_000)) };
}

/** A length that was set, cut at most to the minute: whole days, else hours and minutes. */
export function lengthOf(ms: number): Span {
  if (ms < hourMs || ms % dayMs === 0) return spanOf(ms);
  return { unit: 'hours', hours: Math.floor(ms / hourMs), minutes: Math.floor((ms % hourMs) / minuteMs) };
}

/** How much of a session is left: a span, or over, or unknown. */
export type Left = Span | { readonly unit: 'over' } | { readonly unit: 'unknown' };

/** How much is left until a moment. */
export function leftUntil(moment: EpochMs | null, now: EpochMs): Left {
  if (moment === null) return { unit: 'unknown' };
  return moment <= now ? { unit: 'over' } : spanOf(moment - now);
}

/** Which day a moment is on, as seen from now. */
export function dayOf(moment: EpochMs, now: EpochMs): 'yesterday' | 'today' | 'tomorrow' | 'other' {
  const days = Math.round((startOfDay(moment) - startOfDay(now)) / dayMs);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days === -1 ? 'yesterday' : 'other';
}

function startOfDay(moment: EpochMs): EpochMs {
  return new Date(moment).setHours(0, 0, 0, 0);
}
