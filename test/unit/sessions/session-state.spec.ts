import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Check, Session, TokenSession } from '../../../contract/sessions/session.ts';
import {
  type Grant,
  nextExpiryCheck,
  nextSession,
  type SessionEvent,
} from '../../../main/sessions/session-state.ts';

const now = Date.UTC(2026, 10, 24, 9);
const day = 86_400_000;
const grant: Grant = {
  loggedInAt: now,
  expiresAt: now + 180 * day,
  leaseEndsAt: null,
  skewMs: 0,
  secret: 'sealed',
  fingerprint: '9f3c71ab',
  wayIn: 'password',
  tookMs: 41,
};
const accepted: Check = { verdict: 'accepted', at: now + day, tookMs: 40, problem: null };
const loggedOut: Session = { phase: 'logged-out' };

function after(...events: readonly SessionEvent[]): Session {
  return events.reduce<Session>(nextSession, loggedOut);
}

function heldAfter(...events: readonly SessionEvent[]): TokenSession {
  const session = after(...events);
  if (session.phase !== 'active' && session.phase !== 'expired')
    throw new Error(`not held: ${session.phase}`);
  return session;
}

const loggedIn: readonly SessionEvent[] = [
  { type: 'login-started' },
  { type: 'login-succeeded', granted: grant },
];

describe('a session', () => {
  test('starts with a login that the server accepted', () => {
    const session = heldAfter(...loggedIn);
    expect(session.phase).toBe('active');
    expect(session.lastCheck).toEqual({ verdict: 'accepted', at: now, tookMs: 41, problem: null });
  });

  test('expires exactly at its expiry', () => {
    const end = now + 180 * day;
    expect(after(...loggedIn, { type: 'time-passed', now: end - 1 }).phase).toBe('active');
    expect(after(...loggedIn, { type: 'time-passed', now: end }).phase).toBe('expired');
  });

  test('that the server granted in the past is expired at once', { tags: ['row-6'] }, () => {
    const late = { ...grant, expiresAt: now - 1 };
    expect(after({ type: 'login-started' }, { type: 'login-succeeded', granted: late }).phase).toBe(
      'expired',
    );
  });

  test('without a known expiry never expires by time', { tags: ['row-5'] }, () => {
    const endless = { ...grant, expiresAt: null };
    const session = after({ type: 'login-started' }, { type: 'login-succeeded', granted: endless });
    expect(nextSession(session, { type: 'time-passed', now: now + 10_000 * day }).phase).toBe('active');
    expect(nextExpiryCheck(session, now)).toBeNull();
  });

  test('is unchanged if a second log-in fails or is cancelled', () => {
    const before = heldAfter(...loggedIn);
    const trying = nextSession(before, { type: 'login-started' });
    expect(trying).toEqual({ phase: 'logging-in', before });
    expect(nextSession(trying, { type: 'login-failed' })).toEqual(before);
  });

  test('ignores a log-in response after a cancellation', () => {
    expect(after({ type: 'login-succeeded', granted: grant })).toEqual(loggedOut);
  });

  test('ignores a check that ends after the log-out', () => {
    const checked: SessionEvent = { type: 'checked', check: accepted, skewMs: 0 };
    expect(after(...loggedIn, { type: 'logged-out' }, checked)).toEqual(loggedOut);
  });

  test('takes the verdict of a check and keeps its expiry', () => {
    const refused: Check = { ...accepted, verdict: 'refused' };
    const session = heldAfter(...loggedIn, { type: 'checked', check: refused, skewMs: 0 });
    expect(session.lastCheck).toEqual(refused);
    expect(session.expiresAt).toBe(grant.expiresAt);
    expect(session.phase).toBe('active');
  });

  test('moves its expiry when the clock skew changes', {
    tags: ['row-124', 'row-126'],
  }, () => {
    const session = heldAfter(...loggedIn, { type: 'checked', check: accepted, skewMs: 60_000 });
    expect(session.expiresAt).toBe(now + 180 * day - 60_000);
    expect(session.skewMs).toBe(60_000);
  });

  test('does not move its end for the one second that the Date header cannot tell', () => {
    const session = heldAfter(...loggedIn, { type: 'checked', check: accepted, skewMs: 1_500 });
    expect(session.expiresAt).toBe(grant.expiresAt);
  });

  test('comes back to life when the server turns out to be behind this computer', {
    tags: ['row-124'],
  }, () => {
    const short = { ...grant, expiresAt: now + 1_000 };
    const expired = after(
      { type: 'login-started' },
      { type: 'login-succeeded', granted: short },
      {
        type: 'time-passed',
        now: now + 2_000,
      },
    );
    const check = { ...accepted, at: now + 2_000 };
    expect(expired.phase).toBe('expired');
    expect(nextSession(expired, { type: 'checked', check, skewMs: -3_600_000 }).phase).toBe('active');
  });

  test('keeps what a check said of it while a login was under way that came to nothing', {
    tags: ['row-53'],
  }, () => {
    const refused = { ...accepted, verdict: 'refused' } as const;
    const session = heldAfter(
      ...loggedIn,
      { type: 'login-started' },
      { type: 'checked', check: refused, skewMs: null },
      { type: 'login-failed' },
    );
    expect(session.lastCheck?.verdict).toBe('refused');
  });

  test('can only be logged out of when there is one', () => {
    expect(after({ type: 'logout-started' })).toEqual(loggedOut);
    expect(after(...loggedIn, { type: 'logout-started' }).phase).toBe('logging-out');
  });

  test('says when its token can no longer be opened here', () => {
    expect(heldAfter(...loggedIn, { type: 'secret-moved', secret: 'unreadable' }).secret).toBe('unreadable');
  });

  test('is logged out only by a log-out, whatever else happens in whatever order', () => {
    const events = fc.constantFrom<SessionEvent>(
      { type: 'login-started' },
      { type: 'login-failed' },
      { type: 'login-succeeded', granted: grant },
      { type: 'logout-started' },
      { type: 'checked', check: { ...accepted, verdict: 'refused' }, skewMs: null },
      { type: 'checked', check: { ...accepted, verdict: 'unreachable' }, skewMs: null },
      { type: 'secret-moved', secret: 'unreadable' },
      { type: 'time-passed', now: now + 365 * day },
    );
    fc.assert(
      fc.property(fc.array(events), (happened) => {
        const session = happened.reduce(nextSession, after(...loggedIn));
        const end =
          session.phase === 'logging-in' || session.phase === 'logging-out' ? session.before : session;
        expect(end.phase).not.toBe('logged-out');
      }),
    );
  });
});
