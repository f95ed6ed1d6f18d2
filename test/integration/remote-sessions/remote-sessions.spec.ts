import { describe, expect } from 'vitest';
import type { Result } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { SessionFilter, SessionPage } from '../../../contract/sessions/remote-sessions.ts';
import { admin, guard, operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const mine: SessionFilter = { whose: 'mine', status: null, activeOnly: false };
const all: SessionFilter = { ...mine, whose: 'all' };

function good<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const list = async (
  { parts }: HeadlessApp,
  id: ProfileId,
  filter = mine,
  whole = false,
): Promise<SessionPage> => good(await parts.remoteSessions.list(id, filter, whole));

/** Logs in outside the app, as another device. */
async function elsewhere(server: Emulator, uuid: string, who = operator, info: object = {}): Promise<string> {
  const authorization = `Basic ${Buffer.from(`${who.name}:${who.password}`).toString('base64')}`;
  const answer = await fetch(`${server.base}/auth/login/`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ uuid, device_info: info }),
  });
  return ((await answer.json()) as { token: string }).token;
}

const isAlive = async (server: Emulator, token: string): Promise<boolean> =>
  (await fetch(`${server.base}/users/me/`, { headers: { authorization: `Token ${token}` } })).ok;

describe('the sessions on a server', () => {
  test('are listed with their owners, and without IDs', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    await app.add({ address: server.base, userName: admin.name }, admin.password);
    const { deviceId } = app.row(id).profile;
    const computer = deviceId.slice(0, -8);
    await elsewhere(server, `${computer}00000000`, operator, { app: 'FindFace Session Manager' });
    await elsewhere(server, 'ffsm-far-away-00000000');
    await elsewhere(server, 'a-browser', operator, { user_agent: 'Mozilla (Windows NT) Chrome/130' });
    const page = await list(app, id, mine, true);
    expect(page).toMatchObject({ more: 'no', rights: { view: 'mine', end: 'mine', block: false } });
    expect(page.sessions.map(({ mark, device, mine: isMine }) => [mark, device, isMine])).toEqual([
      ['other-app', 'Chrome · Windows', true],
      ['other-computer', '', true],
      ['orphaned', 'FindFace Session Manager', true],
      ['own', expect.stringContaining('FindFace Session Manager 0.0.0'), true],
    ]);
    expect(JSON.stringify(page)).not.toMatch(/[0-9a-f]{40}/);
  });

  test('of all users are shown to accounts that may see them', async ({ app, server }) => {
    const chief = await app.add({ address: server.base, userName: admin.name }, admin.password);
    const worker = await app.add({ address: server.base, userName: guard.name }, guard.password);
    await elsewhere(server, 'another', guard);
    expect((await list(app, chief, all)).sessions.map(({ userName }) => userName)).toEqual([
      guard.name,
      guard.name,
      admin.name,
    ]);
    expect((await list(app, chief, mine)).sessions).toHaveLength(1);
    const seen = await list(app, worker, all);
    expect(seen).toMatchObject({ rights: { view: 'current', end: 'current', viewBlocked: false } });
    expect(seen.sessions.map(({ mark }) => mark)).toEqual(['own']);
  });

  test('are loaded page by page, two thousand at most', { timeout: 120_000 }, async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    for (let nth = 0; nth < 2_040; nth += 40)
      await Promise.all(Array.from({ length: 40 }, (_, part) => elsewhere(server, `script-${nth + part}`)));
    const first = await list(app, id);
    expect(first).toMatchObject({ more: 'yes' });
    expect(first.sessions).toHaveLength(100);
    const next = good(await app.parts.remoteSessions.more(id, first.listId));
    expect(next.sessions).toHaveLength(100);
    expect(new Set([...first.sessions, ...next.sessions].map(({ deviceId }) => deviceId)).size).toBe(200);
    const whole = await list(app, id, mine, true);
    expect(whole).toMatchObject({ more: 'cut' });
    expect(whole.sessions).toHaveLength(2_000);
  });

  test('belong to one log-in: after another one the list is outdated', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    const { listId } = await list(app, id);
    await app.parts.logins.login(id, operator.password, null);
    const ended = await app.parts.remoteSessions.end(id, listId, [0], true);
    expect(ended).toMatchObject({ problem: { code: 'list-outdated' } });
    const other = await app.add({ address: server.base, userName: admin.name }, admin.password);
    const { listId: now } = await list(app, id);
    expect(await app.parts.remoteSessions.end(other, now, [0], true)).toMatchObject({
      problem: { code: 'list-outdated' },
    });
    expect(await app.parts.remoteSessions.end(id, now, [99], true)).toMatchObject({
      problem: { code: 'list-outdated' },
    });
    expect(server.count('DELETE /sessions/*')).toBe(0);
  });

  test('are dropped when the window is locked', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    const { listId } = await list(app, id);
    await app.parts.appLock.lock('asked');
    await app.parts.appLock.unlock(null);
    expect(await app.parts.remoteSessions.more(id, listId)).toMatchObject({
      problem: { code: 'list-outdated' },
    });
  });
});

describe('ending sessions', () => {
  test('ends the selected ones and reports the result of each', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    const [one, other] = [await elsewhere(server, 'one'), await elsewhere(server, 'other')];
    const { listId } = await list(app, id);
    await fetch(`${server.base}/auth/logout/`, {
      method: 'POST',
      headers: { authorization: `Token ${one}` },
    });
    const ended = good(await app.parts.remoteSessions.end(id, listId, [0, 1, 2], false));
    expect(ended.toSorted((a, b) => a.key - b.key)).toEqual([
      { key: 0, outcome: 'ended', problem: null },
      { key: 1, outcome: 'gone', problem: null },
      { key: 2, outcome: 'kept', problem: null },
    ]);
    expect(await isAlive(server, other)).toBe(false);
    await app.parts.checks.check(id);
    expect(app.row(id).session).toMatchObject({ phase: 'active', lastCheck: { verdict: 'accepted' } });
    const { entries } = await app.parts.journal.readPage({ profileId: null, kind: null, text: '' }, null, 1);
    expect(entries).toMatchObject([
      { what: 'session-ended-elsewhere', facts: { sessions: 1, ofOthers: 0 }, userName: operator.name },
    ]);
  });

  test('in large numbers takes one request, which is verified with the list', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    for (let nth = 0; nth < 30; nth += 1) await elsewhere(server, `script-${nth}`);
    const { listId, sessions } = await list(app, id);
    server.forgetRequests();
    const keys = sessions.map(({ key }) => key);
    const ended = good(await app.parts.remoteSessions.end(id, listId, keys, false));
    expect(ended.filter(({ outcome }) => outcome === 'ended')).toHaveLength(30);
    expect(ended.filter(({ outcome }) => outcome === 'kept')).toHaveLength(1);
    expect(server.count('POST /sessions/delete/')).toBe(1);
    expect(server.count('DELETE /sessions/*')).toBe(0);
    expect(server.liveTokens).toBe(1);
  });

  test('in large numbers falls back to single requests if the server only claims success', async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base }, operator.password);
    for (let nth = 0; nth < 12; nth += 1) await elsewhere(server, `script-${nth}`);
    const { listId, sessions } = await list(app, id);
    server.switches.only('/sessions/delete/', { proxyError: '502' });
    const keys = sessions.map(({ key }) => key);
    const ended = good(await app.parts.remoteSessions.end(id, listId, keys, false));
    expect(ended.filter(({ outcome }) => outcome === 'ended')).toHaveLength(12);
    expect(server.count('DELETE /sessions/*')).toBe(12);
    expect(server.liveTokens).toBe(1);
  });

  test('including our own leaves the row logged out, and ends it last', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    await elsewhere(server, 'other');
    const { listId } = await list(app, id);
    const ended = good(await app.parts.remoteSessions.end(id, listId, [1, 0], true));
    expect(ended.map(({ key, outcome }) => [key, outcome])).toEqual([
      [0, 'ended'],
      [1, 'ended'],
    ]);
    expect(server.liveTokens).toBe(0);
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
  });

  test('of another profile, if requested, updates its row', async ({ app, server }) => {
    const chief = await app.add({ address: server.base, userName: admin.name }, admin.password);
    const worker = await app.add({ address: server.base }, operator.password);
    const { listId, sessions } = await list(app, chief, all);
    expect(sessions.map(({ mark }) => mark)).toEqual(['other-profile', 'own']);
    expect(good(await app.parts.remoteSessions.end(chief, listId, [0], false))).toMatchObject([
      { outcome: 'kept' },
    ]);
    expect(good(await app.parts.remoteSessions.end(chief, listId, [0], true))).toMatchObject([
      { outcome: 'ended' },
    ]);
    expect(app.row(worker).session).toEqual({ phase: 'logged-out' });
    expect(app.row(chief).session).toMatchObject({ phase: 'active' });
  });

  test('is not repeated after the server became unreachable', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    for (let nth = 0; nth < 5; nth += 1) await elsewhere(server, `script-${nth}`);
    const { listId } = await list(app, id);
    await server.close();
    const ended = good(await app.parts.remoteSessions.end(id, listId, [0, 1, 2, 3, 4], false));
    expect(ended.map(({ outcome, problem }) => [outcome, problem?.code])).toEqual(
      Array(5).fill(['failed', 'server-unreachable']),
    );
    expect(app.row(id).session).toMatchObject({ phase: 'active' });
  });
});
