import { describe, expect, test } from 'vitest';
import { admin, guard } from '../default-users.ts';
import { withServer } from '../http/asking.ts';

describe('the small calls', () => {
  test('count the cameras', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      expect(await ask('GET', '/cameras/count/', { token: await tokenOf(guard) })).toMatchObject({
        status: 200,
        body: { count: expect.any(Number) },
      });
    }));

  test('tell whether the licence was accepted', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      expect(await ask('GET', '/settings', { token: await tokenOf(guard) })).toMatchObject({
        status: 200,
        body: { license_accepted: true },
      });
    }));

  test('can be refused by a camera without a word about the token', () =>
    withServer({ switches: { camera: 'refuses' } }, async ({ ask, tokenOf }) => {
      const token = await tokenOf(guard);
      expect(await ask('GET', '/cameras/count/', { token })).toMatchObject({
        status: 401,
        body: { code: 'ONVIF_UNAUTHORIZED' },
      });
      expect((await ask('GET', '/users/me/', { token })).status).toBe(200);
    }));

  for (const path of ['/cameras/count/', '/settings', '/ntls/license.json', '/ntls/v1/licenses.json']) {
    test(`need a token for ${path}`, () =>
      withServer({}, async ({ ask }) => {
        expect((await ask('GET', path)).status).toBe(401);
      }));
  }
});

describe('the licence pages', () => {
  test('tell the licence the way 2.0 does', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      expect(await ask('GET', '/ntls/license.json', { token: await tokenOf(admin) })).toMatchObject({
        status: 200,
        body: { license_id: expect.any(String), type: 'offline', valid: { valid: true } },
      });
    }));

  test('tell the licence the way 2.4 does', () =>
    withServer({ switches: { licenceDays: 30 } }, async ({ ask, tokenOf }) => {
      const reply = await ask('GET', '/ntls/v1/licenses.json', { token: await tokenOf(admin) });
      const inThirtyDays = Date.now() / 1000 + 30 * 86_400;
      expect(reply.body).toMatchObject({
        licenses: [{ valid: { valid: true }, expire_date: expect.any(Number), last_updated: 2 }],
      });
      const expiry = Number(/"expire_date":(\d+)/.exec(JSON.stringify(reply.body))?.[1]);
      expect(Math.abs(expiry - inThirtyDays)).toBeLessThan(60);
    }));

  for (const path of ['/ntls/usage-report.json', '/ntls/v1/usage-report.json']) {
    test(`tell under ${path} what is used, with a negative limit where there is none`, () =>
      withServer({}, async ({ ask, tokenOf }) => {
        expect(await ask('GET', path, { token: await tokenOf(admin) })).toMatchObject({
          body: {
            products: {
              findface_multi: { resources: { faces: { current: expect.any(Number), value: -1 } } },
            },
          },
        });
      }));
  }

  for (const [version, missing] of [
    ['old', '/ntls/v1/licenses.json'],
    ['new', '/ntls/license.json'],
  ] as const) {
    test(`of the ${version} kind alone leave ${missing} out`, () =>
      withServer({ switches: { ntls: version } }, async ({ ask, tokenOf }) => {
        expect((await ask('GET', missing, { token: await tokenOf(admin) })).status).toBe(404);
      }));
  }
});
