import { describe, expect, test } from 'vitest';
import { type GatewayRules, judgeRequest, readPathLimit } from '../../../main/gateway/gateway-rules.ts';

const key = 'k'.repeat(43);
const rules: GatewayRules = { key, port: 40123, access: 'read', path: '/' };
const host = ['127.0.0.1:40123'];

function judged(target: string, changed: Partial<GatewayRules> & { method?: string; headers?: object } = {}) {
  const { method = 'GET', headers = {}, ...rest } = changed;
  const verdict = judgeRequest({ method, target, headers: { host, ...headers } }, { ...rules, ...rest });
  return verdict.kind === 'forward' ? verdict.path : `${verdict.status} ${verdict.reason}`;
}

describe('a request to a gateway', () => {
  test('is forwarded without the key, with its query', () => {
    expect(judged(`/${key}/users/me/?a=1&b=%2F..`)).toBe('/users/me/?a=1&b=%2F..');
    expect(judged(`/${key}/`)).toBe('/');
    expect(judged(`/${key}/objects/faces/Ivan%20Petrov.jpg`, { method: 'HEAD' })).toBe(
      '/objects/faces/Ivan%20Petrov.jpg',
    );
  });

  test('is refused without the key', () => {
    const others = ['', 'K'.repeat(43), `${key}x`, key.slice(1), `%6b${key.slice(1)}`];
    for (const other of others) expect(judged(`/${other}/users/me/`), other).toBe('404 wrong-key');
    for (const target of [`/${key}`, key, '*', `http://127.0.0.1:40123/${key}/`, `//${key}/`, ''])
      expect(judged(target), target).toBe('404 wrong-key');
  });

  test('is refused for any other host, which a name of an attacker would be', () => {
    for (const other of [
      undefined,
      [],
      ['localhost:40123'],
      ['127.0.0.1'],
      ['127.0.0.1:40124'],
      ['attacker.example:40123'],
      ['127.0.0.1:40123', 'attacker.example'],
      ['127.0.0.1:40123.attacker.example'],
    ])
      expect(judged(`/${key}/`, { headers: { host: other } }), String(other)).toBe('421 wrong-host');
  });

  test('is refused from a page of any site', () => {
    const page = '403 from-a-page';
    expect(judged(`/${key}/`, { headers: { origin: ['https://attacker.example'] } })).toBe(page);
    expect(judged(`/${key}/`, { headers: { origin: ['null'] } })).toBe(page);
    for (const site of ['cross-site', 'same-site', 'x'])
      expect(judged(`/${key}/`, { headers: { 'sec-fetch-site': [site] } }), site).toBe(page);
    for (const site of ['none', 'same-origin'])
      expect(judged(`/${key}/`, { headers: { 'sec-fetch-site': [site] } }), site).toBe('/');
  });

  test('changes something only if that is permitted', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(judged(`/${key}/a/`, { method }), method).toBe('405 method-not-permitted');
      expect(judged(`/${key}/a/`, { method, access: 'write' }), method).toBe('/a/');
    }
    for (const method of ['OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'get', ''])
      expect(judged(`/${key}/a/`, { method, access: 'write' }), method).toBe('405 method-not-permitted');
  });

  test('stays below the path of the gateway', () => {
    const path = '/events/';
    expect(judged(`/${key}/events/7/`, { path })).toBe('/events/7/');
    expect(judged(`/${key}/events?limit=1`, { path })).toBe('/events?limit=1');
    for (const other of ['/', '/events2/', '/users/', '/x/events/', '/EVENTS/'])
      expect(judged(`/${key}${other}`, { path }), other).toBe('403 path-not-permitted');
  });

  test('does not use what servers could read as another path', () => {
    for (const path of [
      ...['/events/../users/', '/events/%2e%2e/users/', '/events/.%2E/users/', '/events/./x', '/a//b'],
      ...[
        '/events/%2f../users/',
        '/events/%5c..%5cusers/',
        '/events\\..\\users',
        '/events/%252e%252e/users/',
      ],
      ...['/a%00b', '/a%0d%0ab', '/a%', '/a%zz', '/a%ff', '/ä', '/a#b', '/a;b', '/..;/users/', '/a%3bb'],
    ])
      expect(judged(`/${key}${path}`), path).toBe('400 path-unclear');
  });

  test('neither ends the session nor logs in', () => {
    for (const path of ['/auth/logout/', '/api/auth/login/', '/AUTH/logout/', '/%61uth/logout/', '/auth'])
      expect(judged(`/${key}${path}`, { method: 'POST', access: 'write' }), path).toBe(
        '403 path-not-permitted',
      );
    expect(judged(`/${key}/authors/`)).toBe('/authors/');
  });
});

test('the path of a gateway is read as a person types it', () => {
  for (const typed of ['', ' ', '/', '//']) expect(readPathLimit(typed), typed).toBe('/');
  for (const typed of ['events', '/events', 'events/', ' /events/ '])
    expect(readPathLimit(typed)).toBe('/events/');
  expect(readPathLimit('/events/faces')).toBe('/events/faces/');
  for (const typed of [
    '../x',
    '/a/../b',
    '/a?b',
    '/a#b',
    'https://10.0.0.1/events/',
    '/a%2e',
    '/a b',
    '/a//b',
  ])
    expect(readPathLimit(typed), typed).toBeNull();
});
