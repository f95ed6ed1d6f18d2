import { describe, expect, test } from 'vitest';
import {
  authorizedHeaders,
  isServiceWorker,
  mayReceive,
  storageEntries,
} from '../../../main/web-interface/page-session.ts';

const origin = 'https://10.0.4.7';
const now = Date.UTC(2026, 10, 28);
const expiresAt = Date.UTC(2027, 4, 27, 12);
const held = { userName: 'ivanov', deviceId: 'ffsm-pc-1a2b3c4d', token: 'a1'.repeat(32), expiresAt };

describe('the entries of a page', () => {
  test('are those that the web interface reads at its start', () => {
    expect(storageEntries(held, now)).toEqual([
      [
        'ivanov__AuthModule',
        JSON.stringify({
          uuid: 'ffsm-pc-1a2b3c4d',
          token: held.token,
          token_expiration_datetime: '2027-05-27T12:00:00.000Z',
        }),
      ],
      ['lastKey', 'ivanov'],
    ]);
  });

  test('have a date where the server gave none', () => {
    const [[, entry] = ['', '']] = storageEntries({ ...held, expiresAt: null }, now);
    expect(JSON.parse(entry)).toMatchObject({ token_expiration_datetime: '2026-11-29T00:00:00.000Z' });
  });

  test('stay texts whatever a user or a token is called', () => {
    const hostile = ['"}', '__proto__', '</script>', '\u2028', '{token}', 'núñez', '\'"`\\', '\u0000'];
    for (const text of hostile) {
      const [first, last] = storageEntries({ ...held, userName: text, token: text }, now);
      expect(first?.[0]).toBe(`${text}__AuthModule`);
      expect(JSON.parse(first?.[1] ?? '')).toMatchObject({ token: text, uuid: held.deviceId });
      expect(last).toEqual(['lastKey', text]);
    }
  });
});

describe('a frame', () => {
  test('gets the session only as the main one at exactly the origin', () => {
    expect(mayReceive({ url: `${origin}/`, isMainFrame: true }, origin)).toBe(true);
    expect(mayReceive({ url: `${origin}/#/login`, isMainFrame: true }, origin)).toBe(true);
    expect(mayReceive({ url: `${origin}/`, isMainFrame: false }, origin)).toBe(false);
    expect(mayReceive(null, origin)).toBe(false);
    const others = ['http://10.0.4.7/', 'https://10.0.4.7:8443/', 'https://10.0.4.70/', 'about:blank', ''];
    for (const url of [...others, 'data:text/html,a', 'https://10.0.4.7@evil.example/', 'blob:null/a'])
      expect(mayReceive({ url, isMainFrame: true }, origin), url).toBe(false);
  });
});

describe('a request of API docs', () => {
  const headersFor = (url: string, headers: Record<string, string> = {}) =>
    authorizedHeaders(url, headers, origin, held.token);

  test('has the header at its own origin', () => {
    expect(headersFor(`${origin}/users/me/`, { Accept: '*/*' })).toEqual({
      Accept: '*/*',
      Authorization: `Token ${held.token}`,
    });
  });

  test('has none elsewhere, wherever a redirect leads', () => {
    for (const url of ['http://10.0.4.7/', 'https://10.0.4.7:444/', 'https://10.0.4.7@evil.example/', 'a'])
      expect(headersFor(url), url).toEqual({});
  });

  test('keeps a header that was typed in the page', () => {
    for (const name of ['Authorization', 'authorization', 'AUTHORIZATION'])
      expect(headersFor(`${origin}/`, { [name]: 'Basic YTpi' })).toEqual({ [name]: 'Basic YTpi' });
  });
});

test('a request for a service worker is known by its header', () => {
  expect(isServiceWorker({ 'Service-Worker': 'script' })).toBe(true);
  expect(isServiceWorker({ 'service-worker': 'script' })).toBe(true);
  expect(isServiceWorker({ Accept: '*/*' })).toBe(false);
});
