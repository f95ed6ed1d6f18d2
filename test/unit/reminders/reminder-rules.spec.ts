import { describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../contract/core/time.ts';
import {
  type ExpiringSession,
  expiringSession,
  isDue,
  type LastTold,
  planReminders,
  snoozeEnd,
  type Told,
} from '../../../main/reminders/reminder-rules.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const steps = [14 * dayMs, 3 * dayMs, dayMs, hourMs, 0];
const now = Date.UTC(2026, 10, 28, 12);
const none: LastTold = { days: null, hours: null };

const endingIn = (ms: number, lengthMs = 180 * dayMs): ExpiringSession => {
  return { loggedInAt: now + ms - lengthMs, expiresAt: now + ms, serverEnd: now + ms };
};
const plan = (session: ExpiringSession, told?: Told, last = none, at = now) =>
  planReminders([['one', session, told] as const], steps, last, at);
const toldStep = (session: ExpiringSession, told?: Told) => plan(session, told).tell.get('one')?.step;
const told = (
  { serverEnd }: ExpiringSession,
  step: number | null,
  snoozedUntil: number | null = null,
): Told => {
  return { serverEnd, step, snoozedUntil };
};

describe('a reminder', () => {
  test.each([
    [15 * dayMs, undefined],
    [14 * dayMs, 14 * dayMs],
    [4 * dayMs, 14 * dayMs],
    [2 * dayMs, 3 * dayMs],
    [2 * hourMs, dayMs],
    [10 * minuteMs, hourMs],
    [minuteMs, 0],
    [-dayMs, 0],
    [-31 * dayMs, undefined],
  ])('comes %i ms before the end for the step %s', (ms, step) => {
    expect(toldStep(endingIn(ms))).toBe(step);
  });

  test('leaves out steps that are nearly as long as the session', () => {
    expect(toldStep(endingIn(20 * hourMs, dayMs))).toBeUndefined();
    expect(toldStep(endingIn(50 * minuteMs, dayMs))).toBe(hourMs);
    expect(toldStep(endingIn(50 * minuteMs, hourMs))).toBeUndefined();
    expect(toldStep(endingIn(-1, hourMs))).toBe(0);
  });

  test('is not repeated for its session, and begins anew with the next one', () => {
    const session = endingIn(2 * dayMs);
    expect(toldStep(session, told(session, 3 * dayMs))).toBeUndefined();
    expect(toldStep(session, told(session, dayMs)), 'told ahead').toBeUndefined();
    expect(toldStep(session, told(session, 14 * dayMs))).toBe(3 * dayMs);
    expect(toldStep(session, told(endingIn(-dayMs), 0))).toBe(3 * dayMs);
  });

  test('waits for the next step, or until the day after the last one', () => {
    const session = endingIn(4 * dayMs);
    expect(plan(session, told(session, 14 * dayMs)).next).toBe(now + dayMs);
    expect(plan(endingIn(2 * dayMs), undefined, { days: now - hourMs, hours: null })).toMatchObject({
      next: now + 23 * hourMs,
    });
  });

  test('is silent while it is snoozed, and then comes again', () => {
    const session = endingIn(2 * dayMs);
    const snoozed = told(session, 3 * dayMs, now + hourMs);
    expect(plan(session, snoozed)).toMatchObject({ next: now + hourMs });
    expect(isDue(session, snoozed, steps, now)).toBe(false);
    expect(plan(session, snoozed, none, now + hourMs).tell.get('one')).toEqual(told(session, 3 * dayMs));
    expect(isDue(session, snoozed, steps, now + hourMs)).toBe(true);
  });

  test('is snoozed by the clock of the wall, and never beyond the end', () => {
    expect(snoozeEnd(endingIn(2 * dayMs), 'hour', now)).toBe(now + hourMs);
    expect(snoozeEnd(endingIn(10 * minuteMs), 'hour', now)).toBe(now + 10 * minuteMs);
    expect(snoozeEnd(endingIn(-dayMs), 'hour', now)).toBe(now + hourMs);
    expect(snoozeEnd(endingIn(3 * dayMs), 'day-before', now)).toBe(now + 2 * dayMs);
  });

  test.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland'])(
    'is snoozed until 9:00 of the next day in %s, also when the clocks change',
    (zone) => {
      const before = process.env.TZ;
      process.env.TZ = zone;
      try {
        for (let day = 0; day < 366; day += 1) {
          const at = now + day * dayMs;
          const until = new Date(snoozeEnd({ ...endingIn(0), expiresAt: at + 9 * dayMs }, 'tomorrow', at));
          expect([until.getHours(), until.getMinutes()]).toEqual([9, 0]);
          const days = new Date(until).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0);
          expect(Math.round(days / dayMs)).toBe(1);
        }
      } finally {
        process.env.TZ = before;
      }
    },
  );

  test('is due from its step on, or once it was told, if that step is chosen', () => {
    const session = endingIn(3 * dayMs + hourMs);
    expect(isDue(session, undefined, [3 * dayMs], now)).toBe(false);
    expect(isDue(session, told(session, 3 * dayMs), [3 * dayMs], now)).toBe(true);
    expect(isDue(session, told(session, 3 * dayMs), [dayMs], now)).toBe(false);
    expect(isDue(session, undefined, [14 * dayMs], now)).toBe(true);
    expect(isDue(session, undefined, [], now)).toBe(false);
  });

  test('is about sessions with an end, of servers that are not hidden and did not refuse them', () => {
    const session = {
      ...({ phase: 'active', secret: 'sealed', wayIn: 'password', fingerprint: '0123abcd' } as const),
      ...{ loggedInAt: 1, expiresAt: now, leaseEndsAt: null, skewMs: 5, lastCheck: null },
    };
    const check = { verdict: 'refused', at: now, tookMs: null, problem: null } as const;
    expect(expiringSession(sampleRow({ session }))).toEqual({
      loggedInAt: 1,
      expiresAt: now,
      serverEnd: now + 5,
    });
    expect(expiringSession(sampleRow({ session: { phase: 'logging-in', before: session } }))).not.toBeNull();
    expect(expiringSession(sampleRow({ session: { phase: 'logged-out' } }))).toBeNull();
    expect(expiringSession(sampleRow({ session: { ...session, expiresAt: null } }))).toBeNull();
    expect(expiringSession(sampleRow({ session: { ...session, lastCheck: check } }))).toBeNull();
    expect(expiringSession(sampleRow({ session, profile: sampleProfile({ hidden: true }) }))).toBeNull();
  });
});
