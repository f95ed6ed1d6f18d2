import { describe, expect, test } from 'vitest';
import { guard, operator } from '../../emulator/default-users.ts';
import { deviceId, forever } from '../../support/servers/client-of.ts';
import { EmulatedServer } from './emulated-server.ts';

const server = new EmulatedServer();

describe('logging in', () => {
  test('returns a token, its user and its expiry', async () => {
    const before = Date.now();
    const result = await server.login();
    if (!result.ok) throw new Error(result.problem.code);
    const { expiresAt, skewMs, tookMs, token, user } = result.value;
    expect(token.reveal()).toMatch(/^[0-9a-f]{64}$/);
    expect(user).toMatchObject({
      id: 4,
      name: 'ivanov',
      realName: 'Pavel Ivanov',
      primaryGroup: 2,
      isAdmin: false,
    });
    expect(user.watchListPermissions).toEqual({ '1': 'view', '-1': 'view', '5': 'edit' });
    expect(user.permissions.length).toBeGreaterThan(50);
    expect(skewMs).toBe(0);
    expect(expiresAt).toBeGreaterThanOrEqual(before + 15_552_000_000);
    expect(expiresAt).toBeLessThanOrEqual(Date.now() + 15_552_000_000);
    expect(tookMs).toBeGreaterThanOrEqual(0);
    expect(server.client.certificate).toBeNull();
  });

  test('sends one request, with nothing but what the server needs', async () => {
    await server.login();
    const [request, ...more] = server.emulator.requests;
    expect(more).toEqual([]);
    expect(request).toMatchObject({ method: 'POST', path: '/auth/login/' });
    expect(request?.headers).toEqual({
      host: new URL(server.emulator.origin).host,
      connection: 'keep-alive',
      accept: 'application/json',
      'accept-language': 'en',
      'x-uuid': deviceId,
      authorization: `Basic ${btoa(`${operator.name}:${operator.password}`)}`,
      'content-type': 'application/json',
      'content-length': String(request?.bodyLength),
    });
  });

  test('works for any password a server can hold', { tags: ['row-168'] }, async () => {
    for (const password of [' a:b ', 'пароль-😀', 'e\u0301', 'x'.repeat(5000)]) {
      server.emulator.changePassword(guard.name, password);
      expect(await server.login({ name: guard.name, password })).toMatchObject({ ok: true });
      expect(await server.login({ name: guard.name, password: `${password} ` })).toMatchObject({ ok: false });
    }
    server.emulator.changePassword(guard.name, guard.password);
  });

  test('works below a base path', async () => {
    server.emulator.switches.set({ prefix: '/api' });
    expect(await server.login()).toMatchObject({ problem: { code: 'not-findface', status: 404 } });
    await server.becomes({ basePath: '/api' });
    expect(await server.login()).toMatchObject({ ok: true });
    expect(server.emulator.count('POST /api/auth/login/')).toBe(1);
  });

  test('reads every form of date', { tags: ['row-8'] }, async () => {
    for (const dates of ['microseconds', 'milliseconds', 'whole-seconds', '+00:00', '+03:00'] as const) {
      server.emulator.switches.set({ dates });
      const result = await server.login();
      const end = result.ok ? result.value.expiresAt : null;
      expect(Math.abs((end ?? 0) - Date.now() - 15_552_000_000)).toBeLessThan(30_000);
    }
  });

  test('without an expiry has none, and with a past one is expired', {
    tags: ['row-5', 'row-6'],
  }, async () => {
    server.emulator.switches.set({ expiry: 'null' });
    expect(await server.login()).toMatchObject({ value: { expiresAt: null } });
    server.emulator.switches.set({ expiry: 'absent' });
    expect(await server.login()).toMatchObject({ value: { expiresAt: null } });
    server.emulator.switches.set({ expiry: 'past' });
    const result = await server.login();
    expect(result.ok && result.value.expiresAt).toBeLessThan(Date.now());
  });

  test('ignores an expiry in more than ten years', { tags: ['row-7'] }, async () => {
    server.emulator.switches.set({ sessionSeconds: 12 * 366 * 86_400 });
    expect(await server.login()).toMatchObject({ value: { expiresAt: null } });
  });

  test("converts the expiry to this computer's clock, whatever the skew", {
    tags: ['row-126'],
  }, async () => {
    for (const seconds of [86_400, -86_400, 40 * 365 * 86_400]) {
      server.emulator.switches.set({ clockOffsetSeconds: seconds });
      const result = await server.login();
      if (!result.ok) throw new Error(result.problem.code);
      expect(Math.abs(result.value.skewMs - seconds * 1000)).toBeLessThan(30_000);
      expect(Math.abs((result.value.expiresAt ?? 0) - Date.now() - 15_552_000_000)).toBeLessThan(30_000);
    }
    server.emulator.switches.set({ clockOffsetSeconds: 0, dateHeader: 'absent' });
    expect(await server.login()).toMatchObject({ value: { skewMs: 0 } });
  });

  test('without a token in the response fails', { tags: ['row-1'] }, async () => {
    for (const token of ['absent', 'null', 'empty'] as const) {
      expect(await server.problemOf('login', { token })).toMatchObject({
        code: 'strange-answer',
        field: 'token',
      });
    }
  });

  test('keeps no cookie', { tags: ['row-31'] }, async () => {
    server.emulator.switches.set({ cookie: true });
    await server.client.check(await server.grantedToken(), forever);
    await server.login();
    expect(server.emulator.requests.map(({ headers }) => headers.cookie)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
