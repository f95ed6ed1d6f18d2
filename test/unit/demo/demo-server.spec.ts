import { describe, expect, test } from 'vitest';
import { demoAccount, demoOrigin } from '../../../contract/profiles/demo.ts';
import { DemoServer } from '../../../main/demo/demo-server.ts';
import { ServerProbe } from '../../../main/probe/server-probe.ts';
import { ClientPool } from '../../../main/servers/client-pool.ts';
import { SessionsApi } from '../../../main/servers/sessions-api.ts';
import { Token } from '../../../main/token/token.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

// In this project a test that connects, or looks up a name, fails.
const now = Date.UTC(2026, 10, 27);
const { signal } = new AbortController();
const profile = sampleProfile({
  address: { origin: demoOrigin, basePath: '' },
  userName: demoAccount.userName,
});

function clientsOf(server: DemoServer): ClientPool {
  const noProxy = { resolve: () => Promise.reject(new Error('Nobody asks for a proxy')) };
  return new ClientPool(
    { info: {}, language: () => 'en', now: () => now },
    noProxy,
    () => null,
    async (origin) => server.connect(origin),
  );
}

const logIn = async (clients: ClientPool) => {
  const client = await clients.of(profile);
  const granted = await client.login({ ...demoAccount, faceToken: null, signal });
  if (!granted.ok) throw new Error(granted.problem.code);
  return { client, token: granted.value.token, granted: granted.value };
};

describe('the demo server', () => {
  test('is found by a probe as FindFace with a password', async () => {
    const clients = clientsOf(new DemoServer(() => now));
    const probe = new ServerProbe({
      profile: () => undefined,
      trustAuthority: () => ({ ok: false, problem: { code: 'cancelled' } }),
      newProxy: () => ({ mode: 'system' }),
      credentials: () => null,
      lineTo: (target, timeouts) => clients.openTransport(target, timeouts),
      now: () => now,
    });
    expect(await probe.probe({ address: demoOrigin, profileId: null, trusting: null })).toMatchObject({
      value: {
        address: { origin: demoOrigin, basePath: '' },
        completesTyped: true,
        server: { authType: 'password' },
      },
    });
  });

  test('grants a session of 180 days, accepts its token, and rejects it after the log-out', async () => {
    const { client, token, granted } = await logIn(clientsOf(new DemoServer(() => now)));
    expect(granted).toMatchObject({
      expiresAt: now + 180 * 86_400_000,
      user: { name: 'demo', isAdmin: false },
    });
    expect(await client.check(token, signal)).toMatchObject({ value: { user: { name: 'demo' } } });
    expect(await client.logout(token, signal)).toEqual({ ok: true, value: 'ended' });
    expect(await client.check(token, signal)).toMatchObject({ problem: { code: 'session-refused' } });
  });

  test('accepts a token that it granted before a restart, and no other user', async () => {
    const client = await clientsOf(new DemoServer(() => now)).of(profile);
    expect(await client.check(new Token('a'.repeat(64)), signal)).toMatchObject({ ok: true });
    const stranger = { userName: 'admin', password: 'demo', faceToken: null, signal };
    expect(await client.login(stranger)).toMatchObject({ problem: { code: 'wrong-password' } });
  });

  test('lists sessions and ends them', async () => {
    const { client, token } = await logIn(clientsOf(new DemoServer(() => now)));
    const api = new SessionsApi(client.transport, token, signal);
    const list = async () => {
      const page = await api.sessions({ userName: null, status: null, activeOnly: false }, null);
      if (!page.ok) throw new Error(page.problem.code);
      return page.value.value.items.map(({ id }) => id);
    };
    expect(await list()).toEqual(['demo-0', 'demo-1', 'demo-2']);
    expect(await api.end('demo-1')).toMatchObject({ ok: true });
    expect(await list()).toEqual(['demo-0', 'demo-2']);
    expect(await api.endMany(['demo-2'])).toMatchObject({ ok: true });
    expect(await list()).toEqual(['demo-0']);
    expect(await api.blocks(null)).toMatchObject({ ok: false });
  });

  test('is at its own address only', () => {
    const server = new DemoServer(() => now);
    for (const origin of ['http://demo.ffsm.invalid', `${demoOrigin}:8443`, 'https://other.ffsm.invalid'])
      expect(server.connect(origin)).toBeNull();
  });

  test('answers nothing to a call that was cancelled', async () => {
    const connection = new DemoServer(() => now).connect(demoOrigin);
    const request = { method: 'GET', path: '/config.json', headers: {}, body: null } as const;
    expect(await connection?.send(request, AbortSignal.abort())).toEqual({
      ok: false,
      problem: { code: 'cancelled' },
    });
  });
});
