import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFingerprint } from '../../../../renderer/certificate/fingerprint-match.ts';

const hex = 'a914f26d803eb75c08e1479a2bd670fcc35f1884ea360db961972ecb44f80ad5';
const openssl = hex.toUpperCase().replace(/..(?=.)/g, '$&:');

describe('a pasted fingerprint', () => {
  test.each([
    ['as openssl prints it', `sha256 Fingerprint=${openssl}\n`],
    ['as older versions of openssl print it', `SHA256 Fingerprint=${openssl}`],
    ['as it stands in the dialog', openssl.replace(/(.{24})/g, '$1\n')],
    ['as browsers show it', openssl.replaceAll(':', ' ')],
    ['with hyphens', openssl.replaceAll(':', '-')],
    ['without anything', hex],
    ['with a name in front', `SHA-256: ${hex}`],
    ['with a longer name in front', `  sha256 fingerprint: ${openssl} `],
  ])('is read %s', (_how, text) => {
    expect(readFingerprint(text)).toBe(hex);
  });

  test.each([
    ['nothing', ''],
    ['a part of one', openssl.slice(0, -3)],
    ['more than one', `${hex}ab`],
    ['a SHA-1', 'SHA1 Fingerprint=AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD'],
    ['another text', 'Trust me'],
    ['a digit that is none', `${hex.slice(0, -1)}g`],
  ])('is not read from %s', (_what, text) => {
    expect(readFingerprint(text)).toBeNull();
  });

  test('is the same in any case and with any separators', () => {
    const digits = fc.array(fc.constantFrom(...'0123456789abcdefABCDEF'), { minLength: 64, maxLength: 64 });
    const gaps = fc.array(fc.constantFrom('', ':', ' ', '-', '\n', '\t'), { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(digits, gaps, (all, between) => {
        const typed = all.map((digit, nth) => digit + between[nth]).join('');
        expect(readFingerprint(typed)).toBe(all.join('').toLowerCase());
      }),
    );
  });
});
