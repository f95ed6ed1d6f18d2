import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  foreignScheme,
  isCompressed,
  isJsonResponse,
  readHeader,
  redirectTarget,
  retryAfterSeconds,
} from '../../../../main/servers/http/headers.ts';

const now = Date.UTC(2026, 10, 3, 12, 0, 0);
const origin = 'https://10.0.4.7:8443';

describe('the headers of an answer', () => {
  test('may name a header twice', () => {
    expect(readHeader({ a: ['1', '2'] }, 'a')).toBe('1, 2');
    expect(readHeader({}, 'a')).toBeNull();
  });

  test('say whether the body is JSON', () => {
    const json = [
      'application/json',
      'application/json; charset=utf-8',
      'Application/JSON',
      'application/problem+json',
    ];
    const other = ['text/html', 'text/plain', 'text/json', 'application/jsonp', 'application/xml', ''];
    expect(json.filter((type) => !isJsonResponse({ 'content-type': type }))).toEqual([]);
    expect(other.filter((type) => isJsonResponse({ 'content-type': type }))).toEqual([]);
    expect(isJsonResponse({})).toBe(false);
  });

  test('say whether the body is packed, in any way and however often', { tags: ['row-26'] }, () => {
    const packed = [
      'gzip',
      'GZIP',
      'br',
      'deflate',
      'zstd',
      'x',
      'gzip, gzip',
      'identity, gzip',
      Array(1000).fill('gzip'),
    ];
    expect(packed.filter((encoding) => !isCompressed({ 'content-encoding': encoding }))).toEqual([]);
    expect(isCompressed({ 'content-encoding': 'identity' })).toBe(false);
    expect(isCompressed({ 'content-encoding': '' })).toBe(false);
    expect(isCompressed({})).toBe(false);
  });

  test('say how long to wait, in seconds or until a date, at most five minutes', { tags: ['row-20'] }, () => {
    const wait = (value: string) => retryAfterSeconds({ 'retry-after': value }, now);
    expect(wait('7')).toBe(7);
    expect(wait(' 0 ')).toBe(0);
    expect(wait('1000000000')).toBe(300);
    expect(wait('Tue, 03 Nov 2026 12:01:00 GMT')).toBe(60);
    expect(wait('Tue, 03 Nov 2026 11:00:00 GMT')).toBe(0);
    expect(wait('Wed, 03 Nov 2027 12:00:00 GMT')).toBe(300);
    for (const garbage of ['', '-1', '1.5', 'soon', '9'.repeat(400), '0x10'])
      expect(wait(garbage)).toBeNull();
    expect(retryAfterSeconds({}, now)).toBeNull();
  });

  test('name a way to log in that FindFace does not know, if no other', { tags: ['row-17'] }, () => {
    const scheme = (value: string | string[]) => foreignScheme({ 'www-authenticate': value });
    expect(scheme('Negotiate')).toBe('Negotiate');
    expect(scheme('NTLM')).toBe('NTLM');
    expect(scheme('Digest realm="a, Basic", nonce="x", qop=auth')).toBe('Digest');
    expect(scheme(['Negotiate', 'NTLM'])).toBe('Negotiate');
    expect(scheme('Bearer realm = "api"')).toBe('Bearer');
    expect(scheme('Basic realm="api"')).toBeNull();
    expect(scheme('Token')).toBeNull();
    expect(scheme('Negotiate, basic realm="api", charset="UTF-8"')).toBeNull();
    expect(scheme(['Negotiate', 'Token'])).toBeNull();
    expect(scheme('')).toBeNull();
    expect(foreignScheme({})).toBeNull();
  });

  test('name Bearer besides what FindFace itself says, but no other way', { tags: ['row-17'] }, () => {
    const scheme = (value: string) => foreignScheme({ 'www-authenticate': value }, true);
    expect(scheme('Bearer realm="api"')).toBeNull();
    expect(scheme('Bearer, Negotiate')).toBe('Negotiate');
    for (const other of ['Negotiate', 'NTLM', 'Digest']) expect(scheme(other)).toBe(other);
  });

  test('tell of a redirect only where to, never more', { tags: ['row-23'] }, () => {
    const to = (location: string) => redirectTarget({ location }, origin);
    expect(to('https://Other.example/login?token=1#x')).toBe('https://other.example');
    expect(to('http://user:pass@other.example:80/')).toBe('http://other.example');
    expect(to('//evil.example/x')).toBe('https://evil.example');
    expect(to('/auth/login/')).toBe(origin);
    expect(to('login')).toBe(origin);
    expect(to('http://[')).toBe(origin);
    expect(to('file:///etc/passwd')).toBe('file:');
    expect(to('data:text/html,x')).toBe('data:');
    expect(redirectTarget({}, origin)).toBe(origin);
  });

  test('are read without an exception, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        foreignScheme({ 'www-authenticate': value });
        retryAfterSeconds({ 'retry-after': value }, now);
        return !/[?#@]/.test(redirectTarget({ location: value }, origin));
      }),
      { numRuns: 300 },
    );
  });
});
