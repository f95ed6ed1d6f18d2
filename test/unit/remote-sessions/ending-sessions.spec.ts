import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../contract/core/problem.ts';
import { done, fail, ok, type Result } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { SessionFilter } from '../../../contract/sessions/remote-sessions.ts';
import { RemoteSessions } from '../../../main/remote-sessions/remote-sessions.ts';
import type { AccountContext, ServerAccounts } from '../../../main/remote-sessions/server-accounts.ts';
import type { ListedSession, ListPage } from '../../../main/servers/responses/sessions-response.ts';
import type { SessionStore } from '../../../main/sessions/session-store.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { sampleRow } from '../../support/fixtures/row.ts';

const all: SessionFilter = { whose: 'all', status: null, activeOnly: false };
const user = { id: 4, name: 'ivanov' };

const listed = (id: string, instead: Partial<ListedSession> = {}): ListedSession => ({
  ...{ id, status: 'online', active: true, deviceId: id, mobile: false, deviceInfo: {}, ip: '' },
  ...{ userName: user.name, userId: user.id, createdAt: null, lastSeenAt: null },
  ...instead,
});

const refusal = (code: string) => ({ code }) as Problem;

/** Two profiles of one server, whose answers the test gives. */
function server(sessions: readonly ListedSession[], { isPasted = false } = {}) {
  const profile = sampleProfile({ deviceId: 'ffsm-desk-0badc0de' });
  const other = sampleProfile({ deviceId: 'ffsm-desk-1badc0de' });
  const asked: string[] = [];
  const checked: ProfileId[] = [];
  const at = {
    page: (_cursor: string | null): ListPage<ListedSession> => ({ items: sessions, cursor: null }),
    end: async (_id: string): Promise<Result<unknown, Problem>> => done,
    pages: 0,
  };
  const account = {
    ...{ profile, user, isPasted, computer: 'desk', skewMs: 0, fingerprint: 'f', rights: {} },
    deviceIds: new Set([profile.deviceId, other.deviceId]),
    calls: {
      sessions: async (_: unknown, cursor: string | null) => {
        at.pages += 1;
        return ok({ value: at.page(cursor) });
      },
      end: (id: string) => {
        asked.push(id);
        return at.end(id);
      },
      endMany: async () => done,
    },
  } as unknown as AccountContext;
  const accounts: Pick<ServerAccounts, 'ask' | 'judged'> = {
    ask: (_, work) => work(account),
    judged: async (_, problem) => ({ ...problem, code: 'request-refused' }) as Problem,
  };
  const remote = new RemoteSessions({
    accounts: accounts as ServerAccounts,
    sessions: {
      rows: () => [sampleRow({ profile }), sampleRow({ profile: other })],
      session: () => ({ phase: 'logged-out' }),
    } as unknown as SessionStore,
    checks: {
      check: async (id) => {
        checked.push(id);
        return done;
      },
    },
    logins: { logout: async () => done },
    journal: { note: () => undefined },
  });
  const { id } = profile;
  const list = async (filter = all, whole = false) => {
    const page = await remote.list(id, filter, whole);
    if (!page.ok) throw new Error(page.problem.code);
    return page.value;
  };
  const end = async (listId: number, keys: readonly number[], inUseToo = false) => {
    const ended = await remote.end(id, listId, keys, inUseToo);
    return ended.ok ? ended.value.map(({ outcome }) => outcome) : ended.problem.code;
  };
  return { remote, at, asked, checked, id, list, end };
}

const some = (count: number) => Array.from({ length: count }, (_, nth) => listed(`s${nth}`));
const keys = (count: number) => Array.from({ length: count }, (_, nth) => nth);

describe('ending sessions', () => {
  for (const code of ['not-allowed', 'not-found', 'conflict', 'request-refused'])
    test(`goes on after ${code}, which is about one of them`, async () => {
      const { at, asked, list, end } = server(some(5));
      const { listId } = await list();
      at.end = async (id) => (id === 's0' ? fail(refusal(code)) : done);
      const first = code === 'not-found' ? 'gone' : 'failed';
      expect(await end(listId, keys(5))).toEqual([first, 'ended', 'ended', 'ended', 'ended']);
      expect(asked).toHaveLength(5);
    });

  test('asks for no more of them once the server is unreachable', async () => {
    const { at, asked, list, end } = server(some(5));
    const { listId } = await list();
    at.end = async () => fail(refusal('server-unreachable'));
    expect(await end(listId, keys(5))).toEqual(Array(5).fill('failed'));
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  test('leaves those for the end with which it may ask', async () => {
    const own = listed('own', { deviceId: 'ffsm-desk-0badc0de' });
    const { asked, list, end } = server([own, listed('a-browser'), listed('guard', { userId: 9 })], {
      isPasted: true,
    });
    const { listId } = await list();
    await end(listId, keys(3), true);
    expect(asked).toEqual(['guard', 'own', 'a-browser']);
  });

  test('takes a list that is cut off for no proof that they are gone', async () => {
    const { at, asked, list, end } = server(some(12));
    const { listId } = await list();
    at.page = () => ({ items: [listed('s0')], cursor: 'again' });
    at.end = async (id) => (id === 's0' || id === 's1' ? fail(refusal('not-found')) : done);
    expect(await end(listId, keys(12))).toEqual(['failed', ...Array(11).fill('ended')]);
    expect(asked).toHaveLength(12);
  });

  test('ends one that was named twice once', async () => {
    const { asked, list, end } = server(some(1));
    const { listId } = await list();
    expect(await end(listId, [0, 0])).toEqual(['ended']);
    expect(asked).toEqual(['s0']);
  });

  test('tries one again that a later list has, or after a lock', async () => {
    const { remote, asked, list, end } = server(some(1));
    const [first, second] = [await list(), await list()];
    expect(await end(first.listId, [0])).toEqual(['ended']);
    expect(await end(second.listId, [0])).toEqual(['gone']);
    const third = await list();
    expect(await end(third.listId, [0])).toEqual(['ended']);
    expect(asked).toHaveLength(2);
    remote.forget();
    expect(await end(third.listId, [0])).toBe('list-outdated');
  });

  test('remembers the later attempt when an earlier one fails after it', async () => {
    const { at, asked, list, end } = server(some(1));
    const first = await list();
    let refuse: (answer: Result<unknown, Problem>) => void = () => undefined;
    at.end = () => new Promise((resolve) => (refuse = resolve));
    const early = end(first.listId, [0]);
    await Promise.resolve();
    const second = await list();
    at.end = async () => done;
    expect(await end(second.listId, [0])).toEqual(['ended']);
    refuse(fail(refusal('conflict')));
    expect(await early).toEqual(['failed']);
    expect(await end(first.listId, [0])).toEqual(['gone']);
    expect(asked).toHaveLength(2);
  });

  test('asks about the rows whose sessions it may have ended, and about no others', async () => {
    const foreign = listed('foreign', { deviceId: 'ffsm-desk-1badc0de' });
    const theirs = listed('theirs', { deviceId: 'ffsm-desk-0badc0de', userId: 9, userName: 'guard' });
    const plain = server([theirs]);
    await plain.end((await plain.list()).listId, [0]);
    expect(plain.checked, 'of another user on the same device').toEqual([]);
    const pasted = server([listed('a-browser')], { isPasted: true });
    await pasted.end((await pasted.list()).listId, [0], true);
    expect(pasted.checked).toEqual([pasted.id]);
    const shared = server([foreign]);
    await shared.end((await shared.list()).listId, [0], true);
    expect(shared.checked).toHaveLength(1);
    expect(shared.checked).not.toContain(shared.id);
  });
});

describe('a list of sessions', () => {
  test('has only those that were asked for, whatever the server sends', async () => {
    const { list } = server([
      listed('a', { status: 'offline' }),
      listed('b', { active: false }),
      listed('c', { status: null }),
    ]);
    const found = async (filter: Partial<SessionFilter>) =>
      (await list({ ...all, ...filter })).sessions.map(({ deviceId }) => deviceId);
    expect(await found({})).toEqual(['a', 'b', 'c']);
    expect(await found({ activeOnly: true })).toEqual(['a', 'c']);
    expect(await found({ status: 'offline' })).toEqual(['a']);
  });

  test('stops after five pages that leave little, unless all of it is wanted', async () => {
    const { at, list } = server([]);
    let nth = 0;
    at.page = () => ({ items: [], cursor: String(++nth) });
    expect(await list()).toMatchObject({ more: 'yes' });
    expect(at.pages).toBe(5);
    expect(await list(all, true)).toMatchObject({ more: 'cut' });
  });

  test('is one of the last three of its profile', async () => {
    const { list, end } = server(some(4));
    const ids = [await list(), await list(), await list(), await list()].map(({ listId }) => listId);
    expect(await end(ids[0] ?? 0, [0])).toBe('list-outdated');
    expect(await end(ids[1] ?? 0, [1])).toEqual(['ended']);
  });
});
