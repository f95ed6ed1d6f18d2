import { describe, expect, test } from 'vitest';
import { accentedUser, admin, directoryUser, guard, inactiveUser, operator } from '../default-users.ts';
import { basic, field, withServer } from '../http/asking.ts';

const unauthorized = (desc: string) => ({ status: 401, body: { code: 'UNAUTHORIZED', desc } });
const badParam = (param: string, desc: string) => ({
  status: 400,
  body: { code: 'BAD_PARAM', desc, param, traceback: '' },
});
const longUuid = 'u'.repeat(257);

describe('logging in', () => {
  test('gives a token, the user and the time the token ends', () =>
    withServer({}, async ({ logIn }) => {
      const reply = await logIn(admin);
      expect(reply).toMatchObject({ status: 200, body: { user: { id: 1, name: 'admin' } } });
      expect(Object.keys(Object(reply.body)).sort()).toEqual(['token', 'token_expiration_datetime', 'user']);
    }));

  test('gives a token of 64 lower-case hex digits, never the same twice', () =>
    withServer({}, async ({ tokenOf }) => {
      const tokens = [await tokenOf(admin), await tokenOf(admin)];
      expect(tokens).toEqual([
        expect.stringMatching(/^[0-9a-f]{64}$/),
        expect.stringMatching(/^[0-9a-f]{64}$/),
      ]);
      expect(tokens[0]).not.toBe(tokens[1]);
    }));

  test('gives a token for 180 days', () =>
    withServer({}, async ({ logIn }) => {
      const expiry = Date.parse(String(field(await logIn(admin), 'token_expiration_datetime')));
      expect(Math.abs(expiry - Date.now() - 15_552_000_000)).toBeLessThan(10_000);
    }));

  test('gives a token for as long as the server is set to', () =>
    withServer({ switches: { sessionSeconds: 90 } }, async ({ logIn }) => {
      const expiry = Date.parse(String(field(await logIn(admin), 'token_expiration_datetime')));
      expect(Math.abs(expiry - Date.now() - 90_000)).toBeLessThan(10_000);
    }));

  for (const person of [operator, guard, directoryUser]) {
    test(`lets ${person.name} in`, () =>
      withServer({}, async ({ logIn }) => {
        expect(await logIn(person)).toMatchObject({ status: 200, body: { user: { name: person.name } } });
      }));
  }

  test('splits name and password at the first colon', () =>
    withServer({}, async ({ logIn }) => {
      expect(operator.password).toContain(':');
      expect((await logIn(operator)).status).toBe(200);
    }));

  for (const encoding of ['utf8', 'latin1'] as const) {
    test(`understands a name and a password in ${encoding}`, () =>
      withServer({}, async ({ ask }) => {
        const authorization = basic(accentedUser.name, accentedUser.password, encoding);
        const reply = await ask('POST', '/auth/login/', { authorization, json: { uuid: 'A' } });
        expect(reply.status).toBe(200);
      }));
  }

  test('takes the scheme word in any case', () =>
    withServer({}, async ({ ask }) => {
      const authorization = basic(admin.name, admin.password).replace('Basic', 'bAsIC');
      expect((await ask('POST', '/auth/login/', { authorization, json: { uuid: 'A' } })).status).toBe(200);
    }));

  test('accepts mobile, device_info and fields it does not know', () =>
    withServer({}, async ({ logIn }) => {
      const json = { uuid: 'A', mobile: true, device_info: { os: 'Linux', n: [1, null] }, other: 1 };
      expect((await logIn(admin, json)).status).toBe(200);
    }));

  test('tolerates a video_auth_token it does not need', () =>
    withServer({}, async ({ logIn }) => {
      expect((await logIn(admin, { uuid: 'A', video_auth_token: 'A' })).status).toBe(200);
    }));

  test('with the credentials in the body is refused', () =>
    withServer({}, async ({ ask }) => {
      const json = { uuid: 'A', username: admin.name, password: admin.password };
      expect(await ask('POST', '/auth/login/', { json })).toMatchObject(
        unauthorized('Authentication credentials were not provided.'),
      );
    }));

  for (const authorization of ['Bearer abc', `Token ${'a'.repeat(64)}`, 'Digest abc']) {
    test(`with the scheme of "${authorization.slice(0, 10)}" counts as no credentials`, () =>
      withServer({}, async ({ ask }) => {
        expect(await ask('POST', '/auth/login/', { authorization, json: { uuid: 'A' } })).toMatchObject(
          unauthorized('Authentication credentials were not provided.'),
        );
      }));
  }

  for (const [authorization, ending] of [
    ['Basic', 'No credentials provided.'],
    ['Basic YTpi YTpi', 'Credentials string should not contain spaces.'],
    ['Basic !!!!', 'Credentials not correctly base64 encoded.'],
    [`Basic ${Buffer.from('nocolon').toString('base64')}`, 'Credentials not correctly base64 encoded.'],
  ] as const) {
    test(`with the header "${authorization}" says the header is invalid`, () =>
      withServer({}, async ({ ask }) => {
        expect(await ask('POST', '/auth/login/', { authorization, json: { uuid: 'A' } })).toMatchObject(
          unauthorized(`Invalid basic header. ${ending}`),
        );
      }));
  }

  for (const [who, person] of [
    ['a wrong password', { name: 'admin', password: 'wrong' }],
    ['an unknown user', { name: 'nobody', password: 'wrong' }],
    ['a user who is switched off', inactiveUser],
  ] as const) {
    test(`with ${who} says no more than that the pair is wrong`, () =>
      withServer({}, async ({ logIn }) => {
        expect(await logIn(person)).toMatchObject(unauthorized('Invalid username/password.'));
      }));
  }

  test('checks the password before it looks at the body', () =>
    withServer({}, async ({ logIn }) => {
      expect((await logIn({ name: 'admin', password: 'wrong' }, {})).status).toBe(401);
    }));

  test('offers Basic when it refuses', () =>
    withServer({}, async ({ logIn }) => {
      const reply = await logIn({ name: 'admin', password: 'wrong' });
      expect(reply.headers['www-authenticate']).toBe('Basic realm="api"');
    }));

  for (const [what, json, param, desc] of [
    ['without uuid', {}, 'uuid', 'This field is required.'],
    ['with an empty uuid', { uuid: '' }, 'uuid', 'This field may not be blank.'],
    ['with a uuid of null', { uuid: null }, 'uuid', 'This field may not be null.'],
    ['with a uuid that is a number', { uuid: 7 }, 'uuid', 'Not a valid string.'],
    [
      'with a uuid of 257 characters',
      { uuid: longUuid },
      'uuid',
      'Ensure this field has no more than 256 characters.',
    ],
    ['with mobile as text', { uuid: 'A', mobile: 'yes' }, 'mobile', 'Must be a valid boolean.'],
    [
      'with device_info as a list',
      { uuid: 'A', device_info: [] },
      'device_info',
      'Expected a dictionary of items.',
    ],
    [
      'with an empty video_auth_token',
      { uuid: 'A', video_auth_token: '' },
      'video_auth_token',
      'This field may not be blank.',
    ],
  ] as const) {
    test(`${what} names the field`, () =>
      withServer({}, async ({ logIn }) => {
        expect(await logIn(admin, json)).toMatchObject(badParam(param, desc));
      }));
  }

  test('takes a uuid of 256 characters', () =>
    withServer({}, async ({ logIn }) => {
      expect((await logIn(admin, { uuid: longUuid.slice(1) })).status).toBe(200);
    }));

  test('without any body misses the uuid', () =>
    withServer({}, async ({ ask }) => {
      const authorization = basic(admin.name, admin.password);
      expect(await ask('POST', '/auth/login/', { authorization })).toMatchObject(
        badParam('uuid', 'This field is required.'),
      );
    }));

  for (const body of ['{"uuid":', '[1]', '"A"']) {
    test(`with the body ${body} answers 400`, () =>
      withServer({}, async ({ ask }) => {
        const authorization = basic(admin.name, admin.password);
        expect((await ask('POST', '/auth/login/', { authorization, body })).status).toBe(400);
      }));
  }

  test('with another content type answers 415 where the server insists on JSON', () =>
    withServer({ switches: { contentType: 'json-only' } }, async ({ ask }) => {
      const question = { authorization: basic(admin.name, admin.password), body: 'uuid=A' };
      expect((await ask('POST', '/auth/login/', question)).status).toBe(415);
    }));

  test('again with the same uuid ends the earlier token', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      const [earlier, later] = [await tokenOf(operator, 'pc'), await tokenOf(operator, 'pc')];
      const statusOf = async (token: string) => (await ask('GET', '/users/me/', { token })).status;
      expect([await statusOf(earlier), await statusOf(later)]).toEqual([401, 200]);
    }));

  test('again with the same uuid leaves both tokens alive when the server adds them', () =>
    withServer({ switches: { sameUuid: 'add' } }, async ({ emulator, tokenOf }) => {
      await tokenOf(operator, 'pc');
      await tokenOf(operator, 'pc');
      expect(emulator.liveTokens).toBe(2);
    }));

  test('with the same uuid as another user leaves his token alive', () =>
    withServer({}, async ({ emulator, tokenOf }) => {
      await tokenOf(operator, 'pc');
      await tokenOf(guard, 'pc');
      expect(emulator.liveTokens).toBe(2);
    }));

  test('beyond the number of tokens a user may hold is refused in the words of the library', () =>
    withServer({ switches: { tokenLimit: 1 } }, async ({ logIn }) => {
      await logIn(operator, { uuid: 'first' });
      expect(await logIn(operator, { uuid: 'second' })).toMatchObject({
        status: 403,
        body: { error: 'Maximum amount of tokens allowed per user exceeded.' },
      });
    }));

  test('by the domain takes a Negotiate proof and gives the domain user', () =>
    withServer({}, async ({ ask }) => {
      const reply = await ask('POST', '/users/me/ad', {
        authorization: 'Negotiate YII=',
        json: { uuid: 'A' },
      });
      expect(reply).toMatchObject({ status: 200, body: { user: { ad_user: true } } });
    }));

  test('by the domain without a proof asks for one', () =>
    withServer({}, async ({ ask }) => {
      const reply = await ask('POST', '/users/me/ad', { json: { uuid: 'A' } });
      expect([reply.status, reply.headers['www-authenticate']]).toEqual([401, 'Negotiate']);
    }));
});
