import { describe, expect, test } from 'vitest';
import { relativeDay, remaining, toDuration, totalDuration } from '../../../../contract/core/durations.ts';
import {
  formatAgo,
  formatDateTime,
  formatDay,
  formatDuration,
  formatExactDuration,
  formatMoment,
  formatRemaining,
} from '../../../../contract/i18n/format-time.ts';
import { describeAutoLogout } from '../../../../renderer/i18n/format-auto-logout.ts';
import { speech } from '../../../support/app/speech.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const now = new Date(2026, 10, 24, 12, 0).getTime();

/** Replaces all spaces with plain ones. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

/** A session that is three days old. */
const old = (expiresAt: number | null) => ({ loggedInAt: now - 3 * day, expiresAt });

describe('time left', () => {
  test('is in days, hours, minutes or seconds', async () => {
    const t = await speech('en');
    const left = (ms: number): string => formatRemaining(t, old(now + ms), now);
    expect(left(12 * day + 5 * hour)).toBe('12 days left');
    expect(left(day)).toBe('1 day left');
    expect(left(day - 1)).toBe('23 h left');
    expect(left(5 * hour + 10 * minute)).toBe('5 h 10 min left');
    expect(left(6 * hour)).toBe('6 h left');
    expect(left(59 * minute)).toBe('59 min left');
    expect(left(2 * minute)).toBe('2 min left');
    expect(left(119 * second)).toBe('119 s left');
    expect(left(48 * second)).toBe('48 s left');
    expect(left(1)).toBe('1 s left');
  });

  test('is never negative', async () => {
    const t = await speech('en');
    expect(formatRemaining(t, old(now), now)).toBe('expired');
    expect(formatRemaining(t, old(now - 26 * hour), now)).toBe('expired');
    expect(toDuration(-5 * day)).toEqual({ unit: 'seconds', seconds: 0 });
  });

  test('is unknown without an expiry', async () => {
    expect(remaining(old(null), now)).toEqual({ unit: 'unknown' });
    expect(formatRemaining(await speech('en'), old(null), now)).toBe('expiry unknown');
  });

  test('of a new session is the total, and its first day counts as whole', async () => {
    const t = await speech('en');
    const fresh = (total: number, age: number): string =>
      formatRemaining(t, { loggedInAt: now - age, expiresAt: now - age + total }, now);
    expect(fresh(180 * day, 2 * second)).toBe('180 days left');
    expect(fresh(180 * day - 3 * second, 0)).toBe('180 days left');
    expect(fresh(180 * day, 23 * hour)).toBe('180 days left');
    expect(fresh(180 * day, day)).toBe('179 days left');
    expect(fresh(180 * day, day + 1)).toBe('178 days left');
    expect(fresh(day, second)).toBe('1 day left');
    expect(fresh(day, hour)).toBe('23 h left');
    expect(fresh(21 * hour, 1)).toBe('20 h left');
    // The age of a pasted token counts from when it was pasted.
    expect(fresh(1.1 * day, 1)).toBe('1 day left');
  });

  test('is of a total that is never rounded up to a day', async () => {
    const t = await speech('en');
    const total = (ms: number): string => formatDuration(t, totalDuration(now, now + ms));
    expect(total(180 * day - 3 * second)).toBe('180 days');
    expect(total(21 * hour - second)).toBe('21 h');
    expect(total(38 * hour + 24 * minute)).toBe('38 h 24 min');
    expect(total(2.9 * day)).toBe('2 days');
    expect(total(50 * minute)).toBe('50 min');
    expect(total(-day)).toBe('0 s');
  });

  test('never exceeds the actual time', () => {
    expect(toDuration(2 * day - 1)).toEqual({ unit: 'days', days: 1 });
    expect(toDuration(21 * hour - 1)).toEqual({ unit: 'hours', hours: 20, minutes: 0 });
    expect(toDuration(2 * hour - 1)).toEqual({ unit: 'hours', hours: 1, minutes: 59 });
  });

  test('counts in Russian', async () => {
    const t = await speech('ru');
    const left = (days: number): string => plain(formatRemaining(t, old(now + days * day), now));
    expect([1, 2, 5, 11, 21, 22, 112].map(left)).toEqual([
      'остался 1 день',
      'осталось 2 дня',
      'осталось 5 дней',
      'осталось 11 дней',
      'остался 21 день',
      'осталось 22 дня',
      'осталось 112 дней',
    ]);
  });

  test('counts in Spanish', async () => {
    const t = await speech('es');
    expect(plain(formatDuration(t, toDuration(day)))).toBe('1 día');
    expect(plain(formatDuration(t, toDuration(2 * day)))).toBe('2 días');
  });
});

describe('a configured duration', () => {
  const of = async (ms: number): Promise<string> => formatExactDuration(await speech('en'), ms / second);

  test('is exact, in whole days or in hours and minutes', async () => {
    expect(await of(180 * day)).toBe('180 days');
    expect(await of(day)).toBe('1 day');
    expect(await of(36 * hour)).toBe('36 h');
    expect(await of(630 * minute)).toBe('10 h 30 min');
    expect(await of(day + minute)).toBe('24 h 1 min');
    expect(await of(8 * hour)).toBe('8 h');
    expect(await of(45 * minute)).toBe('45 min');
  });

  test('is not shorter in the rule of an auto-logout', async () => {
    const lease = { afterSeconds: 129_600, atMinute: null, onLock: false, onQuit: false };
    expect(describeAutoLogout(await speech('en'), lease)).toEqual(['36 h after log-in']);
  });
});

describe('time past', () => {
  test('starts with “just now” and grows', async () => {
    const t = await speech('en');
    expect(formatAgo(t, now, now)).toBe('just now');
    expect(formatAgo(t, now + minute, now)).toBe('just now');
    expect(formatAgo(t, now - 3 * minute, now)).toBe('3 min ago');
    expect(formatAgo(t, now - 5 * hour, now)).toBe('5 h ago');
    expect(formatAgo(t, now - 40 * day, now)).toBe('40 days ago');
  });
});

describe('a moment', () => {
  test('nearby is named by its day', async () => {
    const t = await speech('en');
    const at = (date: Date): string => formatMoment(t, 'en', date.getTime(), now);
    expect(at(new Date(2026, 10, 24, 23, 59))).toBe('today, 23:59');
    expect(at(new Date(2026, 10, 25, 0, 0))).toBe('tomorrow, 00:00');
    expect(at(new Date(2026, 10, 23, 9, 12))).toBe('yesterday, 09:12');
    expect(at(new Date(2026, 11, 6, 9, 12))).toBe('6 Dec 2026, 09:12');
  });

  test('keeps its day across a change of the clocks', { tags: ['row-125'] }, () => {
    expect(relativeDay(new Date(2026, 2, 29, 1).getTime(), new Date(2026, 2, 28, 23).getTime())).toBe(
      'tomorrow',
    );
    expect(relativeDay(new Date(2026, 9, 25, 23).getTime(), new Date(2026, 9, 26, 1).getTime())).toBe(
      'yesterday',
    );
  });
});

describe('a date', () => {
  test('is without the word for the year in Russian', async () => {
    const t = await speech('ru');
    const moment = new Date(2026, 11, 6, 9, 12).getTime();
    expect(plain(formatMoment(t, 'ru', moment, now))).toBe('6 дек. 2026 в 09:12');
    expect(plain(formatDateTime('ru', moment))).toContain('6 дек. 2026,');
    expect(plain(formatDay('ru', new Date(2026, 7, 30).getTime()))).toBe('30 авг. 2026');
  });
});
