import { expect, test } from 'vitest';
import { SessionCopy } from '../../../main/copy-as/session-copy.ts';
import { Token } from '../../../main/token/token.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const template = { id: 'template-0123abcd', name: 'x', text: 'run {token}' } as const;

function setUp(token: string) {
  const written: string[] = [];
  const { profile } = sampleRow();
  const session = {
    ...{
      phase: 'active',
      loggedInAt: 0,
      expiresAt: null,
      leaseEndsAt: null,
      skewMs: 0,
      fingerprint: '0f0f0f0f',
    },
    ...{ wayIn: 'password', lastCheck: null, secret: 'readable' },
  };
  const deps = {
    sessions: { profile: () => profile, session: () => session, touch: () => undefined },
    vault: { find: () => ({ kind: 'token', token: new Token(token) }) },
    autoLogout: { isOver: () => false },
    clipboard: {
      copy: async (text: string) => {
        written.push(text);
        return { ok: true, value: undefined };
      },
    },
    journal: { note: () => undefined },
    ...{ now: () => Date.now(), clearAfterSeconds: () => 30, templates: () => [template] },
    ffsmName: async () => null,
    platform: 'linux',
  };
  const copy = new SessionCopy(deps as unknown as ConstructorParameters<typeof SessionCopy>[0]);
  return { written, copy: (format: 'header' | typeof template.id) => copy.copy(profile.id, true, format) };
}

test('a token that a shell could interpret is copied in no template, but in formats that quote it', async () => {
  const { written, copy } = setUp('$(id)');
  expect(await copy(template.id)).toEqual({ ok: false, problem: { code: 'token-unsafe' } });
  expect(written).toEqual([]);
  expect(await copy('header')).toMatchObject({ ok: true });
  expect(written).toEqual(['Authorization: Token $(id)']);
  const usual = setUp('0f'.repeat(32));
  expect(await usual.copy(template.id)).toMatchObject({ ok: true });
  expect(usual.written).toEqual([`run ${'0f'.repeat(32)}`]);
});
