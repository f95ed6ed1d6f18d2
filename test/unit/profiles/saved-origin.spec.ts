import fc from 'fast-check';
import { describe, test } from 'vitest';
import { isOrigin } from '../../../main/profiles/saved/saved-origin.ts';

const asParsed = (text: string) =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

describe('the origin of a saved profile', () => {
  test('is what a URL parser would write, whatever the text', () => {
    const label = fc.stringMatching(/^[a-zA-Z0-9_.-]{0,6}$/);
    const number = fc.oneof(
      fc.integer({ min: 0, max: 300 }).map(String),
      fc.constantFrom('00', '01', '0x7f', ''),
    );
    const host = fc.oneof(
      fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.')),
      fc.array(number, { minLength: 1, maxLength: 5 }).map((numbers) => numbers.join('.')),
      fc.constantFrom(
        'xn--80ak6aa92e.com',
        'a.xn--a',
        'xn--',
        'ü.example',
        '[::1]',
        '[2001:db8::1]',
        'a%41',
        '1e3',
      ),
    );
    const port = fc.oneof(
      fc.constantFrom('', ':', ':80', ':443', ':0', ':08', ':65535', ':65536', ':8443', ':80 '),
      fc.integer({ min: 0, max: 99_999 }).map((number) => `:${number}`),
    );
    const scheme = fc.constantFrom('http://', 'https://', 'HTTPS://', 'https:/', 'ftp://', 'https://u@');
    const end = fc.constantFrom('', '', '', '/', '?', '\n', '/path');
    const origin = fc.tuple(scheme, host, port, end).map((parts) => parts.join(''));
    fc.assert(
      fc.property(origin, (text) => isOrigin(text) === asParsed(text)),
      { numRuns: 20_000 },
    );
  });
});
