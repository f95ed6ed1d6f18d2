import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { addressText } from '../../../contract/profile.ts';
import { longestAddress, readAddress } from '../../../main/profiles/address-rules.ts';

function read(typed: string): string {
  const result = readAddress(typed);
  return result.ok ? addressText(result.value) : result.problem.code;
}

const accepted: readonly [typed: string, address: string][] = [
  ['10.0.4.7', 'https://10.0.4.7'],
  ['  10.0.4.7\t\n', 'https://10.0.4.7'],
  ['10.0.4.7:8443', 'https://10.0.4.7:8443'],
  ['10.0.4.7:443', 'https://10.0.4.7'],
  ['10.0.4.7:80', 'http://10.0.4.7'],
  ['10.0.4.7:8080', 'https://10.0.4.7:8080'],
  ['localhost:8080', 'https://localhost:8080'],
  ['findface.example', 'https://findface.example'],
  ['FindFace.EXAMPLE:8080/API', 'https://findface.example:8080/api'],
  ['findface.example.', 'https://findface.example'],
  ['//findface.example/login', 'https://findface.example'],
  ['http://192.168.1.1', 'http://192.168.1.1'],
  ['http://localhost:80', 'http://localhost'],
  ['HTTP://Host/', 'http://host'],
  ['https://host:443/', 'https://host'],
  ['http://host:443/', 'http://host:443'],
  ['https://host:80/', 'https://host:80'],
  ['https:host', 'https://host'],
  ['https:/host', 'https://host'],
  ['http:8080', 'https://http:8080'],
  ['data:8080', 'https://data:8080'],
  ['host:', 'https://host'],
  ['host///', 'https://host'],
  ['::1', 'https://[::1]'],
  ['[::1]:8443', 'https://[::1]:8443'],
  ['2001:DB8::7', 'https://[2001:db8::7]'],
  ['http://[2001:db8::7]/login', 'http://[2001:db8::7]'],
  ['::ffff:10.0.4.7', 'https://[::ffff:a00:407]'],
  ['https://10.0.4.7/#/cameras', 'https://10.0.4.7'],
  ['https://10.0.4.7/#/sessions?page=2', 'https://10.0.4.7'],
  ['http://host/api-docs/', 'http://host'],
  ['https://host/api-docs/#/users/me', 'https://host'],
  ['https://host/login', 'https://host'],
  ['https://host/users/me/', 'https://host'],
  ['https://host/config.json', 'https://host'],
  ['https://host/swagger.json?lang=ru', 'https://host'],
  ['https://host/auth/login/', 'https://host'],
  ['https://host/api', 'https://host/api'],
  ['https://host/api/', 'https://host/api'],
  ['https://host//api//', 'https://host/api'],
  ['https://host/api/users/me/?x=1', 'https://host/api'],
  ['https://host/api/config.json', 'https://host/api'],
  ['https://host/api/api-docs/', 'https://host/api'],
  ['https://host/site-2/api/auth/login/', 'https://host/site-2/api'],
  ['https://host/a/b/api', 'https://host/a/b/api'],
  ['https://host/users/api', 'https://host'],
  ['https://host/anything', 'https://host'],
  ['https://host/a%20b/api', 'https://host'],
  ['https://host/../api', 'https://host/api'],
  ['https://host?token=0123456789abcdef', 'https://host'],
  ['https://host#api', 'https://host'],
  ['host?next=/api', 'https://host'],
  ['https://видео.example', 'https://xn--b1aedk6a.example'],
  ['https://fіndface.example', 'https://xn--fndface-rog.example'],
];

const refused: readonly [typed: string, code: string][] = [
  ['', 'address-missing'],
  ['   ', 'address-missing'],
  ['https://', 'address-malformed'],
  ['https:', 'address-malformed'],
  ['/api', 'address-malformed'],
  [':8080', 'address-malformed'],
  ['8080', 'address-malformed'],
  ['0x7f.1', 'address-malformed'],
  ['127.1', 'address-malformed'],
  ['010.0.4.7', 'address-malformed'],
  ['10.0.4.256', 'address-malformed'],
  ['１０.0.4.7', 'address-malformed'],
  ['a..b', 'address-malformed'],
  ['host name', 'address-malformed'],
  ['host\tname', 'address-malformed'],
  ['host\nname', 'address-malformed'],
  ['ho\0st', 'address-malformed'],
  ['https:\\\\host', 'address-malformed'],
  ['host\\@evil.example', 'address-malformed'],
  ['host\u200bname', 'address-malformed'],
  ['host\u202egnp', 'address-malformed'],
  ['ho%73t', 'address-malformed'],
  ['fe80::1%eth0', 'address-malformed'],
  ['[fe80::1%25eth0]', 'address-malformed'],
  ['[::1', 'address-malformed'],
  ['a'.repeat(254), 'address-malformed'],
  ['ftp://host', 'address-scheme-unsupported'],
  ['ws://host/events/', 'address-scheme-unsupported'],
  ['file:///etc/passwd', 'address-scheme-unsupported'],
  ['javascript:alert(1)', 'address-scheme-unsupported'],
  ['mailto:a@example.com', 'address-scheme-unsupported'],
  ['https://user:pass@host', 'address-holds-credentials'],
  ['user@host', 'address-holds-credentials'],
  ['https://findface.example@evil.example/', 'address-holds-credentials'],
  ['https://@host', 'address-holds-credentials'],
  ['host:0', 'address-port-invalid'],
  ['host:65536', 'address-port-invalid'],
  ['host:-1', 'address-port-invalid'],
  ['host:80a', 'address-port-invalid'],
  ['https://host:99999/api', 'address-port-invalid'],
  [`https://host/${'a'.repeat(longestAddress)}`, 'address-too-long'],
  ['a'.repeat(10_000), 'address-too-long'],
];

test.describe('an address', () => {
  for (const [typed, address] of accepted) {
    test(`typed as ${JSON.stringify(typed)} is ${address}`, () => {
      expect(read(typed)).toBe(address);
    });
  }

  for (const [typed, code] of refused) {
    test(`typed as ${JSON.stringify(typed.slice(0, 40))} (${typed.length}) is refused: ${code}`, () => {
      expect(read(typed)).toBe(code);
    });
  }

  test('may be as long as 2048 characters', () => {
    expect(read(`host/${'a'.repeat(longestAddress - 5)}`)).toBe('https://host');
  });

  test('that is refused says which scheme or port is meant', () => {
    expect(readAddress('ftp://host')).toMatchObject({ problem: { scheme: 'ftp' } });
    expect(readAddress('host:65536')).toMatchObject({ problem: { port: '65536' } });
    expect(readAddress('a'.repeat(3000))).toMatchObject({ problem: { longest: longestAddress } });
  });
});

const typedUrls = fc
  .record({
    scheme: fc.constantFrom('', 'http://', 'https://', 'HTTPS://', '//'),
    user: fc.constantFrom('', '', '', 'u@', 'u:p@'),
    host: fc.oneof(
      fc.domain(),
      fc.ipV4(),
      fc.ipV6().map((ip) => `[${ip}]`),
      fc.string(),
    ),
    port: fc.oneof(
      fc.constant(''),
      fc.nat(70_000).map((port) => `:${port}`),
    ),
    path: fc.oneof(fc.constantFrom('', '/', '/api', '/api/users/me/', '/x/api/'), fc.webPath(), fc.string()),
    tail: fc.oneof(
      fc.constant(''),
      fc.webQueryParameters().map((query) => `?${query}`),
      fc.string().map((hash) => `#${hash}`),
    ),
  })
  .map((parts) => Object.values(parts).join(''));

const anything = fc.oneof(typedUrls, fc.string({ unit: 'binary' }), fc.webUrl(), fc.string());

test.describe('any address', () => {
  test('is read without an exception', () => {
    fc.assert(
      fc.property(anything, (typed) => void readAddress(typed)),
      { numRuns: 2000 },
    );
  });

  test('that was read is read the same again', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const once = readAddress(typed);
        if (once.ok) expect(readAddress(addressText(once.value))).toEqual(once);
      }),
      { numRuns: 2000 },
    );
  });

  test('that was read holds no user, query, hash or slash at the end', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const result = readAddress(typed);
        if (!result.ok) return;
        const { basePath, origin } = result.value;
        const url = new URL(origin);
        expect(url.origin).toBe(origin);
        expect([url.username, url.password, url.search, url.hash, url.pathname]).toEqual([
          '',
          '',
          '',
          '',
          '/',
        ]);
        expect(['http:', 'https:']).toContain(url.protocol);
        expect(basePath).toMatch(/^(\/[\w.~-]+)*$/);
        expect(addressText(result.value)).toMatch(/^https?:\/\/[^@?#\s\\]*[^@?#\s\\/]$/);
      }),
      { numRuns: 2000 },
    );
  });
});
