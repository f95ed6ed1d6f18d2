import { describe, expect, test } from 'vitest';
import { admin, guard, operator } from '../default-users.ts';
import { withServer } from './asking.ts';

const invalid = { status: 401, body: { code: 'UNAUTHORIZED', desc: 'Invalid token.' } };

describe('a token', () => {
  test('opens the page of its user', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      const token = await tokenOf(guard);
      expect(await ask('GET', '/users/me/', { token })).toMatchObject({
        status: 200,
        body: { name: 'guard2' },
      });
    }));

  test('is accepted whatever the case of the word before it', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      const authorization = `tOKen ${await tokenOf(guard)}`;
      expect((await ask('GET', '/users/me/', { authorization })).status).toBe(200);
    }));

  test('is missed when no header is sent', () =>
    withServer({}, async ({ ask }) => {
      expect(await ask('GET', '/users/me/')).toMatchObject({
        status: 401,
        body: { code: 'UNAUTHORIZED', desc: 'Authentication credentials were not provided.' },
      });
    }));

  test('is missed when it comes as Bearer', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      const authorization = `Bearer ${await tokenOf(guard)}`;
      expect(await ask('GET', '/users/me/', { authorization })).toMatchObject({
        body: { desc: 'Authentication credentials were not provided.' },
      });
    }));

  test('that is empty is called an invalid header', () =>
    withServer({}, async ({ ask }) => {
      expect(await ask('GET', '/users/me/', { authorization: 'Token' })).toMatchObject({
        status: 401,
        body: { desc: 'Invalid token header. No credentials provided.' },
      });
    }));

  for (const spaced of ['Token  abc', 'Token a b']) {
    test(`written "${spaced}" is called an invalid header`, () =>
      withServer({}, async ({ ask }) => {
        expect(await ask('GET', '/users/me/', { authorization: spaced })).toMatchObject({
          status: 401,
          body: { desc: 'Invalid token header. Token string should not contain spaces.' },
        });
      }));
  }

  test('nobody was given is invalid', () =>
    withServer({}, async ({ ask }) => {
      expect(await ask('GET', '/users/me/', { token: 'f'.repeat(64) })).toMatchObject(invalid);
    }));

  test('in capitals is another token', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      const token = (await tokenOf(guard)).toUpperCase();
      expect(await ask('GET', '/users/me/', { token })).toMatchObject(invalid);
    }));

  test('is invalid once its time is up', () =>
    withServer({ switches: { sessionSeconds: 60 } }, async ({ emulator, ask, tokenOf }) => {
      const token = await tokenOf(guard);
      emulator.setClockOffset(61);
      expect(await ask('GET', '/users/me/', { token })).toMatchObject(invalid);
    }));

  test('still works just before its time is up', () =>
    withServer({ switches: { sessionSeconds: 60 } }, async ({ emulator, ask, tokenOf }) => {
      const token = await tokenOf(guard);
      emulator.setClockOffset(30);
      expect((await ask('GET', '/users/me/', { token })).status).toBe(200);
    }));

  test('that expired leaves the list when it is used for the first time, not before', () =>
    withServer({ switches: { sessionSeconds: 60 } }, async ({ emulator, ask, tokenOf }) => {
      const expired = await tokenOf(guard);
      emulator.setClockOffset(61);
      const token = await tokenOf(admin);
      const listed = async () => (await ask('GET', '/sessions/?user_name_in=guard2', { token })).body;
      expect(await listed()).toMatchObject({ results: [{ user__username: 'guard2' }] });
      await ask('GET', '/users/me/', { token: expired });
      expect(await listed()).toMatchObject({ results: [] });
    }));

  test('of a user who was switched off says so', () =>
    withServer({}, async ({ emulator, ask, tokenOf }) => {
      const token = await tokenOf(guard);
      emulator.switchOff('guard2');
      expect(await ask('GET', '/users/me/', { token })).toMatchObject({
        status: 401,
        body: { code: 'UNAUTHORIZED', desc: 'User inactive or deleted.' },
      });
    }));

  test('of a user who was switched on again works again', () =>
    withServer({}, async ({ emulator, ask, tokenOf }) => {
      const token = await tokenOf(guard);
      emulator.switchOff('guard2');
      emulator.switchOn('guard2');
      expect((await ask('GET', '/users/me/', { token })).status).toBe(200);
    }));

  test('that is refused is answered with the Token challenge', () =>
    withServer({}, async ({ ask }) => {
      expect((await ask('GET', '/users/me/')).headers['www-authenticate']).toBe('Token');
    }));

  test('is not prolonged by being used', () =>
    withServer({ switches: { sessionSeconds: 60 } }, async ({ emulator, ask, tokenOf }) => {
      const token = await tokenOf(guard);
      emulator.setClockOffset(50);
      await ask('GET', '/users/me/', { token });
      emulator.setClockOffset(65);
      expect(await ask('GET', '/users/me/', { token })).toMatchObject(invalid);
    }));
});

describe('logging out', () => {
  test('answers 204 with nothing in it', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      const token = await tokenOf(guard);
      expect(await ask('POST', '/auth/logout/', { token })).toMatchObject({ status: 204, body: '' });
    }));

  test('ends the token', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      const token = await tokenOf(guard);
      await ask('POST', '/auth/logout/', { token });
      expect(await ask('GET', '/users/me/', { token })).toMatchObject(invalid);
    }));

  test('a second time says that the token is invalid', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      const token = await tokenOf(guard);
      await ask('POST', '/auth/logout/', { token });
      expect(await ask('POST', '/auth/logout/', { token })).toMatchObject(invalid);
    }));

  test('leaves the other tokens of the same user alive', () =>
    withServer({}, async ({ emulator, ask, tokenOf }) => {
      const token = await tokenOf(operator, 'one');
      await tokenOf(operator, 'two');
      await ask('POST', '/auth/logout/', { token });
      expect(emulator.liveTokens).toBe(1);
    }));
});

describe('a broken licence', () => {
  for (const status of ['401', '403'] as const) {
    test(`refuses a good token with ${status} and says LICENSE_ERROR`, () =>
      withServer({}, async ({ emulator, ask, tokenOf }) => {
        const token = await tokenOf(guard);
        emulator.switches.set({ licence: status });
        expect(await ask('GET', '/users/me/', { token })).toMatchObject({
          status: Number(status),
          body: {
            code: 'LICENSE_ERROR',
            desc: 'Failed to validate FFSecurity license',
            original_error: { desc: 'FKERROR_LICENSE: Invalid license' },
          },
        });
      }));
  }

  test('refuses a log-in', () =>
    withServer({ switches: { licence: '403' } }, async ({ logIn }) => {
      expect(await logIn(guard)).toMatchObject({ status: 403, body: { code: 'LICENSE_ERROR' } });
    }));

  test('leaves the token alive for when it is mended', () =>
    withServer({}, async ({ emulator, ask, tokenOf }) => {
      const token = await tokenOf(guard);
      emulator.switches.set({ licence: '401' });
      await ask('GET', '/users/me/', { token });
      emulator.switches.set({ licence: 'fine' });
      expect((await ask('GET', '/users/me/', { token })).status).toBe(200);
    }));

  test('is not told to someone without a token', () =>
    withServer({ switches: { licence: '403' } }, async ({ ask }) => {
      expect(await ask('GET', '/users/me/')).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED' } });
    }));
});
