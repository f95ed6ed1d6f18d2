import { describe, expect, test } from 'vitest';
import { admin } from '../default-users.ts';
import { withServer } from '../http/asking.ts';

describe('the configuration page', () => {
  test('tells without a token how people log in and for how long', () =>
    withServer({}, async ({ ask }) => {
      expect(await ask('GET', '/config.json')).toMatchObject({
        status: 200,
        body: {
          auth: {
            AUTH_TYPE: 'password',
            MAXIMUM_SESSION_LENGTH: 15_552_000,
            NEED_SESSION_RENEW: true,
            RENEW_SESSION_INTERVAL: 3600,
            MAXIMUM_RENEW_ATTEMPTS: expect.any(Number),
            FACE_AUTH_CONFIDENCE: expect.any(Number),
          },
          language: 'en',
          services: { ffsecurity: { active_directory: true } },
          plugins: { cproauth: false },
        },
      });
    }));

  for (const authType of ['face', 'face_or_password', 'face_and_password'] as const) {
    test(`says ${authType} when the server is set to it`, () =>
      withServer({ switches: { authType } }, async ({ ask }) => {
        expect(await ask('GET', '/config.json')).toMatchObject({ body: { auth: { AUTH_TYPE: authType } } });
      }));
  }

  test('names another address of the API only when it is set', () =>
    withServer({}, async ({ emulator, ask }) => {
      expect((await ask('GET', '/config.json')).body).not.toHaveProperty('server');
      emulator.switches.set({ serverUrl: 'https://vms.example/api/' });
      expect(await ask('GET', '/config.json')).toMatchObject({
        body: { server: { url: 'https://vms.example/api/' } },
      });
    }));
});

describe('the pages about the API', () => {
  test('give the specification without a version', () =>
    withServer({}, async ({ ask }) => {
      expect(await ask('GET', '/swagger.json')).toMatchObject({
        status: 200,
        body: { openapi: '3.0.3', info: { version: '' }, paths: { '/auth/login/': { post: {} } } },
      });
    }));

  test('give the interactive pages as HTML', () =>
    withServer({}, async ({ ask }) => {
      const reply = await ask('GET', '/api-docs/');
      expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    }));
});

describe('an address', () => {
  test('that nobody knows is 404 NOT_FOUND', () =>
    withServer({}, async ({ ask }) => {
      expect(await ask('GET', '/version')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }));

  test('that nobody knows is the page of the web UI on some servers', () =>
    withServer({ switches: { unknownPath: 'index-page' } }, async ({ ask }) => {
      const reply = await ask('GET', '/version');
      expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    }));

  test('asked with a method it does not have is 405 and names those it has', () =>
    withServer({}, async ({ ask }) => {
      const reply = await ask('GET', '/auth/login/');
      expect(reply).toMatchObject({ status: 405, body: { code: 'METHOD_NOT_ALLOWED' } });
      expect(reply.headers.allow).toBe('POST');
    }));

  test('that needs a token asks for it before it looks at the method', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      expect((await ask('PUT', '/users/me/')).status).toBe(401);
      expect((await ask('PUT', '/users/me/', { token: await tokenOf(admin) })).status).toBe(405);
    }));

  test('without its last slash is redirected to the one with it', () =>
    withServer({}, async ({ ask }) => {
      const reply = await ask('POST', '/auth/login?a=b', { json: { uuid: 'A' } });
      expect([reply.status, reply.headers.location]).toEqual([301, '/auth/login/?a=b']);
    }));

  test('that has no slash in FindFace needs none', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      expect((await ask('GET', '/settings', { token: await tokenOf(admin) })).status).toBe(200);
    }));

  test('with two slashes at its start never names another host', () =>
    withServer({}, async ({ ask, emulator }) => {
      expect((await ask('GET', `${emulator.origin}//evil.example/auth/login`)).status).toBe(404);
    }));

  test('sent with x-uuid is recorded with it', () =>
    withServer({}, async ({ emulator, ask }) => {
      await ask('GET', '/config.json', { headers: { 'x-uuid': 'gate-pc' } });
      expect(emulator.requests[0]?.headers['x-uuid']).toBe('gate-pc');
    }));
});

describe('an API under /api', () => {
  test('answers there', () =>
    withServer({ switches: { prefix: '/api' } }, async ({ emulator, logIn }) => {
      expect(emulator.base).toBe(`${emulator.origin}/api`);
      expect((await logIn(admin)).status).toBe(200);
    }));

  for (const path of ['/auth/login/', '/config.json', '/apiary']) {
    test(`leaves ${path} to nginx, which answers an HTML 404`, () =>
      withServer({ switches: { prefix: '/api' } }, async ({ emulator, ask }) => {
        const reply = await ask('GET', emulator.origin + path);
        expect([reply.status, reply.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      }));
  }

  test('can still give the configuration at the root', () =>
    withServer({ switches: { prefix: '/api', rootConfig: true } }, async ({ emulator, ask }) => {
      expect((await ask('GET', `${emulator.origin}/config.json`)).status).toBe(200);
    }));

  test('keeps the prefix when it adds a slash', () =>
    withServer({ switches: { prefix: '/api' } }, async ({ ask }) => {
      expect((await ask('POST', '/auth/login')).headers.location).toBe('/api/auth/login/');
    }));

  test('leaves the licence at the root', () =>
    withServer({ switches: { prefix: '/api' } }, async ({ emulator, ask, tokenOf }) => {
      const token = await tokenOf(admin);
      expect((await ask('GET', `${emulator.origin}/ntls/v1/licenses.json`, { token })).status).toBe(200);
      expect((await ask('GET', '/ntls/v1/licenses.json', { token })).status).toBe(404);
    }));
});
