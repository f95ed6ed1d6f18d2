import { describe, expect, test } from 'vitest';
import type { Session, TokenSession, Verdict } from '../../../contract/sessions/session.ts';
import { connectionKey, nextStep, type OpenPage } from '../../../main/web-interface/window-life.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const now = 1_000_000;
const profile = sampleProfile();
const open: OpenPage = {
  fingerprint: 'aaaaaaaa',
  connection: connectionKey(profile),
  saidLogout: false,
  isOver: false,
};
const held: TokenSession = {
  phase: 'active',
  loggedInAt: now - 1_000,
  expiresAt: now + 1_000,
  leaseEndsAt: null,
  skewMs: 0,
  secret: 'sealed',
  wayIn: 'password',
  fingerprint: 'aaaaaaaa',
  lastCheck: { verdict: 'accepted', at: now, tookMs: 1, problem: null },
};
const judged = (verdict: Verdict): TokenSession => ({
  ...held,
  lastCheck: { verdict, at: now, tookMs: null, problem: null },
});
const step = (session: Session, change: Partial<OpenPage> = {}, leaseIsOver = false) =>
  nextStep({ ...open, ...change }, sampleRow({ session, profile }), now, leaseIsOver);

describe('a web window', () => {
  test('stays as long as its session may be valid', () => {
    expect(step(held)).toBe('stay');
    for (const verdict of ['licence', 'unreachable', 'uncertain'] as const)
      expect(step(judged(verdict)), verdict).toBe('stay');
    expect(step({ phase: 'logging-in', before: held })).toBe('stay');
  });

  test('closes with its profile, its session and its connection', () => {
    expect(nextStep(open, undefined, now, false)).toBe('close');
    expect(step({ phase: 'logged-out' })).toBe('close');
    expect(step({ phase: 'logging-out', before: held })).toBe('close');
    expect(step(held, {}, true)).toBe('close');
    for (const verdict of ['refused', 'blocked', 'certificate-changed'] as const)
      expect(step(judged(verdict)), verdict).toBe('close');
    const pin = { mode: 'pin', fingerprint: 'f'.repeat(64), trustedAt: 0 } as const;
    for (const change of [
      { tls: pin },
      { userName: 'guard2' },
      { proxy: { mode: 'direct' } as const },
      { address: { ...profile.address, origin: 'https://10.9.9.9' } },
    ]) {
      const row = sampleRow({ session: held, profile: { ...profile, ...change } });
      expect(nextStep(open, row, now, false), JSON.stringify(change)).toBe('close');
    }
    const renamed = sampleRow({ session: held, profile: { ...profile, name: 'Other', tags: ['a'] } });
    expect(nextStep(open, renamed, now, false)).toBe('stay');
  });

  test('stays after a log-out of its page and at the end of its session, to log in again', () => {
    expect(step(judged('refused'), { saidLogout: true })).toBe('end');
    expect(step({ ...held, expiresAt: now })).toBe('end');
    expect(step({ phase: 'logged-out' }, { isOver: true })).toBe('stay');
    expect(step(held, { isOver: true })).toBe('stay');
  });

  test('gives its page the session of another log-in', () => {
    const other = { ...held, fingerprint: 'bbbbbbbb' };
    expect(step(other)).toBe('renew');
    expect(step(other, { isOver: true })).toBe('renew');
    expect(step({ phase: 'logging-in', before: other }, { isOver: true })).toBe('stay');
    const refused = { ...judged('refused'), fingerprint: 'bbbbbbbb' };
    expect(step(refused)).toBe('close');
    expect(step(refused, { isOver: true })).toBe('stay');
  });
});
