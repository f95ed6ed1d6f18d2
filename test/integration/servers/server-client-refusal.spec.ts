import { describe, expect, test } from 'vitest';
import { admin } from '../../emulator/default-users.ts';
import { clientOf, deviceId, forever } from '../../support/servers/client-of.ts';
import { EmulatedServer } from './emulated-server.ts';

const server = new EmulatedServer();

describe('a refused login', () => {
  test('with a wrong password says so, after one attempt', async () => {
    expect(await server.login({ name: 'ivanov', password: 'wrong' })).toEqual({
      ok: false,
      problem: {
        code: 'wrong-password',
        userName: 'ivanov',
        host: new URL(server.emulator.origin).host,
        status: 401,
        serverCode: 'UNAUTHORIZED',
        desc: 'Invalid username/password.',
      },
    });
    expect(server.emulator.count('POST /auth/login/')).toBe(1);
  });

  test("has the server's text in the language of the window", async () => {
    await server.becomes({ language: 'ru' });
    const wrong = { name: 'ivanov', password: 'wrong' };
    expect(await server.login(wrong)).toMatchObject({
      problem: { desc: 'Недопустимые имя пользователя или пароль.' },
    });
    await server.becomes({ language: 'es' });
    expect(await server.login(wrong)).toMatchObject({
      problem: { desc: 'Nombre de usuario/contraseña inválidos.' },
    });
  });

  test('asks for a face where a password is not enough', async () => {
    for (const faceOnlyStatus of ['400', '401', '403'] as const) {
      expect(await server.problemOf('login', { authType: 'face', faceOnlyStatus })).toMatchObject({
        code: 'face-check-needed',
        type: 'face',
        status: Number(faceOnlyStatus),
      });
    }
    for (const faceTokenStatus of ['400', '401'] as const) {
      expect(
        await server.problemOf('login', { authType: 'face_and_password', faceTokenStatus }),
      ).toMatchObject({
        code: 'face-check-needed',
        type: 'face_and_password',
      });
      const withToken = await server.problemOf(
        'login',
        { authType: 'face_and_password', faceTokenStatus },
        'stale',
      );
      expect(withToken?.code).toBe('face-token-refused');
    }
    const [asked] = server.emulator.requests.filter(({ path }) => path === '/config.json');
    expect(asked?.headers.authorization).toBeUndefined();
  });

  test('does not ask for a face where a password is enough', async () => {
    server.emulator.switches.set({ authType: 'face_or_password' });
    expect(await server.login()).toMatchObject({ ok: true });
    expect(await server.login({ name: 'ivanov', password: 'wrong' })).toMatchObject({
      problem: { code: 'wrong-password' },
    });
  });

  test('reports the response if the configuration is missing', async () => {
    server.emulator.switches.only('/config.json', { proxyError: '502' });
    expect(await server.problemOf('login', { authType: 'face' })).toMatchObject({ code: 'wrong-password' });
    server.emulator.switches.only('/config.json', { connection: 'reset' });
    expect(await server.problemOf('login', { authType: 'face' })).toMatchObject({ code: 'wrong-password' });
    server.emulator.switches.only('/config.json', { captivePortal: true });
    expect(await server.problemOf('login', { authType: 'face' })).toMatchObject({ code: 'wrong-password' });
  });

  test('from a blocked device says so, and does not ask for a face', async () => {
    const token = await server.grantedToken(admin);
    const blocked = await fetch(`${server.emulator.origin}/device-blacklist-records/`, {
      method: 'POST',
      headers: { authorization: `Token ${token.reveal()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ uuid: deviceId, reason: 'lost' }),
    });
    const { id } = (await blocked.json()) as { id: number };
    for (const blockedStatus of ['401', '403'] as const) {
      expect(await server.problemOf('login', { blockedStatus })).toMatchObject({ code: 'device-blocked' });
    }
    const other = clientOf(server.emulator.origin);
    expect(await other.check(token, forever)).toMatchObject({ problem: { code: 'session-refused' } });
    await other.close();
    // Another device can still remove the block.
    const rescue = await fetch(`${server.emulator.origin}/auth/login/`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa(`${admin.name}:${admin.password}`)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ uuid: 'rescue' }),
    });
    const { token: rescueToken } = (await rescue.json()) as { token: string };
    await fetch(`${server.emulator.origin}/device-blacklist-records/${id}/`, {
      method: 'DELETE',
      headers: { authorization: `Token ${rescueToken}` },
    });
    expect(await server.login()).toMatchObject({ ok: true });
  });

  test('for any other reason says which', async () => {
    expect(await server.problemOf('login', { licence: '401' })).toMatchObject({
      code: 'licence-invalid',
      status: 401,
    });
    expect(await server.problemOf('login', { licence: '403' })).toMatchObject({
      code: 'licence-invalid',
      status: 403,
    });
    server.emulator.switches.reset();
    await server.grantedToken();
    expect(await server.problemOf('login', { tokenLimit: 1, sameUuid: 'add' })).toMatchObject({
      code: 'login-forbidden',
    });
    server.emulator.endSessions('ivanov');
    server.emulator.switches.reset();
    const wrong = { name: 'ivanov', password: 'wrong' };
    for (const challenge of ['negotiate', 'ntlm', 'digest'] as const) {
      server.emulator.switches.set({ challenge });
      const result = await server.login(wrong);
      expect(!result.ok && result.problem).toMatchObject({ code: 'foreign-authentication' });
      expect(!result.ok && 'scheme' in result.problem && result.problem.scheme.toLowerCase()).toBe(challenge);
    }
    for (const errorStyle of ['drf', 'knox'] as const) {
      server.emulator.switches.reset();
      server.emulator.switches.set({ errorStyle });
      expect(await server.login(wrong)).toMatchObject({
        problem: { code: 'wrong-password', serverCode: null },
      });
    }
  });
});
