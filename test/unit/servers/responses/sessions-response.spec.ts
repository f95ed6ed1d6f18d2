import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readBlocks,
  readCursor,
  readSessions,
} from '../../../../main/servers/responses/sessions-response.ts';
import { endSessionRequest, sessionsRequest } from '../../../../main/servers/sessions-requests.ts';
import { strangerToken } from '../../../support/servers/client-of.ts';

const caller = { deviceId: 'ffsm-desk-0badc0de', language: 'en' } as const;
const row = {
  id: 'a'.repeat(128),
  status: 'offline',
  active: true,
  uuid: 'ffsm-desk-0badc0de',
  mobile: false,
  device_info: { app: 'FindFace Session Manager', nested: { deep: 1 }, count: 3 },
  ip: '10.0.0.7',
  last_ping_date: '2026-11-03T08:00:00Z',
  user__username: 'ivanov',
  created_date: '2026-11-03T07:00:00.123456+00:00',
  user_id: 4,
};
const read = (results: unknown, next: unknown = null) => readSessions({ next_page: next, results });

describe('a page of sessions', () => {
  test('is read, with the readable facts of the device only', () => {
    const page = read([row]);
    expect(page).toMatchObject({
      ok: true,
      value: {
        cursor: null,
        items: [
          {
            deviceId: row.uuid,
            userName: 'ivanov',
            userId: 4,
            deviceInfo: { app: 'FindFace Session Manager' },
            createdAt: Date.UTC(2026, 10, 3, 7, 0, 0, 123),
          },
        ],
      },
    });
  });

  test('tolerates fields that are missing, odd or unknown, but no row without an id', () => {
    const odd = { id: 7, status: 'sleeping', active: 'yes', device_info: 'none', user_id: '4', more: 1 };
    const page = read([{ id: 'x' }, odd, {}, { ...row, id: '' }, { ...row, id: 'y'.repeat(600) }, null, 3]);
    if (!page.ok) throw new Error(page.field);
    expect(page.value.items.map(({ id, status, active, userId }) => [id, status, active, userId])).toEqual([
      ['x', null, true, null],
      ['7', null, true, null],
    ]);
  });

  test('that is none says which field is wrong', () => {
    for (const raw of [null, [], {}, { results: 'no' }, 'text'])
      expect(readSessions(raw)).toMatchObject({ ok: false });
    expect(readBlocks({ results: {} })).toMatchObject({ ok: false, field: 'results' });
  });

  test('never breaks the reader', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), fc.anything(), (rows, next) => {
        expect(read(rows, next).ok).toBe(true);
      }),
    );
  });
});

describe('the next page', () => {
  const cursors: readonly [unknown, string | null][] = [
    ['http://findface-multi-legacy:8002/sessions/?limit=20&page=cD0x', 'cD0x'],
    ['https://evil.example/steal?page=a%2Fb&token=x#page=z', 'a/b'],
    ['/sessions/?page=c', 'c'],
    ['?page=c#?page=d', 'c'],
    ['http://x/?page=', null],
    ['http://x/page', null],
    ['javascript:alert(1)', null],
    [`?page=${'c'.repeat(5_000)}`, null],
    [null, null],
    [7, null],
    [{ page: 'c' }, null],
  ];
  for (const [next, cursor] of cursors)
    test(`of ${String(JSON.stringify(next)).slice(0, 70)} is ${cursor ?? 'none'}`, () => {
      expect(readCursor(next)).toBe(cursor);
    });

  test('is asked for by a path that no cursor can leave', () => {
    fc.assert(
      fc.property(fc.string(), (cursor) => {
        const wish = { userName: null, status: null, activeOnly: false };
        const { path } = sessionsRequest(caller, strangerToken, wish, cursor);
        const url = new URL(path, 'http://here.example');
        expect([url.origin, url.pathname]).toEqual(['http://here.example', '/sessions/']);
        // A lone surrogate cannot be encoded in a URL.
        expect(url.searchParams.get('page')).toBe(Buffer.from(cursor).toString());
      }),
    );
  });
});

describe('the id of a session', () => {
  test('is one segment of a path, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (id) => {
        fc.pre(!/^\.+$/.test(id));
        const { path } = endSessionRequest(caller, strangerToken, id);
        const url = new URL(path, 'http://here.example');
        expect(url.origin + url.search + url.hash).toBe('http://here.example');
        expect(url.pathname.split('/')).toHaveLength(4);
        expect(url.pathname).toMatch(/^\/sessions\/[^/]+\/$/);
      }),
    );
  });

  test('made of dots or half a character is not taken', () => {
    expect(read([{ id: '..' }, { id: '.' }, { id: 'a\ud800' }])).toEqual({
      ok: true,
      value: { cursor: null, items: [] },
    });
    for (const id of ['../users/me', '%2e%2e', '?x', '#'])
      expect(endSessionRequest(caller, strangerToken, id).path).not.toMatch(/\/\.\.?\/|[?#]|users\/me/);
  });
});
