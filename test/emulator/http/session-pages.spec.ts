import { describe, expect, test } from 'vitest';
import { admin, guard } from '../default-users.ts';
import { field, type Reply, type Server, withServer } from './asking.ts';

function uuids(reply: Reply): unknown[] {
  const results = field(reply, 'results');
  return Array.isArray(results) ? results.map((row) => row.uuid) : [];
}

async function fill({ logIn, tokenOf }: Server, count: number): Promise<string> {
  const token = await tokenOf(admin, 'office');
  for (let at = 1; at <= count; at += 1) await logIn(guard, { uuid: `device-${at}` });
  return token;
}

describe('a long list of sessions', () => {
  test('comes in pages of 20', () =>
    withServer({}, async (server) => {
      const token = await fill(server, 21);
      const reply = await server.ask('GET', '/sessions/', { token });
      expect(uuids(reply)).toHaveLength(20);
      expect(field(reply, 'next_page')).toEqual(expect.any(String));
    }));

  test('is complete and without repetition when every next_page is followed', () =>
    withServer({}, async (server) => {
      const token = await fill(server, 6);
      const seen: unknown[] = [];
      let next: unknown = `${server.emulator.base}/sessions/?limit=3&ordering=created`;
      while (typeof next === 'string') {
        const reply = await server.ask('GET', next, { token });
        seen.push(...uuids(reply));
        next = field(reply, 'next_page');
      }
      expect(seen).toEqual(['office', ...[1, 2, 3, 4, 5, 6].map((at) => `device-${at}`)]);
    }));

  test('leads back by prev_page, page by page', () =>
    withServer({}, async (server) => {
      const token = await fill(server, 5);
      const follow = (reply: Reply, link: string) => server.ask('GET', String(field(reply, link)), { token });
      const first = await server.ask('GET', '/sessions/?limit=2', { token });
      const second = await follow(first, 'next_page');
      const third = await follow(second, 'next_page');
      const back = await follow(third, 'prev_page');
      expect(uuids(back)).toEqual(uuids(second));
      expect(uuids(await follow(back, 'prev_page'))).toEqual(uuids(first));
    }));

  test('has nothing before its first page and nothing after its last', () =>
    withServer({}, async (server) => {
      const token = await fill(server, 1);
      const reply = await server.ask('GET', '/sessions/?limit=2', { token });
      expect(reply.body).toMatchObject({ next_page: null, prev_page: null });
    }));

  test('skips nobody when sessions end between two pages', () =>
    withServer({}, async (server) => {
      const token = await fill(server, 4);
      const first = await server.ask('GET', '/sessions/?limit=2', { token });
      expect(uuids(first)).toEqual(['device-4', 'device-3']);
      await server.logIn(guard, { uuid: 'device-4' });
      const second = await server.ask('GET', String(field(first, 'next_page')), { token });
      expect(uuids(second)).toEqual(['device-2', 'device-1']);
    }));

  test('links to its pages by absolute addresses that keep the filters', () =>
    withServer({}, async (server) => {
      const token = await fill(server, 3);
      const reply = await server.ask('GET', '/sessions/?limit=1&user_name_in=guard2', { token });
      const next = new URL(String(field(reply, 'next_page')));
      expect(next.origin + next.pathname).toBe(`${server.emulator.origin}/sessions/`);
      expect(next.searchParams.get('user_name_in')).toBe('guard2');
      expect(next.searchParams.get('page')).toMatch(/^[\w-]+$/);
    }));

  test('links to a host only the server knows when it stands behind a proxy', () =>
    withServer({ switches: { pageHost: 'http://findface-multi-legacy:8002' } }, async (server) => {
      const token = await fill(server, 2);
      const reply = await server.ask('GET', '/sessions/?limit=1', { token });
      expect(String(field(reply, 'next_page'))).toMatch(/^http:\/\/findface-multi-legacy:8002\/sessions\/\?/);
    }));

  test('keeps the prefix in its links', () =>
    withServer({ switches: { prefix: '/api' } }, async (server) => {
      const token = await fill(server, 2);
      const reply = await server.ask('GET', '/sessions/?limit=1', { token });
      expect(new URL(String(field(reply, 'next_page'))).pathname).toBe('/api/sessions/');
    }));

  test('does not know a page it never gave out', () =>
    withServer({}, async ({ ask, tokenOf }) => {
      const reply = await ask('GET', '/sessions/?page=nonsense', { token: await tokenOf(admin) });
      expect(reply).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }));
});
