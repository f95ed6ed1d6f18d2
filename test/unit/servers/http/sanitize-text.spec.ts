import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitizeText } from '../../../../main/servers/http/sanitize-text.ts';

/** Any sequence of UTF-16 code units, including invalid ones. */
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

describe('a text of a server', () => {
  test('keeps its letters, whatever alphabet', () => {
    expect(sanitizeText('Недопустимый токен. Contraseña 😀', 300)).toBe('Недопустимый токен. Contraseña 😀');
  });

  test('loses what could turn or break a line', { tags: ['row-32'] }, () => {
    expect(sanitizeText('a\u001b[31m\u202egnp.\u2066\u200b\u0000b\ud800', 300)).toBe('a[31mgnp.b');
    expect(sanitizeText('  one\r\n\ttwo\u2028three  ', 300)).toBe('one two three');
  });

  test('is cut, never inside of a character', () => {
    expect(sanitizeText('a'.repeat(10_000_000), 300)).toHaveLength(300);
    expect(sanitizeText(`${'a'.repeat(299)}😀`, 300)).toBe('a'.repeat(299));
  });

  test('is short, on one line and well-formed, whatever it was', { tags: ['row-32'] }, () => {
    fc.assert(
      fc.property(anyText, fc.nat(50), (text, longest) => {
        const shown = sanitizeText(text, longest);
        return (
          shown.length <= longest && !/\p{Cs}/u.test(shown) && !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(shown)
        );
      }),
      { numRuns: 400 },
    );
  });
});
