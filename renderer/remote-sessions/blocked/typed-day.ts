import type { EpochMs } from '../../../contract/core/time.ts';

/** A local day as people write it in a language, such as "31/12/2026" or "31.12.2026". */
export function formatTypedDay(language: string, moment: EpochMs): string {
  return formatOf(language).format(moment);
}

/**
 * The last second of a typed day; null if it is none.
 *
 * Its numbers are in the order of the language, or the year comes first with four digits; between them is anything that
 * people put there. A year of two digits is one of this century.
 */
export function readTypedDay(language: string, text: string): EpochMs | null {
  const found = /^(\d{1,4})[\s./-]+(\d{1,2})[\s./-]+(\d{1,4})\.?$/.exec(text.trim());
  if (!found) return null;
  const [first = '', ...rest] = found.slice(1);
  const order = first.length > 2 ? (['year', 'month', 'day'] as const) : orderOf(language);
  const numbers = [first, ...rest];
  const part = (name: 'day' | 'month' | 'year') => numbers[order.indexOf(name)] ?? '';
  const [day, month] = [Number(part('day')), Number(part('month'))];
  const year = part('year').length === 2 ? 2_000 + Number(part('year')) : Number(part('year'));
  const end = new Date(0);
  end.setFullYear(year, month - 1, day);
  end.setHours(23, 59, 59, 0);
  // 31 April would be 1 May.
  const isDay = end.getFullYear() === year && end.getMonth() === month - 1 && end.getDate() === day;
  return isDay && year >= 1_000 ? end.getTime() : null;
}

/** The day before or after a typed one, but none before today; today if none is typed. */
export function movedDay(language: string, text: string, days: 1 | -1, now: EpochMs): string {
  const typed = readTypedDay(language, text);
  const moved = new Date(typed ?? now);
  if (typed !== null) moved.setDate(moved.getDate() + days);
  return formatTypedDay(language, Math.max(moved.getTime(), now));
}

function orderOf(language: string) {
  return formatOf(language)
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type === 'day' || type === 'month' || type === 'year');
}

function formatOf(language: string): Intl.DateTimeFormat {
  // Day before month, as in all dates of the window.
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' });
}
