import { describe, expect, test } from 'vitest';
import { accentedUser, admin, guard, operator } from '../default-users.ts';
import { field, type Reply, type Server, withServer } from '../http/asking.ts';

/** The values of one field in a list, in order. */
function listed(reply: Reply, name: string): unknown[] {
  const results = field(reply, 'results');
  return Array.isArray(results) ? results.map((row) => row[name]) : [];
}

/** Creates four sessions of three users; returns the administrator's token. */
async function fill({ logIn, tokenOf }: Server): Promise<string> {
  await logIn(operator, { uuid: 'phone', mobile: true, device_info: { os: 'Android' } });
  await logIn(operator, { uuid: 'desk' });
  await logIn(guard, { uuid: 'gate' });
  return tokenOf(admin, 'office');
}

describe('the list of sessions', () => {
  test('shows a session with every field FindFace has', () =>
    withServer({}, async (server) => {
      const token = await fill(server);
      const reply = await server.ask('GET', '/sessions/?uuid_in=phone', { token });
      expect(reply).toMatchObject({ status: 200, body: { next_page: null, prev_page: null } });
      expect(field(reply, 'results')).toEqual([
        {
          id: expect.stringMatching(/^[0-9a-f]{128}$/),
          status: 'online',
          active: true,
          uuid: 'phone',
          mobile: true,
          device_info: { os: 'Android' },
          ip: '127.0.0.1',
          last_ping_date: expect.stringMatching(/T\d\d:\d\d:\d\d\.\d{6}Z$/),
          user__username: 'ivanov',
          created_date: expect.stringMatching(/T\d\d:\d\d:\d\d\.\d{6}Z$/),
          user_id: 4,
        },
      ]);
    }));

  test('never shows a token', () =>
    withServer({}, async (server) => {
      const token = await fill(server);
      const reply = await server.ask('GET', '/sessions/', { token });
      expect(JSON.stringify(reply.body)).not.toContain(token);
    }));

  test('begins with the newest session', () =>
    withServer({}, async (server) => {
      const token = await fill(server);
      const reply = await server.ask('GET', '/sessions/', { token });
      expect(listed(reply, 'uuid')).toEqual(['office', 'gate', 'desk', 'phone']);
    }));

  for (const [query, uuids] of [
    ['uuid_in=desk,gate', ['gate', 'desk']],
    ['uuid_in=desk&uuid_in=gate', ['gate', 'desk']],
    ['user_name_in=ivanov', ['desk', 'phone']],
    ['user_name_in=guard2,admin', ['office', 'gate']],
    ['user_id_in=4,7', ['gate', 'desk', 'phone']],
    ['mobile=true', ['phone']],
    ['mobile=false&user_name_in=ivanov', ['desk']],
    ['active=true', ['office', 'gate', 'desk', 'phone']],
    ['active=false', []],
    ['ip_in=127.0.0.1', ['office', 'gate', 'desk', 'phone']],
    ['ip_in=10.0.0.0/8,127.0.0.0/8', ['office', 'gate', 'desk', 'phone']],
    ['ip_in=10.0.0.0/8', []],
    ['ip_in=2001:db8::/32', []],
    ['status=online', ['office', 'gate', 'desk', 'phone']],
    ['status=offline&status=blocked', []],
    ['created_date_gt=2020-01-01T00:00:00Z', ['office', 'gate', 'desk', 'phone']],
    ['created_date_gte=2020-01-01', ['office', 'gate', 'desk', 'phone']],
    ['created_date_lt=2020-01-01T00:00:00Z', []],
    ['created_date_lte=2020-01-01T00:00:00Z', []],
    ['ordering=created', ['phone', 'desk', 'gate', 'office']],
    ['ordering=last_ping_date', ['phone', 'desk', 'gate', 'office']],
    ['ordering=-mobile', ['phone', 'office', 'gate', 'desk']],
    ['ordering=status', ['phone', 'desk', 'gate', 'office']],
    ['ordering=user__username', ['office', 'gate', 'phone', 'desk']],
    ['limit=2', ['office', 'gate']],
  ] as const) {
    test(`asked with ${query} gives ${uuids.join(', ') || 'nothing'}`, () =>
      withServer({}, async (server) => {
        const token = await fill(server);
        const reply = await server.ask('GET', `/sessions/?${query}`, { token });
        expect(listed(reply, 'uuid')).toEqual(uuids);
      }));
  }

  test('asked for an id gives that session', () =>
    withServer({}, async (server) => {
      const token = await fill(server);
      const [id] = listed(await server.ask('GET', '/sessions/?uuid_in=desk', { token }), 'id');
      expect(listed(await server.ask('GET', `/sessions/?id_in=${id}`, { token }), 'uuid')).toEqual(['desk']);
    }));

  for (const [query, param] of [
    ['mobile=maybe', 'mobile'],
    ['status=asleep', 'status'],
    ['ip_in=localhost', 'ip_in'],
    ['ip_in=10.0.0.0/33', 'ip_in'],
    ['created_date_gt=yesterday', 'created_date_gt'],
    ['user_id_in=ivanov', 'user_id_in'],
    ['ordering=uuid', 'ordering'],
  ] as const) {
    test(`asked with ${query} names the wrong filter`, () =>
      withServer({}, async ({ ask, tokenOf }) => {
        expect(await ask('GET', `/sessions/?${query}`, { token: await tokenOf(admin) })).toMatchObject({
          status: 400,
          body: { code: 'BAD_PARAM', param },
        });
      }));
  }

  test('shows a session without a live channel offline after a while, though its token works', () =>
    withServer({}, async ({ emulator, ask, tokenOf }) => {
      const token = await tokenOf(guard);
      emulator.setClockOffset(120);
      expect(listed(await ask('GET', '/sessions/', { token }), 'status')).toEqual(['offline']);
    }));

  test('shows an administrator everybody', () =>
    withServer({}, async (server) => {
      const token = await fill(server);
      expect(listed(await server.ask('GET', '/sessions/', { token }), 'user_id')).toEqual([1, 7, 4, 4]);
    }));

  test('shows an operator only himself, on every device', () =>
    withServer({}, async (server) => {
      await fill(server);
      const token = await server.tokenOf(operator, 'third');
      expect(listed(await server.ask('GET', '/sessions/', { token }), 'uuid')).toEqual([
        'third',
        'desk',
        'phone',
      ]);
    }));

  test('shows a user only the session at hand', () =>
    withServer({}, async (server) => {
      await fill(server);
      const token = await server.tokenOf(guard, 'booth');
      expect(listed(await server.ask('GET', '/sessions/', { token }), 'uuid')).toEqual(['booth']);
    }));
});

describe('one session', () => {
  test('can be looked at by its id', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      const token = await tokenOf(guard, 'booth');
      const [id] = listed(await ask('GET', '/sessions/', { token }), 'id');
      expect(await ask('GET', `/sessions/${id}/`, { token })).toMatchObject({
        status: 200,
        body: { id, uuid: 'booth' },
      });
    }));

  test('closed by an administrator is answered 204 and its token is dead', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      const closed = await tokenOf(guard, 'booth');
      const token = await tokenOf(admin);
      const [id] = listed(await ask('GET', '/sessions/?uuid_in=booth', { token }), 'id');
      expect(await ask('DELETE', `/sessions/${id}/`, { token })).toMatchObject({ status: 204, body: '' });
      expect(await ask('GET', '/users/me/', { token: closed })).toMatchObject({
        status: 401,
        body: { desc: 'Invalid token.' },
      });
    }));

  for (const method of ['GET', 'DELETE'] as const) {
    test(`of somebody else is not found by ${method}`, () =>
      withServer({}, async ({ emulator, ask, tokenOf }) => {
        const token = await tokenOf(admin);
        const [id] = listed(await ask('GET', '/sessions/', { token }), 'id');
        const reply = await ask(method, `/sessions/${id}/`, { token: await tokenOf(operator) });
        expect(reply).toMatchObject({
          status: 404,
          body: { code: 'NOT_FOUND', desc: 'No AuthSession matches the given query.' },
        });
        expect(emulator.liveTokens).toBe(2);
      }));
  }

  test('can be closed by the user it belongs to', () =>
    withServer({}, async ({ emulator, ask, tokenOf }) => {
      const token = await tokenOf(guard);
      const [id] = listed(await ask('GET', '/sessions/', { token }), 'id');
      await ask('DELETE', `/sessions/${id}/`, { token });
      expect(emulator.liveTokens).toBe(0);
    }));
});

describe('closing many sessions', () => {
  test('closes those that are named and leaves the rest', () =>
    withServer({}, async (server) => {
      const token = await fill(server);
      const ids = listed(await server.ask('GET', '/sessions/?user_name_in=ivanov', { token }), 'id');
      const reply = await server.ask('POST', '/sessions/delete/', { token, json: { id_in: ids } });
      expect(reply).toMatchObject({ status: 204, body: '' });
      expect(listed(await server.ask('GET', '/sessions/', { token }), 'uuid')).toEqual(['office', 'gate']);
    }));

  test('never closes what the user may not see', () =>
    withServer({}, async (server) => {
      const token = await fill(server);
      const ids = listed(await server.ask('GET', '/sessions/', { token }), 'id');
      const own = await server.tokenOf(accentedUser);
      await server.ask('POST', '/sessions/delete/', { token: own, json: { id_in: ids } });
      expect(server.emulator.liveTokens).toBe(5);
    }));

  test('without a list says that it is required', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      const reply = await ask('POST', '/sessions/delete/', { token: await tokenOf(admin), json: {} });
      expect(reply).toMatchObject({ status: 400, body: { code: 'BAD_PARAM', param: 'id_in' } });
    }));
});
