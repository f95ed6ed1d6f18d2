import { describe, expect, test } from 'vitest';
import { admin, guard, operator } from '../default-users.ts';
import { field, type Server, withServer } from '../http/asking.ts';

const path = '/device-blacklist-records/';
const record = { uuid: 'lost-phone', reason: 'Lost on the train' };

async function block({ ask, tokenOf }: Server, json: object = record) {
  const token = await tokenOf(admin, 'office');
  return { token, reply: await ask('POST', path, { token, json }) };
}

describe('blocking a device', () => {
  test('answers 201 with the record, for ever unless an end is given', () =>
    withServer({}, async (server) => {
      const { reply } = await block(server);
      expect(reply.status).toBe(201);
      expect(reply.body).toEqual({
        ...record,
        id: 1,
        created_date: expect.stringMatching(/T\d\d:\d\d:\d\d\.\d{6}Z$/),
        expire_date: null,
      });
    }));

  test('ends the tokens of that device at once and no others', () =>
    withServer({}, async (server) => {
      const lost = await server.tokenOf(guard, 'lost-phone');
      const kept = await server.tokenOf(guard, 'booth');
      await block(server);
      expect(await server.ask('GET', '/users/me/', { token: lost })).toMatchObject({
        status: 401,
        body: { code: 'UNAUTHORIZED', desc: 'Invalid token.' },
      });
      expect((await server.ask('GET', '/users/me/', { token: kept })).status).toBe(200);
    }));

  test('leaves its sessions in the list as blocked', () =>
    withServer({}, async (server) => {
      await server.logIn(guard, { uuid: 'lost-phone' });
      const { token } = await block(server);
      expect(await server.ask('GET', '/sessions/?status=blocked', { token })).toMatchObject({
        body: { results: [{ uuid: 'lost-phone', status: 'blocked' }] },
      });
    }));

  test('and letting it in again does not bring its old token back', () =>
    withServer({}, async (server) => {
      const lost = await server.tokenOf(guard, 'lost-phone');
      const { token } = await block(server);
      await server.ask('DELETE', `${path}1/`, { token });
      expect((await server.ask('GET', '/users/me/', { token: lost })).status).toBe(401);
      expect((await server.logIn(guard, { uuid: 'lost-phone' })).status).toBe(200);
    }));

  for (const [status, code] of [
    ['403', 'DEVICE_BLOCKED'],
    ['401', 'UNAUTHORIZED'],
  ] as const) {
    test(`refuses its log-in with ${status} ${code} when the server is set to it`, () =>
      withServer({ switches: { blockedStatus: status, blockedCode: code } }, async (server) => {
        await block(server);
        expect(await server.logIn(guard, { uuid: 'lost-phone' })).toMatchObject({
          status: Number(status),
          body: { code },
        });
      }));
  }

  test('ends when its time is up', () =>
    withServer({}, async (server) => {
      await block(server, { ...record, expire_date: new Date(Date.now() + 60_000).toISOString() });
      server.emulator.setClockOffset(61);
      expect((await server.logIn(guard, { uuid: 'lost-phone' })).status).toBe(200);
    }));

  for (const [what, json, param] of [
    ['without uuid', { reason: 'x' }, 'uuid'],
    ['without a reason', { uuid: 'x' }, 'reason'],
    ['with a uuid of 257 characters', { uuid: 'u'.repeat(257), reason: 'x' }, 'uuid'],
    ['with a reason of 513 characters', { uuid: 'x', reason: 'r'.repeat(513) }, 'reason'],
    ['until "tomorrow"', { ...record, expire_date: 'tomorrow' }, 'expire_date'],
  ] as const) {
    test(`${what} names the field`, () =>
      withServer({}, async (server) => {
        const { reply } = await block(server, json);
        expect(reply).toMatchObject({ status: 400, body: { code: 'BAD_PARAM', param } });
      }));
  }

  test('is not for operators, and says which right is missing', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      expect(await ask('POST', path, { token: await tokenOf(operator), json: record })).toMatchObject({
        status: 403,
        body: { missing_permissions: ['ffsecurity.add_deviceblacklistrecord'] },
      });
    }));
});

describe('a block record', () => {
  test('is in the list', () =>
    withServer({}, async (server) => {
      const { token } = await block(server);
      expect(await server.ask('GET', path, { token })).toMatchObject({
        status: 200,
        body: { next_page: null, prev_page: null, results: [record] },
      });
    }));

  test('can be looked at by its id', () =>
    withServer({}, async (server) => {
      const { token } = await block(server);
      expect(await server.ask('GET', `${path}1/`, { token })).toMatchObject({ status: 200, body: record });
    }));

  test('can change its reason and its end, never its uuid', () =>
    withServer({}, async (server) => {
      const { token } = await block(server);
      const json = { uuid: 'other', reason: 'Found', expire_date: '2040-01-01T00:00:00Z' };
      const reply = await server.ask('PATCH', `${path}1/`, { token, json });
      expect(reply).toMatchObject({ status: 200, body: { ...json, uuid: 'lost-phone' } });
    }));

  test('can be deleted, and is not found afterwards', () =>
    withServer({}, async (server) => {
      const { token } = await block(server);
      expect((await server.ask('DELETE', `${path}1/`, { token })).status).toBe(204);
      const reply = await server.ask('GET', `${path}1/`, { token });
      expect([reply.status, field(reply, 'code')]).toEqual([404, 'NOT_FOUND']);
    }));
});
