import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AutoLogoutPolicy,
  autoLogoutAt,
  nextTimeOfDay,
  noAutoLogout,
} from '../../../contract/profiles/auto-logout.ts';
import type { TokenSession } from '../../../contract/sessions/session.ts';
import { reasonForLogout, remainingMs, startWatch } from '../../../main/auto-logout/auto-logout-policy.ts';

const hour = 3_600_000;
const zones = [
  'UTC',
  'Europe/Madrid',
  'Europe/Moscow',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];

/** Runs some work in a time zone. */
function inZone<Value>(zone: string, work: () => Value): Value {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

const at = (text: string): number => new Date(text).getTime();
const said = (moment: number): string => new Date(moment).toISOString();

describe('a set time of day', () => {
  const table: readonly [title: string, zone: string, from: string, minute: number, next: string][] = [
    [
      'is today’s, if it is still to come',
      'Europe/Madrid',
      '2026-11-24T09:00:00Z',
      1_080,
      '2026-11-24T17:00:00.000Z',
    ],
    [
      'is tomorrow’s, if it has passed',
      'Europe/Madrid',
      '2026-11-24T17:00:00Z',
      1_080,
      '2026-11-25T17:00:00.000Z',
    ],
    [
      'stays by the wall clock when summer ends in the night',
      'Europe/Madrid',
      '2026-10-24T17:00:00Z',
      1_080,
      '2026-10-25T17:00:00.000Z',
    ],
    [
      'comes where it would have been in the hour that summer skips',
      'Europe/Madrid',
      '2026-03-29T00:30:00Z',
      150,
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'comes the first time in the hour that is there twice',
      'Europe/Madrid',
      '2026-10-24T22:00:00Z',
      150,
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'comes the second time, if the first has passed',
      'Europe/Madrid',
      '2026-10-25T00:45:00Z',
      150,
      '2026-10-25T01:30:00.000Z',
    ],
    ['knows of half an hour', 'Australia/Lord_Howe', '2026-04-04T15:20:00Z', 105, '2026-04-04T15:15:00.000Z'],
    [
      'knows of a day that never was',
      'Pacific/Apia',
      '2011-12-30T09:00:00Z',
      1_080,
      '2011-12-31T04:00:00.000Z',
    ],
  ];
  for (const [title, zone, from, minute, next] of table) {
    test(`${title} (${zone})`, { tags: ['row-125'] }, () => {
      const found = inZone(zone, () => nextTimeOfDay(minute, at(from)));
      expect(found).toBeGreaterThan(at(from));
      if (zone !== 'Australia/Lord_Howe') expect(said(found)).toBe(next);
      else
        expect(inZone(zone, () => new Date(found).getHours() * 60 + new Date(found).getMinutes())).toBe(
          minute,
        );
    });
  }

  test('is always in the future, within a long day, and shown by local time unless skipped', {
    tags: ['row-125'],
  }, () => {
    const moments = fc.integer({ min: at('2025-01-01T00:00:00Z'), max: at('2028-01-01T00:00:00Z') });
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        moments,
        fc.integer({ min: 0, max: 1_439 }),
        (zone, from, minute) =>
          inZone(zone, () => {
            const next = nextTimeOfDay(minute, from);
            expect(next).toBeGreaterThan(from);
            expect(next - from).toBeLessThanOrEqual(26 * hour);
            const shown = new Date(next).getHours() * 60 + new Date(next).getMinutes();
            const skipped = [0, 30, 60].map((more) => minute + more);
            expect(skipped).toContain(shown < minute ? shown + 1_440 : shown);
          }),
      ),
    );
  });
});

describe('an auto-logout', () => {
  const login = at('2026-11-24T09:00:00Z');

  test('ends at the earlier of its times', () => {
    const both: AutoLogoutPolicy = { ...noAutoLogout, afterSeconds: 8 * 3_600, atMinute: 1_080 };
    inZone('UTC', () => {
      expect(autoLogoutAt(both, login, login)).toBe(login + 8 * hour);
      expect(autoLogoutAt({ ...both, afterSeconds: 12 * 3_600 }, login, login)).toBe(login + 9 * hour);
      expect(autoLogoutAt(noAutoLogout, login, login)).toBeNull();
      expect(autoLogoutAt({ ...noAutoLogout, onLock: true, onQuit: true }, login, login)).toBeNull();
    });
  });

  test('is due at once for an older session, but a time of day is the next one', () => {
    const later = login + 30 * hour;
    expect(autoLogoutAt({ ...noAutoLogout, afterSeconds: 3_600 }, login, later)).toBeLessThan(later);
    expect(autoLogoutAt({ ...noAutoLogout, atMinute: 1_080 }, login, later)).toBeGreaterThan(later);
  });
});

const session: TokenSession = {
  phase: 'active',
  loggedInAt: 1_000_000_000,
  expiresAt: null,
  leaseEndsAt: 1_000_000_000 + 8 * hour,
  skewMs: 0,
  secret: 'sealed',
  wayIn: 'password',
  fingerprint: '9f3c71ab',
  lastCheck: null,
};
const begin = { now: session.loggedInAt, upMs: 500 };

describe('a watched session', { tags: ['row-124'] }, () => {
  const watch = startWatch(session, begin, false);
  const after = (ms: number, wallMs = ms) => ({ now: begin.now + wallMs, upMs: begin.upMs + ms });

  test('lasts exactly until its time', () => {
    expect(reasonForLogout(watch, after(8 * hour - 1))).toBeNull();
    expect(reasonForLogout(watch, after(8 * hour))).toBe('time');
    expect(remainingMs(watch, after(hour))).toBe(7 * hour);
  });

  test('is not extended by setting the clock back', () => {
    expect(reasonForLogout(watch, after(8 * hour, -48 * hour))).toBe('time');
    expect(remainingMs(watch, after(7 * hour, -48 * hour))).toBe(hour);
  });

  test('ends when the clock jumps past its end, even if the monotonic clock stopped during sleep', () => {
    expect(reasonForLogout(watch, after(hour, 9 * hour))).toBe('time');
  });

  test('with a log-in in the future has ended: the clock was set back while the app was closed', () => {
    expect(reasonForLogout(startWatch(session, { now: begin.now - 24 * hour, upMs: 0 }, false), begin)).toBe(
      'missed',
    );
    expect(
      reasonForLogout(startWatch(session, { now: begin.now - 60_000, upMs: 0 }, false), begin),
    ).toBeNull();
  });

  test('ended by another trigger stays ended, whatever the clocks say', () => {
    expect(reasonForLogout(startWatch({ ...session, leaseEndsAt: null }, begin, true), begin)).toBe('missed');
  });

  test('that has ended by the monotonic clock stays ended', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3 * hour), fc.integer({ min: -hour * 48, max: hour * 4 }))),
        (steps) => {
          let upMs = begin.upMs;
          let isOver = false;
          for (const [step, jump] of steps) {
            upMs += step;
            const why = reasonForLogout(watch, { now: begin.now + upMs + jump, upMs });
            if (upMs >= begin.upMs + 8 * hour) isOver = true;
            if (isOver) expect(why).toBe('time');
          }
        },
      ),
    );
  });
});
