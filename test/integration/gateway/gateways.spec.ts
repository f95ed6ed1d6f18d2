import { request } from 'node:http';
import { describe, expect, vi } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { json } from '../../emulator/http/answer.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Sends a request as a program does that knows an address only. */
function fetched(address: string, method = 'GET', body = ''): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: Buffer.concat(pieces).toString('utf8') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

interface Opened {
  readonly id: ProfileId;
  readonly address: string;
  readonly token: string;
}

/** Logs in, opens a gateway and returns its address. */
async function opened(
  app: HeadlessApp,
  server: Emulator,
  { access = 'read', path = '' }: { access?: 'read' | 'write'; path?: string } = {},
): Promise<Opened> {
  const id = await app.add({ address: server.base, name: 'Airport' }, operator.password);
  await app.parts.sessionCopy.copy(id, false, 'token');
  const token = app.board.text;
  app.questions.answer = 'confirm';
  expect(await app.parts.gateways.open({ profileId: id, minutes: 60, access, path })).toEqual({
    ok: true,
    value: true,
  });
  return { id, address: app.board.text, token };
}

const withToken = ({ requests }: Emulator) => requests.filter(({ headers }) => headers.authorization);

const isClosed = async (address: string) => {
  await expect
    .poll(() => fetched(`${address}/users/me/`).then(String, ({ code }) => code))
    .toBe('ECONNREFUSED');
};

describe('a gateway', () => {
  test('adds the token to the requests of programs that have its address', async ({ app, server }) => {
    const { id, address, token } = await opened(app, server);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{43}$/);
    server.forgetRequests();
    const { status, headers, body } = await fetched(`${address}/users/me/?a=1`);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ name: operator.name });
    expect(body).not.toContain(token);
    expect(headers).toMatchObject({ 'content-security-policy': 'sandbox' });
    expect(withToken(server)).toMatchObject([
      { method: 'GET', path: '/users/me/?a=1', headers: { authorization: `Token ${token}` } },
    ]);
    const state = app.parts.live.read();
    expect(state.gateways).toMatchObject([{ profileId: id, access: 'read', path: '/', requests: 1 }]);
    const [key = ''] = address.split('/').slice(-1);
    expect(JSON.stringify(state), 'the page gets neither the key nor the token').not.toMatch(
      new RegExp(`${key}|${token}`),
    );
  });

  test('is opened by a person only, and not where copying is not possible', async ({ app, server }) => {
    const id = await app.add({ address: server.base, name: 'Airport' }, operator.password);
    const ask = { profileId: id, minutes: 15, access: 'write', path: '/events/' } as const;
    expect(await app.parts.gateways.open(ask)).toEqual({ ok: true, value: false });
    expect(app.questions.asked[0]).toMatchObject({
      message: 'Open a gateway to “Airport” for 15 minutes?',
      detail: expect.stringContaining('read and change data'),
    });
    expect(app.questions.asked[0]?.detail).toContain('/events/');
    expect(app.parts.live.read().gateways).toEqual([]);
    expect(app.board.text).toBe('');
    app.questions.answer = 'confirm';
    expect(await app.parts.gateways.open({ ...ask, path: '/a/../b' })).toMatchObject({
      problem: { code: 'gateway-path-wrong' },
    });
    app.questions.meanwhile = () => app.parts.logins.logout(id);
    expect(await app.parts.gateways.open(ask)).toMatchObject({ problem: { code: 'gateway-not-opened' } });
    expect(await app.parts.gateways.open(ask)).toMatchObject({ problem: { code: 'no-session' } });
    expect(app.questions.asked).toHaveLength(2);
  });

  test('only reads, unless a person permitted more', async ({ app, server }) => {
    const { id, address } = await opened(app, server, { path: '/users' });
    server.forgetRequests();
    expect(await fetched(`${address}/users/me/`, 'PATCH', '{}')).toMatchObject({ status: 405 });
    expect(await fetched(`${address}/events/`)).toMatchObject({ status: 403 });
    expect(withToken(server)).toEqual([]);
    server.rewrite('/users/me/', () => json(202, { done: true }));
    expect(
      await app.parts.gateways.open({ profileId: id, minutes: 15, access: 'write', path: '' }),
    ).toMatchObject({ ok: true });
    await isClosed(address);
    const changed = app.board.text;
    expect(changed).not.toBe(address);
    expect(await fetched(`${changed}/users/me/`, 'PATCH', '{"a":"ж"}')).toMatchObject({ status: 202 });
    expect(server.requests.at(-1)).toMatchObject({ method: 'PATCH', bodyLength: 10 });
    expect(await fetched(`${changed}/auth/logout/`, 'POST')).toMatchObject({ status: 403 });
    expect(app.row(id).session.phase).toBe('active');
  });

  test('leads to no other server, whatever the server says', async ({ app, serve, server }) => {
    const { address, token } = await opened(app, server);
    const other = await serve();
    server.rewrite('/away/', () => ({
      ...json(302, {}),
      headers: { Location: `${other.origin}/users/me/` },
    }));
    server.rewrite('/here/', () => ({
      ...json(302, {}),
      headers: { Location: '/users/me/', 'Set-Cookie': 'a=b', 'Access-Control-Allow-Origin': '*' },
    }));
    const away = await fetched(`${address}/away/`);
    expect(away).toMatchObject({ status: 502, body: expect.stringContaining('redirect-to-another-server') });
    expect(JSON.stringify(away)).not.toContain(other.origin);
    const here = await fetched(`${address}/here/`);
    expect(here.status).toBe(302);
    expect(here.headers.location).toBe(`${new URL(address).pathname}/users/me/`);
    expect(here.headers).not.toHaveProperty('set-cookie');
    expect(here.headers).not.toHaveProperty('access-control-allow-origin');
    expect(JSON.stringify(here)).not.toContain(token);
    expect(other.requests).toEqual([]);
  });

  test('marks a session that the server no longer accepts, and sends its token no more', async ({
    app,
    server,
  }) => {
    const { id, address } = await opened(app, server);
    server.endSessions(operator.name);
    expect(await fetched(`${address}/users/me/`)).toMatchObject({ status: 401 });
    await expect.poll(() => app.row(id).session).toMatchObject({ lastCheck: { verdict: 'refused' } });
    server.forgetRequests();
    expect(await fetched(`${address}/users/me/`)).toMatchObject({
      status: 502,
      body: expect.stringContaining('session-was-refused'),
    });
    expect(withToken(server)).toEqual([]);
  });

  test('is the only one of its profile, also when two are opened together', async ({ app, server }) => {
    const { id, address } = await opened(app, server);
    const noted = vi.spyOn(app.parts.journal, 'note');
    const times = (what: string) => noted.mock.calls.filter(([event]) => event === what).length;
    const connect = app.parts.clients.openForwarding.bind(app.parts.clients);
    const waiting: (() => void)[] = [];
    vi.spyOn(app.parts.clients, 'openForwarding').mockImplementation(async (profile) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return connect(profile);
    });
    const ask = { profileId: id, minutes: 15, access: 'read', path: '' } as const;
    const first = app.parts.gateways.open(ask);
    await expect.poll(() => waiting.length).toBe(1);
    const second = app.parts.gateways.open(ask);
    await expect.poll(() => waiting.length).toBe(2);
    for (const goOn of waiting) goOn();
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: true },
      { ok: true, value: true },
    ]);
    await isClosed(address);
    expect(app.parts.live.read().gateways).toHaveLength(1);
    await app.parts.gateways.close(id);
    expect(times('gateway-closed')).toBe(times('gateway-opened') + 1);
  });

  test('is one of eight at most', async ({ app, server }) => {
    for (let count = 0; count < 8; count += 1) await opened(app, server);
    const id = await app.add({ address: server.base, name: 'Ninth' }, operator.password);
    const ask = { profileId: id, minutes: 15, access: 'read', path: '' } as const;
    expect(await app.parts.gateways.open(ask)).toMatchObject({ problem: { code: 'too-many-gateways' } });
    expect(app.questions.asked).toHaveLength(8);
  });

  test('passes on what is large, as it arrives', async ({ app, server }) => {
    const { address } = await opened(app, server);
    const large = { text: 'x'.repeat(5 * 1024 * 1024) };
    server.rewrite('/large/', () => json(200, large));
    expect((await fetched(`${address}/large/`)).body).toBe(JSON.stringify(large));
  });
});

describe('a gateway is closed', () => {
  const ends: Readonly<Record<string, (app: HeadlessApp, id: ProfileId) => unknown>> = {
    asked: (app, id) => app.parts.gateways.close(id),
    lock: (app) => app.parts.appLock.lock('asked'),
    'session-ended': (app, id) => app.parts.logins.logout(id),
    removed: (app, id) => app.parts.profileRemoval.remove(id, false),
    quit: (app) => app.parts.close(),
  };
  for (const [reason, end] of Object.entries(ends))
    test(`by ${reason}, which the journal says`, async ({ app, server }) => {
      const { id, address } = await opened(app, server);
      const noted = vi.spyOn(app.parts.journal, 'note');
      await end(app, id);
      await isClosed(address);
      expect(app.parts.live.read().gateways).toEqual([]);
      expect(noted).toHaveBeenCalledWith('gateway-closed', expect.anything(), { reason, requests: 0 });
    });

  test('when its connection is changed, but not when it gets a tag', async ({ app, server }) => {
    const { id, address } = await opened(app, server);
    await app.parts.manyChanges.change([id], { addTags: ['night'] });
    expect(await fetched(`${address}/users/me/`)).toMatchObject({ status: 200 });
    await app.parts.profileEditor.connect(id, { proxy: { mode: 'direct' } });
    expect(app.row(id).session.phase, 'its session goes on').toBe('active');
    await isClosed(address);
  });

  test('when its time is over, also if the clock was set back', async ({ app, server }) => {
    // Both clocks, so that none goes on alone while the computer is busy.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
    try {
      const { address } = await opened(app, server);
      app.clock.aheadMs = -3 * 3_600_000;
      await vi.advanceTimersByTimeAsync(59 * 60_000);
      expect(app.parts.live.read().gateways).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(2 * 60_000);
      await isClosed(address);
    } finally {
      vi.useRealTimers();
    }
  });
});
