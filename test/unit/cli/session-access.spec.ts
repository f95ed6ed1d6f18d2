import { expect, test } from 'vitest';
import { fail } from '../../../contract/core/result.ts';
import { SessionAccess } from '../../../main/cli/access/session-access.ts';
import { Token } from '../../../main/token/token.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const { profile } = sampleRow();
const caller = { name: 'python3', program: '/usr/bin/python3', parent: null, pid: 7, identity: 'python3' };
const session = {
  ...{ phase: 'active', loggedInAt: 0, expiresAt: null, leaseEndsAt: null, skewMs: 0 },
  ...{ fingerprint: '0f0f0f0f', wayIn: 'password', lastCheck: null, secret: 'readable' },
};

test('a lock while a permission for always is written leaves none, also if the vault refuses it', async () => {
  let asked = 0;
  const access: SessionAccess = new SessionAccess({
    sessions: { profile: () => profile, session: () => session as never },
    vault: {
      find: () => ({ kind: 'token', token: new Token('0f'.repeat(32)) }),
      programs: () => null,
      keepPrograms: async () => {
        access.lock();
        return fail({ code: 'store-not-open' });
      },
      storage: { kind: 'sealed', by: null, passphrase: true },
    },
    profiles: () => [profile],
    autoLogout: { isOver: () => false },
    now: Date.now,
    monotonicNow: () => performance.now(),
    changed: () => undefined,
    ask: async () => {
      asked += 1;
      return asked === 1 ? 'always' : null;
    },
  });
  const token = () => access.token(profile.id, 'read', caller, new AbortController().signal);
  expect(await token()).toBe('refused');
  expect(await token(), 'asked again').toBe('refused');
  expect(asked).toBe(2);
});
