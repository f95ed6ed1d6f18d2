import { FormData } from 'undici';
import { describe, expect, test } from 'vitest';
import { guard, operator } from '../default-users.ts';
import { field, type Server, withServer } from '../http/asking.ts';

function form(fields: Record<string, string> = { uuid: 'kiosk' }, video = 'moving pictures'): FormData {
  const data = new FormData();
  for (const [name, text] of Object.entries(fields)) data.set(name, text);
  if (video !== '') data.set('video', new Blob([video], { type: 'video/webm' }), 'face.webm');
  return data;
}

const showFace = ({ ask }: Server, body = form()) => ask('POST', '/auth/video-auth/', { body });

describe('logging in by face', () => {
  for (const authType of ['face', 'face_or_password'] as const) {
    test(`gives a working token where the server says ${authType}`, () =>
      withServer({ switches: { authType } }, async (server) => {
        const reply = await showFace(server);
        expect(reply).toMatchObject({ status: 200, body: { user: { name: 'ivanov' } } });
        const token = String(field(reply, 'token'));
        expect((await server.ask('GET', '/users/me/', { token })).status).toBe(200);
      }));
  }

  test('keeps what the form tells about the device', () =>
    withServer({ switches: { authType: 'face' } }, async (server) => {
      const body = form({ uuid: 'kiosk', mobile: 'true', device_info: '{"os":"Linux"}' });
      const token = String(field(await showFace(server, body), 'token'));
      expect(await server.ask('GET', '/sessions/', { token })).toMatchObject({
        body: { results: [{ uuid: 'kiosk', mobile: true, device_info: { os: 'Linux' } }] },
      });
    }));

  test('is refused on a password server', () =>
    withServer({}, async (server) => {
      expect((await showFace(server)).status).toBe(401);
    }));

  for (const faceOf of ['nobody', guard.name]) {
    test(`is refused when the video shows ${faceOf}, who has no photo`, () =>
      withServer({ switches: { authType: 'face', faceOf } }, async (server) => {
        expect(await showFace(server)).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED' } });
      }));
  }

  test('without a video names the field', () =>
    withServer({ switches: { authType: 'face' } }, async (server) => {
      expect(await showFace(server, form({ uuid: 'kiosk' }, ''))).toMatchObject({
        status: 400,
        body: { code: 'BAD_PARAM', param: 'video' },
      });
    }));

  test('without uuid names the field', () =>
    withServer({ switches: { authType: 'face' } }, async (server) => {
      expect(await showFace(server, form({}))).toMatchObject({ status: 400, body: { param: 'uuid' } });
    }));

  test('without a form is refused', () =>
    withServer({ switches: { authType: 'face' } }, async ({ ask }) => {
      expect((await ask('POST', '/auth/video-auth/', { json: { uuid: 'kiosk' } })).status).toBe(400);
    }));
});

describe('a server that wants face and password', () => {
  const switches = { authType: 'face_and_password' } as const;
  const faceToken = async (server: Server) => String(field(await showFace(server), 'token'));

  test('gives the face a token that opens nothing', () =>
    withServer({ switches }, async (server) => {
      const token = await faceToken(server);
      expect((await server.ask('GET', '/users/me/', { token })).status).toBe(401);
    }));

  test('exchanges it, with the password, for a token that works', () =>
    withServer({ switches }, async (server) => {
      const face = await faceToken(server);
      const reply = await server.logIn(operator, { uuid: 'kiosk', video_auth_token: face });
      expect(reply.status).toBe(200);
      const token = String(field(reply, 'token'));
      expect((await server.ask('GET', '/users/me/', { token })).status).toBe(200);
    }));

  test('takes it only once', () =>
    withServer({ switches }, async (server) => {
      const face = await faceToken(server);
      await server.logIn(operator, { uuid: 'kiosk', video_auth_token: face });
      const again = await server.logIn(operator, { uuid: 'kiosk', video_auth_token: face });
      expect(again.status).toBe(400);
    }));

  test('refuses it with the password of somebody else', () =>
    withServer({ switches }, async (server) => {
      const face = await faceToken(server);
      expect((await server.logIn(guard, { uuid: 'kiosk', video_auth_token: face })).status).toBe(400);
    }));

  test('names the field when a password comes alone', () =>
    withServer({ switches }, async ({ logIn }) => {
      expect(await logIn(operator)).toMatchObject({
        status: 400,
        body: { code: 'BAD_PARAM', param: 'video_auth_token' },
      });
    }));

  test('can answer 401 to a password that comes alone', () =>
    withServer({ switches: { ...switches, faceTokenStatus: '401' } }, async ({ logIn }) => {
      expect(await logIn(operator)).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED' } });
    }));

  test('leaves the earlier session of the same device alive until the password has come', () =>
    withServer({ switches }, async (server) => {
      const login = await server.logIn(operator, {
        uuid: 'kiosk',
        video_auth_token: await faceToken(server),
      });
      const token = String(field(login, 'token'));
      await showFace(server);
      expect((await server.ask('GET', '/users/me/', { token })).status).toBe(200);
    }));

  test('lists the waiting face session as not active', () =>
    withServer({ switches }, async (server) => {
      const face = await faceToken(server);
      const login = await server.logIn(operator, { uuid: 'desk', video_auth_token: face });
      await showFace(server);
      const token = String(field(login, 'token'));
      expect(await server.ask('GET', '/sessions/?active=false', { token })).toMatchObject({
        body: { results: [{ uuid: 'kiosk', active: false }] },
      });
    }));
});

describe('a server that takes only faces', () => {
  for (const status of ['401', '400', '403'] as const) {
    test(`refuses a password with ${status} when set to it`, () =>
      withServer({ switches: { authType: 'face', faceOnlyStatus: status } }, async ({ logIn }) => {
        expect((await logIn(operator)).status).toBe(Number(status));
      }));
  }

  test('judges the password and the body before it says so', () =>
    withServer({ switches: { authType: 'face', faceOnlyStatus: '403' } }, async ({ logIn }) => {
      expect((await logIn({ name: 'ivanov', password: 'wrong' })).status).toBe(401);
      expect((await logIn(operator, {})).status).toBe(400);
    }));
});

describe('renewing by face', () => {
  const switches = { authType: 'face_or_password', sessionSeconds: 60 } as const;
  const renew = ({ ask }: Server, token: string) =>
    ask('POST', '/auth/video-auth-renew/', { token, body: form({}) });

  test('moves the expiry of the same token', () =>
    withServer({ switches }, async (server) => {
      const token = await server.tokenOf(operator);
      server.emulator.setClockOffset(50);
      const reply = await renew(server, token);
      expect(Object.keys(Object(reply.body))).toEqual(['token_expiration_datetime', 'user']);
      server.emulator.setClockOffset(100);
      expect((await server.ask('GET', '/users/me/', { token })).status).toBe(200);
    }));

  test('tells when the token ends from then on', () =>
    withServer({ switches }, async (server) => {
      const reply = await renew(server, await server.tokenOf(operator));
      const expiry = Date.parse(String(field(reply, 'token_expiration_datetime')));
      expect(Math.abs(expiry - Date.now() - 60_000)).toBeLessThan(10_000);
    }));

  test('needs the face of the user the token belongs to', () =>
    withServer({ switches }, async (server) => {
      expect((await renew(server, await server.tokenOf(guard))).status).toBe(401);
    }));

  for (const [what, change] of [
    ['on a password server', { authType: 'password' }],
    ['where renewal is switched off', { renewSession: false }],
    ['where the interval is zero', { renewSeconds: 0 }],
  ] as const) {
    test(`is refused ${what}`, () =>
      withServer({ switches: { ...switches, ...change } }, async (server) => {
        expect((await renew(server, await server.tokenOf(operator))).status).toBe(400);
      }));
  }
});
