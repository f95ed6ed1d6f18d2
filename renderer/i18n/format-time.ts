import type { TFunction } from 'i18next';
import { type EpochMs, isMoment } from '../../contract/core/time.ts';
import { dayOf, type Lifetime, leftOf, lengthOf, type Span, spanOf } from '../time/durations.ts';

/** Gives the texts of the language in force. */
export type Say = TFunction<'wording'>;

/** "12 days", "5 h 10 min", "48 s". */
export function saySpan(t: Say, span: Span): string {
  switch (span.unit) {
    case 'days':
      return t('time.span.days', { count: span.days });
    case 'hours':
      return span.minutes === 0
        ? t('time.span.hours', { hours: span.hours })
        : t('time.span.hoursMinutes', hoursOf(span));
    case 'minutes':
      return t('time.span.minutes', { minutes: span.minutes });
    case 'seconds':
      return t('time.span.seconds', { seconds: span.seconds });
  }
}

/** "12 days", "36 h", "10 h 30 min": how long something was set to last. */
export function sayLength(t: Say, seconds: number): string {
  return saySpan(t, lengthOf(seconds * 1_000));
}

/** "12 days left", "no expiry known", "time is up". */
export function sayLeft(t: Say, lifetime: Lifetime, now: EpochMs): string {
  const left = leftOf(lifetime, now);
  switch (left.unit) {
    case 'days':
      return t('time.left.days', { count: left.days });
    case 'hours':
      return left.minutes === 0
        ? t('time.left.hours', { hours: left.hours })
        : t('time.left.hoursMinutes', hoursOf(left));
    case 'minutes':
      return t('time.left.minutes', { minutes: left.minutes });
    case 'seconds':
      return t('time.left.seconds', { seconds: left.seconds });
    case 'unknown':
      return t('time.left.unknown');
    case 'over':
      return t('time.left.over');
  }
}

/** "3 min ago", "just now". */
export function sayAgo(t: Say, moment: EpochMs, now: EpochMs): string {
  const span = spanOf(now - moment);
  switch (span.unit) {
    case 'days':
      return t('time.ago.days', { count: span.days });
    case 'hours':
      return t('time.ago.hours', { hours: span.hours });
    case 'minutes':
      return t('time.ago.minutes', { minutes: span.minutes });
    case 'seconds':
      return t('time.ago.justNow');
  }
}

const hoursOf = (span: { readonly hours: number; readonly minutes: number }) => ({
  hours: span.hours,
  minutes: span.minutes,
});

/** "tomorrow, 09:12", "6 Dec 2026, 09:12". */
export function sayMoment(t: Say, language: string, moment: EpochMs, now: EpochMs): string {
  const time = format(language, { hour: '2-digit', minute: '2-digit' }, moment);
  if (!isMoment(moment)) return time;
  const day = dayOf(moment, now);
  if (day !== 'other') return t(`time.${day}`, { time });
  return t('time.onDay', { time, day: sayDay(language, moment) });
}

/** "6 Dec 2026". */
export function sayDay(language: string, moment: EpochMs): string {
  return format(language, { day: 'numeric', month: 'short', year: 'numeric' }, moment);
}

/** Date and time to the minute, with the zone: what a person would write down. */
export function sayExactly(language: string, moment: EpochMs): string {
  const date = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return format(language, { ...date, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }, moment);
}

/** A dash for what no calendar knows: one strange number must not cost the whole picture. */
function format(language: string, options: Intl.DateTimeFormatOptions, moment: EpochMs): string {
  return isMoment(moment) ? formatter(language, options).format(moment) : '—';
}

const formatters = new Map<string, Intl.DateTimeFormat>();

// Making a formatter costs far more than using one.
function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known =
    formatters.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { hourCycle: 'h23', ...options });
  formatters.set(key, known);
  return known;
}

// Day before month and a 24-hour clock, as operators write them.
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language);

/** The same text with its first letter large. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
