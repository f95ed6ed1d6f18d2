import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../../../main/servers/http/untrusted-json.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const why = (body: Uint8Array) => {
  const read = readJson(body);
  return read.ok ? 'ok' : read.why;
};

describe('a body', () => {
  test('in UTF-8 is read, with or without a byte order mark', { tags: ['row-11'] }, () => {
    expect(readJson(bytes('{"имя":"Ёж 😀"}'))).toEqual({ ok: true, value: { имя: 'Ёж 😀' } });
    expect(readJson(bytes('\ufeff{"a":1}'))).toEqual({ ok: true, value: { a: 1 } });
  });

  test('in any other encoding is refused', { tags: ['row-11'] }, () => {
    expect(why(Buffer.from([0x22, 0xff, 0x22]))).toBe('not-utf8');
    expect(why(Buffer.from([0x22, 0xc0, 0xaf, 0x22]))).toBe('not-utf8');
    expect(why(Buffer.from('\ufeff{"a":1}', 'utf16le'))).toBe('not-utf8');
    expect(why(Buffer.from('{"a":1}', 'utf16le'))).toBe('not-json');
  });

  test('that is not JSON is refused', () => {
    const none = ['', ' ', '<html>', '{', '{"a":1', '{"a":1}x', "{'a':1}", 'NaN', '{"a":1e}'];
    expect(none.map((text) => why(bytes(text)))).toEqual(none.map(() => 'not-json'));
  });

  test('nested more than 32 deep is refused before it is parsed', { tags: ['row-10'] }, () => {
    const nested = (depth: number) => bytes('['.repeat(depth) + ']'.repeat(depth));
    expect(why(nested(32))).toBe('ok');
    expect(why(nested(33))).toBe('too-deep');
    expect(why(bytes('['.repeat(100_000)))).toBe('too-deep');
    expect(why(bytes('{"a":'.repeat(100_000)))).toBe('too-deep');
  });

  test('may hold brackets in its texts', () => {
    expect(readJson(bytes(JSON.stringify({ a: `${'['.repeat(99)}"\\` })))).toMatchObject({ ok: true });
  });

  test('cannot reach the prototype of anything', { tags: ['row-9'] }, () => {
    const read = readJson(
      bytes(
        '{"__proto__":{"polluted":1},"a":{"constructor":{"prototype":{"polluted":1}},"b":[{"__proto__":1}]}}',
      ),
    );
    expect(read).toEqual({ ok: true, value: { a: { b: [{}] } } });
    const value = read.ok && typeof read.value === 'object' ? read.value : null;
    expect(Object.keys(value ?? {})).toEqual(['a']);
    expect('polluted' in {}).toBe(false);
    expect('polluted' in Object.assign({}, value)).toBe(false);
  });

  test('cannot reach it with escaped characters either', { tags: ['row-9'] }, () => {
    const text = String.raw`{"\u005f_proto__":{"polluted":1},"a":{"c\u006fnstructor":{"prototype":1}}}`;
    expect(readJson(bytes(text))).toEqual({ ok: true, value: { a: {} } });
  });

  test('with a key twice means the last one', { tags: ['row-9'] }, () => {
    expect(readJson(bytes('{"a":1,"a":2}'))).toEqual({ ok: true, value: { a: 2 } });
  });

  test('of any JSON is read as what it was', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 20 }), (text) => {
        fc.pre(!/__proto__|constructor|prototype/.test(text));
        return (
          JSON.stringify(readJson(bytes(text))) === JSON.stringify({ ok: true, value: JSON.parse(text) })
        );
      }),
    );
  });

  test('of any bytes is read without an exception', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (body) => void readJson(body)));
  });
});
