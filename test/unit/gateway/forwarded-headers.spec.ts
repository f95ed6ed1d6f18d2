import { describe, expect, test } from 'vitest';
import {
  headersForProgram,
  headersForServer,
  redirectPath,
} from '../../../main/gateway/forwarded-headers.ts';

describe('the headers of a forwarded request', () => {
  test('are those of the program, with the token of the gateway only', () => {
    const arrived = {
      ...{
        accept: ['application/json'],
        'user-agent': ['tool/1'],
        range: ['bytes=0-9'],
        'x-own': ['1', '2'],
      },
      ...{ authorization: ['Token stolen'], cookie: ['a=b'], host: ['127.0.0.1:1'], origin: ['null'] },
      ...{ connection: ['keep-alive, X-Hop'], 'x-hop': ['1'], 'transfer-encoding': ['chunked'], te: ['x'] },
      ...{ 'x-forwarded-for': ['10.0.0.1'], 'x-original-url': ['/auth/logout/'], referer: ['http://x/key/'] },
      ...{ 'x-http-method-override': ['DELETE'], 'proxy-authorization': ['x'], upgrade: ['websocket'] },
    };
    expect(headersForServer(arrived, 'Token abc')).toEqual({
      ...{
        accept: 'application/json',
        'user-agent': 'tool/1',
        range: 'bytes=0-9',
        'x-own': ['1', '2'],
      },
      authorization: 'Token abc',
    });
  });
});

describe('the headers of an answer', () => {
  test('set nothing in a browser and let no page use them', () => {
    const answered = {
      ...{ 'content-type': 'text/html', etag: '"1"', 'content-length': '5', 'content-encoding': 'gzip' },
      ...{ 'set-cookie': ['a=b'], 'access-control-allow-origin': '*', 'clear-site-data': '"*"' },
      ...{
        location: 'https://other.example/',
        refresh: '0; url=x',
        link: '<x>; rel=preload',
        'alt-svc': 'x',
      },
      ...{ connection: 'close', 'content-security-policy': "default-src 'unsafe-inline'", 'keep-alive': 'x' },
    };
    expect(headersForProgram(answered)).toEqual({
      ...{ 'content-type': 'text/html', etag: '"1"', 'content-length': '5', 'content-encoding': 'gzip' },
      'content-security-policy': 'sandbox',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });
});

test('a redirect is followed below the base of the server only', () => {
  const base = 'https://10.0.4.7/api';
  const path = (location: unknown) => redirectPath(location, `${base}/events`, base);
  expect(path('/api/events/')).toBe('/events/');
  expect(path('events/?a=1')).toBe('/events/?a=1');
  expect(path('https://10.0.4.7/api/x')).toBe('/x');
  for (const elsewhere of [
    ...[
      'https://attacker.example/',
      '//attacker.example/api/',
      'http://10.0.4.7/api/x',
      'https://10.0.4.7:8443/api/',
    ],
    ...['/users/', '/api2/', 'https://a@10.0.4.7/api/x', 'javascript:x', 'http://', undefined, ['/api/x']],
  ])
    expect(path(elsewhere), String(elsewhere)).toBeNull();
});
