import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ServerProblem } from '../../../contract/core/problem.ts';
import type { NextCheck } from '../../../contract/sessions/checking.ts';
import type { TokenSession, Verdict } from '../../../contract/sessions/session.ts';
import { type CheckFacts, nextCheckAt } from '../../../main/checks/check-schedule.ts';

const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;
const now = Date.UTC(2026, 10, 24, 12);

function session(verdict: Verdict | null, agoMs = 0, problem: ServerProblem | null = null): TokenSession {
  return {
    phase: 'active',
    loggedInAt: now - day,
    expiresAt: now + 90 * day,
    leaseEndsAt: null,
    skewMs: 0,
    secret: 'sealed',
    wayIn: 'password',
    fingerprint: '9f3c71ab',
    lastCheck: verdict === null ? null : { verdict, at: now - agoMs, tookMs: null, problem },
  };
}

function facts(of: Partial<CheckFacts>): CheckFacts {
  return {
    session: session('accepted'),
    checksItself: true,
    everyMinutes: 30,
    failures: 0,
    luck: 0,
    sessions: 1,
    since: now - day,
    networkAt: 0,
    restMs: 0,
    now,
    ...of,
  };
}

const inMs = (next: NextCheck): number | string => (next.kind === 'at' ? next.at - now : next.why);
const due = (of: Partial<CheckFacts>) => inMs(nextCheckAt(facts(of)));
const unreachable: ServerProblem = { code: 'server-unreachable', host: '10.0.4.7', reason: 'no-route' };
const slower = (
  retryAfterSeconds: number | null,
  code: 'too-many-requests' | 'server-unavailable' = 'too-many-requests',
): ServerProblem => ({
  ...{ code, retryAfterSeconds, host: '10.0.4.7', serverCode: null, desc: null },
  status: code === 'too-many-requests' ? 429 : 503,
});

describe('the check schedule', () => {
  test('checks an accepted session at the chosen interval, slightly early to spread the checks', () => {
    expect(due({})).toBe(30 * minute);
    expect(due({ everyMinutes: 5 })).toBe(5 * minute);
    expect(due({ luck: 1 })).toBe(27 * minute);
    expect(due({ session: session('licence') })).toBe(30 * minute);
  });

  test('never automatically checks a session that is expired, rejected, blocked or unreadable', {
    tags: ['row-18', 'row-6'],
  }, () => {
    expect(due({ session: { phase: 'logged-out' } })).toBe('no-session');
    expect(due({ session: session('refused', day) })).toBe('refused');
    expect(due({ session: session('blocked', day) })).toBe('blocked');
    expect(due({ session: { ...session('accepted'), phase: 'expired' } })).toBe('expired');
    expect(due({ session: { ...session('accepted'), expiresAt: now } })).toBe('expired');
    expect(due({ session: { ...session('accepted'), secret: 'unreadable' } })).toBe('unreadable');
  });

  test('skips excluded servers, and all if automatic checks are off', () => {
    expect(due({ checksItself: false })).toBe('paused');
    expect(due({ everyMinutes: null })).toBe('switched-off');
    expect(due({ checksItself: false, session: session('refused') })).toBe('refused');
  });

  test('doubles the delay after each failure, and uses the usual interval after five', {
    tags: ['row-21'],
  }, () => {
    const waits = [1, 2, 3, 4, 5, 6, 60].map((failures) =>
      due({ failures, session: session('unreachable', 0, unreachable) }),
    );
    expect(waits).toEqual([30, 60, 120, 240, 480, 1_800, 1_800].map((seconds) => seconds * second));
    expect(due({ failures: 6, everyMinutes: 5, session: session('unreachable', 0, unreachable) })).toBe(
      10 * minute,
    );
    expect(nextCheckAt(facts({ failures: 3, session: session('uncertain', 0, unreachable) }))).toMatchObject({
      failures: 3,
    });
  });

  test('respects Retry-After, for at most five minutes, also after a restart', {
    tags: ['row-20'],
  }, () => {
    expect(due({ failures: 1, session: session('uncertain', 0, slower(120)) })).toBe(2 * minute);
    const unavailable = slower(120, 'server-unavailable');
    expect(due({ failures: 1, session: session('uncertain', 0, unavailable) })).toBe(2 * minute);
    expect(due({ failures: 1, session: session('uncertain', 0, slower(1e9)) })).toBe(5 * minute);
    expect(due({ failures: 1, session: session('uncertain', 0, slower(null)) })).toBe(30 * second);
    // Waking up or changing the network does not shorten it.
    const awake = { since: now, networkAt: now };
    expect(due({ ...awake, session: session('uncertain', minute, slower(120)) })).toBe(minute);
    // The cooldown is not saved, so the maximum applies.
    expect(due({ since: now, session: session('uncertain', minute, null) })).toBe(4 * minute);
  });

  test('checks a session without a known expiry within a day', { tags: ['row-5'] }, () => {
    const endless = { ...session('accepted'), expiresAt: null };
    for (const everyMinutes of [5, 15, 30, 60, 7 * 24 * 60])
      expect(due({ everyMinutes, session: endless })).toBeLessThanOrEqual(day);
  });

  test('spreads overdue checks after a start, an unlock or a wake-up', { tags: ['row-128'] }, () => {
    const overdue = { since: now, session: session('accepted', 8 * 60 * minute), sessions: 50 };
    const moments = [0, 0.25, 0.5, 1].map((luck) => due({ ...overdue, luck }));
    expect(moments).toEqual([5, 17.5, 30, 55].map((seconds) => seconds * second));
    expect(due({ ...overdue, luck: 1, sessions: 10_000 })).toBe(5 * minute + 5 * second);
    // A check that is not due is not moved forward.
    expect(due({ since: now, session: session('accepted', 10 * minute) })).toBe(20 * minute);
    // A failed check does not wait for its backoff.
    expect(due({ since: now, failures: 5, session: session('unreachable', second, unreachable) })).toBe(
      5 * second,
    );
    expect(due({ since: now, session: session(null) })).toBe(5 * second);
  });

  test('checks again after a change of network, except recent checks', () => {
    const changed = { since: now, networkAt: now };
    expect(due({ ...changed, session: session('accepted', 10 * minute) })).toBe(5 * second);
    expect(due({ ...changed, session: session('accepted', minute) })).toBe(4 * minute);
  });

  test('survives a clock set back ten years: the age of a check in the future is unknown', {
    tags: ['row-124'],
  }, () => {
    const future = session('accepted', -3_650 * day);
    expect(due({ since: now, session: { ...future, expiresAt: now + 3_700 * day } })).toBe(5 * second);
    expect(due({ session: future, restMs: 29_500 })).toBe(30 * second);
  });

  test('never plans a check before the end of the cooldown', { tags: ['row-20'] }, () => {
    const verdict = fc.constantFrom<Verdict>('accepted', 'licence', 'unreachable', 'uncertain');
    const ms = fc.integer({ min: -2 * day, max: 2 * day });
    const property = fc.property(
      fc.record({
        verdict,
        ago: ms,
        since: ms,
        networkAt: ms,
        restMs: fc.integer({ min: -day, max: 5 * minute }),
        failures: fc.nat(20),
        luck: fc.double({ min: 0, max: 1, noNaN: true }),
        sessions: fc.nat(10_000),
        everyMinutes: fc.constantFrom(5, 15, 30, 60),
        retryAfter: fc.nat(1_000),
      }),
      (drawn) => {
        const asked = drawn.verdict === 'uncertain' ? slower(drawn.retryAfter) : null;
        const of = facts({
          ...drawn,
          since: now + drawn.since,
          networkAt: now + drawn.networkAt,
          session: session(drawn.verdict, drawn.ago, asked),
        });
        const next = nextCheckAt(of);
        if (next.kind !== 'at') throw new Error(next.why);
        expect(Number.isSafeInteger(next.at)).toBe(true);
        if (drawn.restMs > 0) expect(next.at).toBeGreaterThanOrEqual(now + drawn.restMs);
        if (asked && drawn.ago >= 0)
          expect(next.at).toBeGreaterThanOrEqual(
            now - drawn.ago + Math.min(drawn.retryAfter, 300) * second - 1,
          );
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});
