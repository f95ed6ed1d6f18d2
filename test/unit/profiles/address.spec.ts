import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressText } from '../../../contract/profiles/profile.ts';
import { maxAddressLength, readAddress, readPrefix } from '../../../main/profiles/address.ts';

/** Any sequence of UTF-16 code units, including invalid ones. */
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

function read(typed: string): string {
  const result = readAddress(typed);
  return result.ok ? addressText(result.value) : result.problem.code;
}

type Table = Readonly<Record<string, string>>;

const accepted: Readonly<Record<string, Table>> = {
  'without a scheme is https, except on port 80': {
    '10.0.4.7': 'https://10.0.4.7',
    '  10.0.4.7\t\n': 'https://10.0.4.7',
    '10.0.4.7:8443': 'https://10.0.4.7:8443',
    '10.0.4.7:443': 'https://10.0.4.7',
    '10.0.4.7:80': 'http://10.0.4.7',
    '10.0.4.7:8080': 'https://10.0.4.7:8080',
    'localhost:8080': 'https://localhost:8080',
    'findface.example': 'https://findface.example',
    '//findface.example/login': 'https://findface.example',
    'http:8080': 'https://http:8080',
    'data:8080': 'https://data:8080',
  },
  'with a scheme keeps it, without the port it stands for': {
    'http://192.168.1.1': 'http://192.168.1.1',
    'http://localhost:80': 'http://localhost',
    'https://host:443/': 'https://host',
    'http://host:443/': 'http://host:443',
    'https://host:80/': 'https://host:80',
    'https:host': 'https://host',
    'https:/host': 'https://host',
  },
  'is written in one way only': {
    'HTTP://Host/': 'http://host',
    'FindFace.EXAMPLE:8080/API': 'https://findface.example:8080/api',
    'findface.example.': 'https://findface.example',
    'host:': 'https://host',
    'host///': 'https://host',
    'https://видео.example': 'https://xn--b1aedk6a.example',
    'https://fіndface.example': 'https://xn--fndface-rog.example',
  },
  'may be an IPv6 address, with or without brackets': {
    '::1': 'https://[::1]',
    '[::1]:8443': 'https://[::1]:8443',
    '2001:DB8::7': 'https://[2001:db8::7]',
    'http://[2001:db8::7]/login': 'http://[2001:db8::7]',
    '::ffff:10.0.4.7': 'https://[::ffff:a00:407]',
  },
  'may be any page of the server': {
    'https://10.0.4.7/#/cameras': 'https://10.0.4.7',
    'https://10.0.4.7/#/sessions?page=2': 'https://10.0.4.7',
    'http://host/api-docs/': 'http://host',
    'https://host/api-docs/#/users/me': 'https://host',
    'https://host/login': 'https://host',
    'https://host/users/me/': 'https://host',
    'https://host/config.json': 'https://host',
    'https://host/swagger.json?lang=ru': 'https://host',
    'https://host/auth/login/': 'https://host',
    'https://host/users/api': 'https://host',
    'https://host/anything': 'https://host',
    'https://host/a%20b/api': 'https://host',
    'https://host#api': 'https://host',
  },
  'keeps the path up to the API': {
    'https://host/api': 'https://host/api',
    'https://host/api/': 'https://host/api',
    'https://host//api//': 'https://host/api',
    'https://host/../api': 'https://host/api',
    'https://host/api/users/me/?x=1': 'https://host/api',
    'https://host/api/config.json': 'https://host/api',
    'https://host/api/api-docs/': 'https://host/api',
    'https://host/site-2/api/auth/login/': 'https://host/site-2/api',
    'https://host/a/b/api': 'https://host/a/b/api',
  },
  'with a token in its query forgets the token': {
    'https://host?token=0123456789abcdef': 'https://host',
    'https://host/api/?token=0123456789abcdef#x': 'https://host/api',
    'host?next=/api': 'https://host',
  },
};

const refused: Readonly<Record<string, readonly string[]>> = {
  'address-missing': ['', '   ', '\n'],
  'address-malformed': [
    ...['https://', 'https:', '/api', ':8080', 'a..b', 'a'.repeat(254), '[::1'],
    // URL parsers turn each of these into an IP address that the person does not see.
    ...['8080', '0x7f.1', '127.1', '010.0.4.7', '10.0.4.256', '１０.0.4.7'],
    ...['host name', 'host\tname', 'host\nname', 'ho\0st', 'host\u200bname', 'host\u202egnp'],
    ...['https:\\\\host', 'host\\@evil.example', 'ho%73t', 'fe80::1%eth0', '[fe80::1%25eth0]'],
  ],
  'address-scheme-unsupported': [
    ...['ftp://host', 'ws://host/events/', 'file:///etc/passwd', 'file:/etc/passwd'],
    ...['javascript:alert(1)', 'mailto:a@example.com'],
  ],
  'address-holds-credentials': [
    ...['https://user:pass@host', 'user@host', 'https://@host', 'https://findface.example@evil.example/'],
  ],
  'address-port-invalid': ['host:0', 'host:65536', 'host:-1', 'host:80a', 'https://host:99999/api'],
  'address-too-long': [`https://host/${'a'.repeat(maxAddressLength)}`, 'a'.repeat(10_000)],
};

describe('an address', () => {
  for (const [title, table] of Object.entries(accepted)) {
    test(title, { tags: ['row-44', 'row-165', 'row-166'] }, () => {
      const found = Object.keys(table).map((typed) => [typed, read(typed)]);
      expect(Object.fromEntries(found)).toEqual(table);
    });
  }

  for (const [code, typed] of Object.entries(refused)) {
    test(`can be refused: ${code}`, { tags: ['row-44', 'row-165'] }, () => {
      expect(typed.map((text) => [text, read(text)])).toEqual(typed.map((text) => [text, code]));
    });
  }

  test('may be as long as 2048 characters', () => {
    expect(read(`host/${'a'.repeat(maxAddressLength - 5)}`)).toBe('https://host');
  });

  test('that is refused names the scheme or port', () => {
    expect(readAddress('ftp://host')).toMatchObject({ problem: { scheme: 'ftp' } });
    expect(readAddress('host:65536')).toMatchObject({ problem: { port: '65536' } });
    expect(readAddress('a'.repeat(3000))).toMatchObject({ problem: { longest: maxAddressLength } });
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

const anything = fc.oneof(typedUrls, anyText, fc.webUrl(), fc.string());

describe('any address', () => {
  test('is read without an exception', () => {
    fc.assert(
      fc.property(anything, (typed) => void readAddress(typed)),
      { numRuns: 400 },
    );
  });

  test('that was parsed is parsed the same again', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const once = readAddress(typed);
        if (once.ok) expect(readAddress(addressText(once.value))).toEqual(once);
      }),
      { numRuns: 400 },
    );
  });

  test('that was parsed has no user, query, hash or trailing slash', {
    tags: ['row-165', 'row-166'],
  }, () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const result = readAddress(typed);
        if (!result.ok) return;
        // One assertion on the whole text, since assertions are slower than parsing.
        expect(addressText(result.value)).toMatch(/^https?:\/\/[^/@?#\s\\]+(\/[\w.~-]+)*$/);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the path that a server may be set up under', () => {
  test('ends before the first page', () => {
    const prefixes = [
      'host/findface/',
      'https://host/a/b/login?t=1',
      'host/api/v2/users/me/',
      'host',
      'host/login',
    ];
    expect(prefixes.map(readPrefix)).toEqual(['/findface', '/a/b', '/api/v2', '', '']);
  });

  test('never leads elsewhere, whatever is typed', () => {
    for (const typed of ['host/../etc', 'host/a/./b', 'host/%2e%2e/x', 'host/a b', 'host/a\\b', 'mailto:a/b'])
      expect(readPrefix(typed), typed).toBe('');
    fc.assert(
      fc.property(anything, (typed) => {
        expect(readPrefix(typed)).toMatch(/^(\/[\w~-][\w.~-]*)*$/);
      }),
    );
  });
});
