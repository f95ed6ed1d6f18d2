import { describe, expect, test } from 'vitest';
import type { Switches } from '../../emulator/switches/switch-table.ts';
import { deviceId, forever, strangerToken } from '../../support/servers/client-of.ts';
import { EmulatedServer } from './emulated-server.ts';

const server = new EmulatedServer();

describe('checking a session', () => {
  test('returns the user', async () => {
    const token = await server.grantedToken();
    expect(await server.client.check(token, forever)).toMatchObject({
      ok: true,
      value: { user: { name: 'ivanov' }, skewMs: 0 },
    });
    expect(server.emulator.requests.at(-1)).toMatchObject({
      method: 'GET',
      path: '/users/me/',
      headers: { authorization: `Token ${token.reveal()}`, 'x-uuid': deviceId, accept: 'application/json' },
    });
  });

  test('that has ended on the server says so, in any style', async () => {
    const token = await server.grantedToken();
    server.emulator.endSessions('ivanov');
    for (const errorStyle of ['findface', 'drf', 'knox'] as const) {
      server.emulator.switches.set({ errorStyle });
      expect(await server.client.check(token, forever)).toMatchObject({
        problem: { code: 'session-refused', status: 401 },
      });
    }
  });

  test('without a clear result never reports it as ended', async () => {
    const faults: readonly [Partial<Switches>, string][] = [
      [{ licence: '401' }, 'licence-invalid'],
      [{ licence: '403' }, 'licence-invalid'],
      [{ proxyError: '429', retryAfter: '7' }, 'too-many-requests'],
      [{ proxyError: '500' }, 'server-failed'],
      [{ proxyError: '502' }, 'server-unavailable'],
      [{ proxyError: '503' }, 'server-unavailable'],
      [{ proxyError: '504' }, 'server-unavailable'],
      [{ captivePortal: true }, 'not-findface'],
      [{ connection: 'reset' }, 'server-unreachable'],
      [{ connection: 'reset-in-body' }, 'server-unreachable'],
      [{ connection: 'close' }, 'server-unreachable'],
      [{ gzip: 'always' }, 'answer-compressed'],
      [{ hugeBodyBytes: 1_100_000 }, 'answer-too-large'],
      [{ redirectTo: 'https://other.example' }, 'redirected'],
    ];
    const token = await server.grantedToken();
    const found: unknown[] = [];
    for (const [switches] of faults) {
      server.emulator.switches.reset();
      server.emulator.switches.set(switches);
      const result = await server.client.check(token, forever);
      found.push([switches, result.ok ? 'accepted' : result.problem.code]);
    }
    expect(found).toEqual(faults);
    server.emulator.switches.reset();
    expect(await server.client.check(token, forever)).toMatchObject({ ok: true });
  });

  test('never accepts compression', async () => {
    server.emulator.switches.set({ gzip: 'if-asked' });
    expect(await server.client.check(await server.grantedToken(), forever)).toMatchObject({ ok: true });
    expect(server.emulator.requests.at(-1)?.headers['accept-encoding']).toBeUndefined();
  });

  test('uses at most two connections, however many checks there are', async () => {
    const token = await server.grantedToken();
    const before = server.emulator.connections;
    const checks = await Promise.all(
      Array.from({ length: 12 }, () => server.client.check(token, new AbortController().signal)),
    );
    expect(checks.every(({ ok }) => ok)).toBe(true);
    expect(server.emulator.connections - before).toBeLessThanOrEqual(1);
    expect(server.emulator.maxAtOnce).toBeLessThanOrEqual(2);
  });

  test('aborts at the deadline for a silent or slow server', async () => {
    await server.becomes({ timeouts: { otherMs: 200 } });
    for (const fault of [{ hang: true }, { drip: 'headers' }, { drip: 'body' }] as const) {
      server.emulator.switches.reset();
      expect(await server.problemOf('check', fault)).toMatchObject({
        code: 'no-answer-in-time',
        seconds: 0.2,
      });
    }
  });
});

describe('logging out', () => {
  test('ends the session on the server, without a body', async () => {
    const token = await server.grantedToken();
    expect(await server.client.logout(token, forever)).toEqual({ ok: true, value: 'ended' });
    expect(server.emulator.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: '/auth/logout/',
      bodyLength: 0,
    });
    expect(await server.client.check(token, forever)).toMatchObject({ problem: { code: 'session-refused' } });
  });

  test('of a session that has ended is no problem', async () => {
    for (const errorStyle of ['findface', 'drf', 'knox'] as const) {
      server.emulator.switches.set({ errorStyle });
      expect(await server.client.logout(strangerToken, forever)).toEqual({ ok: true, value: 'already-gone' });
    }
  });

  test('that the server did not confirm is a problem', async () => {
    const token = await server.grantedToken();
    const faults: readonly [Partial<Switches>, string][] = [
      [{ licence: '401' }, 'licence-invalid'],
      [{ proxyError: '500' }, 'server-failed'],
      [{ captivePortal: true }, 'not-findface'],
      [{ connection: 'reset' }, 'server-unreachable'],
    ];
    for (const [switches, code] of faults) {
      server.emulator.switches.reset();
      server.emulator.switches.only('POST /auth/logout/', switches, 1);
      expect(await server.client.logout(token, forever)).toMatchObject({ problem: { code } });
    }
    expect(server.emulator.count('POST /auth/logout/')).toBe(faults.length);
  });
});
