import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { SessionFilter } from '../../../contract/sessions/remote-sessions.ts';
import { operator } from '../../emulator/default-users.ts';
import { test as base, type HeadlessApp } from '../../support/headless-app.ts';
import { type HostileServer, httpAnswer, startHostileServer } from '../../support/servers/hostile-server.ts';
import { listed, sessionListServer } from '../../support/servers/session-list-server.ts';

const mine: SessionFilter = { whose: 'mine', status: null, activeOnly: false };
type Answers = Parameters<typeof sessionListServer>[0];

const test = base.extend<{
  raw: (answers: Answers) => ReturnType<typeof sessionListServer>;
  bystander: HostileServer;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixtures from this pattern.
  raw: async ({}, use) => {
    const open: HostileServer[] = [];
    await use(async (answers) => {
      const server = await sessionListServer(answers);
      open.push(server);
      return server;
    });
    for (const server of open) await server.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixtures from this pattern.
  bystander: async ({}, use) => {
    const server = await startHostileServer((socket) => void socket.write(httpAnswer(200, '{}')));
    await use(server);
    await server.close();
  },
});

const loggedIn = (app: HeadlessApp, origin: string): Promise<ProfileId> =>
  app.add({ address: origin }, operator.password);
const page = (results: readonly object[], next_page: unknown = null) => ({
  next_page,
  prev_page: null,
  results,
});

describe('a list of sessions from a hostile server', () => {
  test('never leads to the host in next_page', async ({ app, raw, bystander }) => {
    const { paths, origin } = await raw({
      sessions: (query) =>
        query.get('page') === null
          ? page([listed('a')], `${bystander.origin}/sessions/?page=second&limit=1`)
          : page([listed('b')]),
    });
    const id = await loggedIn(app, origin);
    const found = await app.parts.remoteSessions.list(id, mine, true);
    expect(found).toMatchObject({ ok: true, value: { more: 'no' } });
    expect(found.ok && found.value.sessions).toHaveLength(2);
    expect(paths().filter((path) => path.includes('page=second'))).toHaveLength(1);
    expect(bystander.connections).toBe(0);
  });

  test('with repeating cursors is followed once', async ({ app, raw }) => {
    const { paths, origin } = await raw({
      sessions: (query) =>
        page(
          [listed(`at-${query.get('page')}`)],
          `${origin}/?page=${{ a: 'b', b: 'c', c: 'a' }[query.get('page') ?? 'c']}`,
        ),
    });
    const id = await loggedIn(app, origin);
    const found = await app.parts.remoteSessions.list(id, mine, true);
    expect(found).toMatchObject({ ok: true, value: { more: 'cut' } });
    expect(paths().filter((path) => path.startsWith('GET /sessions/'))).toHaveLength(4);
  });

  test('without an end is cut off', async ({ app, raw }) => {
    const { paths, origin } = await raw({ sessions: (_, nth) => page([], `/?page=${nth}`) });
    const id = await loggedIn(app, origin);
    const found = await app.parts.remoteSessions.list(id, mine, true);
    expect(found).toMatchObject({ ok: true, value: { sessions: [], more: 'cut' } });
    expect(paths().filter((path) => path.startsWith('GET /sessions/'))).toHaveLength(100);
  });

  test('with a thousand rows a page stops at two thousand', async ({ app, raw }) => {
    const rows = (nth: number) =>
      Array.from({ length: 900 }, (_, index) => listed(`${nth}-${index}`, { ip: '' }));
    const { origin } = await raw({ sessions: (_, nth) => page(rows(nth), `/?page=${nth}`) });
    const id = await loggedIn(app, origin);
    const found = await app.parts.remoteSessions.list(id, mine, true);
    expect(found.ok && found.value.sessions).toHaveLength(2_000);
  });

  test('that ignores filters ends no session of other users', async ({ app, raw }) => {
    const { origin } = await raw({
      sessions: () =>
        page([listed('mine'), listed('theirs', { user_id: 9, user__username: 'guard' }), listed('mine')]),
    });
    const id = await loggedIn(app, origin);
    const found = await app.parts.remoteSessions.list(id, mine, true);
    expect(found.ok && found.value.sessions.map(({ deviceId }) => deviceId)).toEqual(['v4-mine']);
  });

  test('shows no disguised text', async ({ app, raw }) => {
    const { origin } = await raw({
      sessions: () =>
        page([
          listed('a', {
            ip: '1.2.3.4\u202e\n',
            device_info: { user_agent: `\u202eevil ${'x'.repeat(9_000)}` },
          }),
        ]),
    });
    const id = await loggedIn(app, origin);
    const found = await app.parts.remoteSessions.list(id, mine, true);
    const [session] = found.ok ? found.value.sessions : [];
    expect(session?.ip).toBe('1.2.3.4');
    expect(session?.device).toMatch(/^evil x{1,55}$/);
  });
});

describe('a refusal of the list', () => {
  const refusals = [
    [{ status: 401, body: { code: 'UNAUTHORIZED', desc: 'Invalid token.' } }, 'request-refused'],
    [{ status: 403, body: { code: 'FORBIDDEN', missing_permissions: ['a.b'] } }, 'not-allowed'],
    [{ status: 404, body: { code: 'NOT_FOUND', desc: '' } }, 'not-found'],
    [{ status: 404, body: 'nginx', html: true }, 'not-findface'],
    [{ status: 401, body: { code: 'LICENSE_ERROR', desc: '' } }, 'licence-invalid'],
    [{ status: 403, body: { code: 'LICENSE_ERROR', desc: '' } }, 'licence-invalid'],
    [{ status: 200, body: 'portal', html: true }, 'not-findface'],
    [{ status: 200, body: { results: 'none' } }, 'strange-answer'],
    [{ status: 500, body: { code: 'X' } }, 'server-failed'],
  ] as const;
  for (const [answer, code] of refusals)
    test(`with ${answer.status} ${JSON.stringify(answer.body)} is ${code}, and the session is unchanged`, async ({
      app,
      raw,
    }) => {
      const { origin } = await raw({ sessions: () => answer });
      const id = await loggedIn(app, origin);
      const { session } = app.row(id);
      expect(await app.parts.remoteSessions.list(id, mine, false)).toMatchObject({ problem: { code } });
      expect(app.row(id).session).toMatchObject({ phase: 'active', lastCheck: { verdict: 'accepted' } });
      if (answer.status !== 401 || code === 'licence-invalid') expect(app.row(id).session).toEqual(session);
    });

  test('that GET /users/me/ confirms shows in the row', async ({ app, raw }) => {
    const refused = { status: 401, body: { code: 'UNAUTHORIZED', desc: 'Invalid token.' } };
    const { origin } = await raw({ sessions: () => refused, judge: () => refused });
    const id = await loggedIn(app, origin);
    expect(await app.parts.remoteSessions.list(id, mine, false)).toMatchObject({
      problem: { code: 'session-refused' },
    });
    expect(app.row(id).session).toMatchObject({ lastCheck: { verdict: 'refused' } });
  });
});

describe('ending a session', () => {
  const answers = [
    [{ status: 204 }, 'ended', null],
    [{ status: 404, body: { code: 'NOT_FOUND', desc: '' } }, 'gone', null],
    [{ status: 404, body: 'nginx', html: true }, 'failed', 'not-findface'],
    [{ status: 200, body: 'portal', html: true }, 'failed', 'not-findface'],
    [{ status: 403, body: { code: 'FORBIDDEN', missing_permissions: ['a.b'] } }, 'failed', 'not-allowed'],
    [{ status: 401, body: { code: 'UNAUTHORIZED', desc: '' } }, 'failed', 'request-refused'],
  ] as const;
  for (const [answer, outcome, code] of answers)
    test(`answered with ${answer.status} ${'html' in answer ? 'HTML' : 'JSON'} is ${outcome}`, async ({
      app,
      raw,
    }) => {
      const { origin } = await raw({ sessions: () => page([listed('a/../b')]), delete: () => answer });
      const id = await loggedIn(app, origin);
      const found = await app.parts.remoteSessions.list(id, mine, false);
      if (!found.ok) throw new Error(found.problem.code);
      const ended = await app.parts.remoteSessions.end(id, found.value.listId, [0], false);
      expect(ended).toMatchObject({ ok: true, value: [{ key: 0, outcome }] });
      expect((ended.ok && ended.value[0]?.problem?.code) ?? null).toBe(code);
      expect(app.row(id).session).toMatchObject({ phase: 'active', lastCheck: { verdict: 'accepted' } });
    });

  test('requests it by its ID only', async ({ app, raw }) => {
    const { paths, origin } = await raw({ sessions: () => page([listed('a/../b?c#d')]) });
    const id = await loggedIn(app, origin);
    const found = await app.parts.remoteSessions.list(id, mine, false);
    if (!found.ok) throw new Error(found.problem.code);
    await app.parts.remoteSessions.end(id, found.value.listId, [0], false);
    expect(paths().at(-1)).toBe('DELETE /sessions/a%2F..%2Fb%3Fc%23d/ HTTP/1.1');
  });

  test('is not reported for one that the server still lists, nor recorded in the journal', async ({
    app,
    raw,
  }) => {
    const unknown = { status: 404, body: { code: 'NOT_FOUND', desc: '' } };
    const { origin } = await raw({
      sessions: () => page(Array.from({ length: 12 }, (_, nth) => listed(`s${nth}`))),
      delete: () => unknown,
    });
    expect(await outcomesOfAll(app, origin)).toEqual(Array(12).fill('failed not-found'));
    const noted = await app.parts.journal.readAll({ profileId: null, kind: null, text: '' });
    expect(noted.map(({ what }) => what)).not.toContain('session-ended-elsewhere');
  });

  test('is reported for an unknown one if the list cannot be loaded', async ({ app, raw }) => {
    const { origin } = await raw({
      sessions: (_, nth) =>
        nth === 0 ? page(Array.from({ length: 12 }, (_, at) => listed(`s${at}`))) : { status: 500 },
      delete: () => ({ status: 404, body: { code: 'NOT_FOUND', desc: '' } }),
    });
    expect(await outcomesOfAll(app, origin)).toEqual(Array(12).fill('ended'));
  });

  test('that was refused as a batch is not reported for an unknown one', async ({ app, raw }) => {
    const { origin } = await raw({
      sessions: () => page(Array.from({ length: 12 }, (_, nth) => listed(`s${nth}`))),
      many: () => ({ status: 403, body: { code: 'FORBIDDEN', missing_permissions: ['a.b'] } }),
      delete: () => ({ status: 404, body: { code: 'NOT_FOUND', desc: '' } }),
    });
    expect(await outcomesOfAll(app, origin)).toEqual(Array(12).fill('gone'));
  });
});

/** Ends all listed sessions and returns the results. */
async function outcomesOfAll(app: HeadlessApp, origin: string): Promise<readonly string[]> {
  const id = await loggedIn(app, origin);
  const found = await app.parts.remoteSessions.list(id, mine, true);
  if (!found.ok) throw new Error(found.problem.code);
  const keys = found.value.sessions.map(({ key }) => key);
  const ended = await app.parts.remoteSessions.end(id, found.value.listId, keys, false);
  if (!ended.ok) throw new Error(ended.problem.code);
  return ended.value.map(({ outcome, problem }) => [outcome, problem?.code].filter(Boolean).join(' '));
}
