import {
  type Duration,
  type Lifetime,
  relativeDay,
  remaining,
  toDuration,
  toExactDuration,
} from '../core/durations.ts';
import { dayMs, type EpochMs, isMoment } from '../core/time.ts';
import type { Translate } from '../texts.ts';

/** "12 days", "5 h 10 min", "48 s". */
export function formatDuration(t: Translate, span: Duration): string {
  switch (span.unit) {
    case 'days':
      return t('time:span.days', { count: span.days });
    case 'hours':
      return span.minutes === 0
        ? t('time:span.hours', { hours: span.hours })
        : t('time:span.hoursMinutes', hoursAndMinutes(span));
    case 'minutes':
      return t('time:span.minutes', { minutes: span.minutes });
    case 'seconds':
      return t('time:span.seconds', { seconds: span.seconds });
  }
}

/** "12 d", "21 h", "46 min", where there is little room. */
export function formatShortDuration(t: Translate, span: Duration): string {
  if (span.unit === 'days') return t('time:span.daysShort', { days: span.days });
  return formatDuration(t, span.unit === 'hours' ? { ...span, minutes: 0 } : span);
}

/** "12 days", "36 h", "10 h 30 min": a configured duration. */
export function formatExactDuration(t: Translate, seconds: number): string {
  return formatDuration(t, toExactDuration(seconds * 1_000));
}

/** "12 days left", "expired", "expiry unknown". */
export function formatRemaining(t: Translate, lifetime: Lifetime, now: EpochMs): string {
  return describeRemaining(t, 'left', lifetime, now);
}

/** "12 days left (unverified)": by this computer's clock alone, not confirmed by the server. */
export function formatUnverified(t: Translate, lifetime: Lifetime, now: EpochMs): string {
  return describeRemaining(t, 'unverified', lifetime, now);
}

function describeRemaining(
  t: Translate,
  kind: 'left' | 'unverified',
  lifetime: Lifetime,
  now: EpochMs,
): string {
  const left = remaining(lifetime, now);
  switch (left.unit) {
    case 'days':
      return t(`time:${kind}.days`, { count: left.days });
    case 'hours':
      return left.minutes === 0
        ? t(`time:${kind}.hours`, { hours: left.hours })
        : t(`time:${kind}.hoursMinutes`, hoursAndMinutes(left));
    case 'minutes':
      return t(`time:${kind}.minutes`, { minutes: left.minutes });
    case 'seconds':
      return t(`time:${kind}.seconds`, { seconds: left.seconds });
    case 'unknown':
      return t('time:left.unknown');
    case 'over':
      return t(`time:${kind}.over`);
  }
}

/** "3 min ago", "just now". */
export function formatAgo(t: Translate, moment: EpochMs, now: EpochMs): string {
  const span = toDuration(now - moment);
  switch (span.unit) {
    case 'days':
      return t('time:ago.days', { count: span.days });
    case 'hours':
      return t('time:ago.hours', { hours: span.hours });
    case 'minutes':
      return t('time:ago.minutes', { minutes: span.minutes });
    case 'seconds':
      return t('time:ago.justNow');
  }
}

const hoursAndMinutes = (span: { readonly hours: number; readonly minutes: number }) => ({
  hours: span.hours,
  minutes: span.minutes,
});

/** "tomorrow, 09:12", "6 Dec 2026, 09:12". */
export function formatMoment(t: Translate, language: string, moment: EpochMs, now: EpochMs): string {
  const time = format(language, { hour: '2-digit', minute: '2-digit' }, moment);
  if (!isMoment(moment)) return time;
  const day = relativeDay(moment, now);
  if (day !== 'other') return t(`time:${day}`, { time });
  return t('time:onDay', { time, day: formatDay(language, moment) });
}

/** "6 Dec 2026". */
export function formatDay(language: string, moment: EpochMs): string {
  return format(language, { day: 'numeric', month: 'short', year: 'numeric' }, moment);
}

/** "8 Dec, 15:12"; with the year if the moment is further away than the day and the month can tell. */
export function formatShortMoment(language: string, moment: EpochMs, now: EpochMs): string {
  const date = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  const isFar = Math.abs(moment - now) > 300 * dayMs;
  return format(language, isFar ? { year: 'numeric', ...date } : date, moment);
}

/** "6 Dec". */
export function formatShortDay(language: string, moment: EpochMs): string {
  return format(language, { day: 'numeric', month: 'short' }, moment);
}

/** "6 December", or "Sunday, 6 December" with the day of the week. */
export function formatLongDay(language: string, moment: EpochMs, hasWeekday: boolean): string {
  const day = { day: 'numeric', month: 'long' } as const;
  return format(language, hasWeekday ? { weekday: 'long', ...day } : day, moment);
}

/** "09:12". */
export function formatTime(language: string, moment: EpochMs): string {
  return format(language, { hour: '2-digit', minute: '2-digit' }, moment);
}

/** "Feb"; "Jan 2027" for the first month of a year. */
export function formatMonth(language: string, moment: EpochMs): string {
  const isFirst = new Date(moment).getMonth() === 0;
  return format(language, { month: 'short', ...(isFirst ? { year: 'numeric' as const } : {}) }, moment);
}

/** Date and time to the minute with the time zone, for records. */
export function formatDateTime(language: string, moment: EpochMs): string {
  const date = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return format(language, { ...date, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }, moment);
}

/** A dash for times out of range, so that one bad value does not break the window. */
function format(language: string, options: Intl.DateTimeFormatOptions, moment: EpochMs): string {
  if (!isMoment(moment)) return '—';
  // `Intl` writes "6 дек. 2026 г., 09:12"; lists and tables do without the word for the year.
  return formatter(language, options).format(moment).replace(/\sг\./, '');
}

const formatters = new Map<string, Intl.DateTimeFormat>();

// Creating a formatter costs far more than using it.
function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known =
    formatters.get(key) ?? new Intl.DateTimeFormat(localeFor(language), { hourCycle: 'h23', ...options });
  formatters.set(key, known);
  return known;
}

// Day before month and a 24-hour clock, as operators write them.
const localeFor = (language: string): string => (language === 'en' ? 'en-GB' : language);
