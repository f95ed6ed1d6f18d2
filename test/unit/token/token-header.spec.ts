import { describe, expect, test } from 'vitest';
import type { Session, TokenSession } from '../../../contract/sessions/session.ts';
import { mayOverrule, reasonNotToCopy } from '../../../main/token/token-header.ts';

const now = Date.UTC(2026, 10, 24, 9);
const alive: TokenSession = {
  phase: 'active',
  loggedInAt: now - 1_000,
  expiresAt: now + 60_000,
  leaseEndsAt: null,
  skewMs: 0,
  secret: 'sealed',
  fingerprint: '9f3c71ab',
  wayIn: 'password',
  lastCheck: { verdict: 'accepted', at: now, tookMs: 40, problem: null },
};
const refused: TokenSession = {
  ...alive,
  lastCheck: { verdict: 'refused', at: now, tookMs: 40, problem: null },
};
const unreachable: TokenSession = {
  ...alive,
  lastCheck: { verdict: 'unreachable', at: now, tookMs: null, problem: null },
};
const inDoubt: TokenSession = {
  ...alive,
  lastCheck: { verdict: 'certificate-changed', at: now, tookMs: null, problem: null },
};

describe('a header', () => {
  const table: readonly [title: string, session: Session, code: string | null][] = [
    ['an accepted session', alive, null],
    ['a session whose server does not answer', unreachable, null],
    ['a session without a known end', { ...alive, expiresAt: null }, null],
    ['a session that is being renewed by a login', { phase: 'logging-in', before: alive }, null],
    ['no session', { phase: 'logged-out' }, 'no-session'],
    ['an expired session', { ...alive, expiresAt: now }, 'session-expired'],
    ['a refused session', refused, 'session-was-refused'],
    ['a session whose server showed another certificate', inDoubt, 'certificate-in-doubt'],
    ['a session whose token cannot be opened', { ...alive, secret: 'unreadable' }, 'secret-unreadable'],
  ];
  for (const [title, session, code] of table) {
    test(`of ${title} ${code === null ? 'may be copied' : `is not copied: ${code}`}`, () => {
      expect(reasonNotToCopy(session, now, false)?.code ?? null).toBe(code);
    });
  }

  test('of a session whose auto-logout is over is not copied, by nobody’s will', () => {
    const reason = reasonNotToCopy(alive, now, true);
    expect(reason).toEqual({ code: 'lease-ended' });
    expect(mayOverrule({ code: 'lease-ended' })).toBe(false);
  });

  test('of a dead session may be copied by a person’s will, of a missing one not', () => {
    expect(mayOverrule({ code: 'session-was-refused' })).toBe(true);
    expect(mayOverrule({ code: 'session-expired', expiredAt: now })).toBe(true);
    expect(mayOverrule({ code: 'certificate-in-doubt' })).toBe(true);
    expect(mayOverrule({ code: 'no-session' })).toBe(false);
    expect(mayOverrule({ code: 'secret-unreadable' })).toBe(false);
  });
});
