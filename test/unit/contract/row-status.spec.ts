import { describe, expect, test } from 'vitest';
import {
  type RowStatus,
  sessionStatus,
  type TokenSession,
  type Verdict,
} from '../../../contract/sessions/session.ts';

const now = Date.UTC(2026, 10, 24, 9);
const day = 86_400_000;

function held(change: Partial<TokenSession>, verdict: Verdict | null): TokenSession {
  const lastCheck = verdict && { verdict, at: now, tookMs: 40, problem: null };
  const kept = {
    loggedInAt: now,
    expiresAt: now + 90 * day,
    leaseEndsAt: null,
    skewMs: 0,
    fingerprint: '9f3c71ab',
  };
  return { phase: 'active', secret: 'sealed', wayIn: 'password', ...kept, lastCheck, ...change };
}

const soon = { expiresAt: now + 2 * day };
const past = { expiresAt: now - 1 };

const table: readonly [title: string, session: TokenSession, standing: RowStatus][] = [
  ['an accepted session', held({}, 'accepted'), 'accepted'],
  ['an accepted session near its end', held(soon, 'accepted'), 'expiring'],
  ['a session past its end', held(past, 'accepted'), 'expired'],
  ['a session past its end that was refused as well', held(past, 'refused'), 'refused'],
  ['a refused session whose clock still runs', held({}, 'refused'), 'refused'],
  ['a blocked device', held({}, 'blocked'), 'blocked'],
  ['a broken licence', held({}, 'licence'), 'licence'],
  ['a server that does not answer', held({}, 'unreachable'), 'unreachable'],
  ['another certificate than the trusted one', held({}, 'certificate-changed'), 'certificate-changed'],
  ['an answer that says nothing about the session', held({}, 'uncertain'), 'uncertain'],
  ['a session that was not asked about', held({}, null), 'not-checked'],
  ['a session without a known end', held({ expiresAt: null }, 'accepted'), 'accepted'],
  ['a token that cannot be opened here', held({ secret: 'unreadable' }, 'accepted'), 'unreadable'],
];

describe('a row', () => {
  for (const [title, session, standing] of table) {
    test(`shows ${title} as ${standing}`, () => {
      expect(sessionStatus(session, now, 14 * day)).toBe(standing);
    });
  }

  test('shows what is being done before anything else', () => {
    expect(sessionStatus({ phase: 'logging-in', before: held({}, 'refused') }, now, day)).toBe('logging-in');
  });
});
