import { describe, expect, test } from 'vitest';
import { admin, guard, operator } from '../default-users.ts';
import { startEmulator } from '../emulator.ts';
import { withServer } from './asking.ts';

describe('a test', () => {
  test('gets a free port of this computer and no other', () =>
    withServer({}, async ({ emulator }) => {
      expect(emulator.port).toBeGreaterThan(0);
      expect(emulator.origin).toBe(`http://127.0.0.1:${emulator.port}`);
      expect(emulator.base).toBe(emulator.origin);
    }));

  test('can run many emulators that know nothing of each other', () =>
    withServer({}, async (one) =>
      withServer({}, async (other) => {
        const token = await one.tokenOf(admin);
        expect((await other.ask('GET', '/users/me/', { token })).status).toBe(401);
      }),
    ));

  test('can read every request with method, path, headers, length and time', () =>
    withServer({}, async ({ emulator, ask }) => {
      await ask('POST', '/auth/login/?a=b', { json: { uuid: 'A' }, headers: { 'accept-language': 'es' } });
      expect(emulator.requests).toEqual([
        {
          method: 'POST',
          path: '/auth/login/?a=b',
          headers: expect.objectContaining({ 'accept-language': 'es', 'content-type': 'application/json' }),
          bodyLength: 12,
          time: expect.any(Number),
        },
      ]);
    }));

  test('can count the requests of a path and start over', () =>
    withServer({}, async ({ emulator, ask }) => {
      await ask('GET', '/sessions/?limit=3');
      await ask('GET', '/sessions/abc/');
      await ask('POST', '/sessions/delete/');
      expect(emulator.count('/sessions/')).toBe(1);
      expect(emulator.count('/sessions/*')).toBe(3);
      expect(emulator.count('POST /sessions/*')).toBe(1);
      emulator.forgetRequests();
      expect(emulator.count('/sessions/*')).toBe(0);
    }));

  test('can count the requests of a path under /api without saying /api', () =>
    withServer({ switches: { prefix: '/api' } }, async ({ emulator, ask }) => {
      await ask('GET', '/config.json?lang=ru');
      expect(emulator.count('/config.json')).toBe(1);
    }));

  test('can see how many requests were under way at once', () =>
    withServer({ switches: { delayMs: 100 } }, async ({ emulator, ask }) => {
      await Promise.all([1, 2, 3].map(() => ask('GET', '/config.json')));
      expect(emulator.maxAtOnce).toBe(3);
    }));

  test('can end the sessions of a user behind his back', () =>
    withServer({}, async ({ emulator, ask, tokenOf }) => {
      const token = await tokenOf(operator, 'one');
      await tokenOf(operator, 'two');
      await tokenOf(guard);
      expect(emulator.endSessions('ivanov')).toBe(2);
      expect((await ask('GET', '/users/me/', { token })).status).toBe(401);
      expect(emulator.liveTokens).toBe(1);
    }));

  test('can change a password, which keeps tokens alive', () =>
    withServer({}, async ({ emulator, logIn, tokenOf }) => {
      await tokenOf(guard);
      emulator.changePassword('guard2', 'Another-Gate-77');
      expect(emulator.liveTokens).toBe(1);
      expect((await logIn(guard)).status).toBe(401);
      expect((await logIn({ name: 'guard2', password: 'Another-Gate-77' })).status).toBe(200);
    }));

  test('can have a changed password end the tokens', () =>
    withServer({ switches: { passwordChange: 'ends' } }, async ({ emulator, tokenOf }) => {
      await tokenOf(guard);
      emulator.changePassword('guard2', 'Another-Gate-77');
      expect(emulator.liveTokens).toBe(0);
    }));

  test('does not count tokens whose user is off or whose time is up', () =>
    withServer({}, async ({ emulator, tokenOf }) => {
      await tokenOf(guard);
      await tokenOf(operator);
      emulator.switchOff('guard2');
      expect(emulator.liveTokens).toBe(1);
      emulator.setClockOffset(15_552_001);
      expect(emulator.liveTokens).toBe(0);
    }));

  test('that names an unknown user is told so', () =>
    withServer({}, async ({ emulator }) => {
      expect(() => emulator.switchOff('nobody')).toThrow('The emulator has no user "nobody".');
    }));

  test('never finds a token in what the emulator keeps', () =>
    withServer({}, async ({ emulator, tokenOf }) => {
      const token = await tokenOf(guard);
      expect(JSON.stringify([emulator, emulator.users, emulator.requests])).not.toContain(token);
    }));

  test('can close an emulator in the middle of an answer', async () => {
    const emulator = await startEmulator({ switches: { hang: true } });
    const answer = fetch(`${emulator.base}/config.json`).catch(() => 'cut off');
    await expect.poll(() => emulator.requests.length).toBe(1);
    await emulator.close();
    expect(await answer).toBe('cut off');
  });

  test('that asks for a port in use is told in one sentence', () =>
    withServer({}, async ({ emulator }) => {
      await expect(startEmulator({ port: emulator.port })).rejects.toThrow(
        `Port ${emulator.port} on 127.0.0.1 is in use by another program.`,
      );
    }));
});
