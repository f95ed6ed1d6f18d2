import { inspect } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTokenText, maxTokenLength, Token } from '../../../main/token/token.ts';

/** Any sequence of UTF-16 code units, including invalid ones. */
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

const secret = 'd0c7'.repeat(16);

describe('a token', () => {
  test('gives back what it was made of', () => {
    expect(new Token(secret).reveal()).toBe(secret);
  });

  test('is told from another by the start of its SHA-256', () => {
    expect(new Token('abc').fingerprint).toBe('ba7816bf');
  });

  const ways: readonly [string, (token: Token) => unknown][] = [
    ['written as JSON', (token) => JSON.stringify({ token })],
    ['printed', (token) => inspect(token, { showHidden: true, depth: 9, getters: true })],
    ['printed inside of something', (token) => inspect({ list: [token] }, { showHidden: true, depth: 9 })],
    ['sent to a window', (token) => JSON.stringify(structuredClone({ token }))],
    ['sent to a process', (token) => JSON.stringify(deserialize(serialize({ token })))],
    ['put into a text', (token) => `${token}`],
    ['made a text', (token) => String(token)],
    ['spread', (token) => JSON.stringify({ ...token })],
    ['assigned', (token) => JSON.stringify(Object.assign({}, token))],
    ['listed', (token) => JSON.stringify(Object.entries(token))],
    ['described', (token) => JSON.stringify(Object.getOwnPropertyDescriptors(token))],
  ];
  for (const [how, way] of ways) {
    test(`${how} by mistake carries no secret`, () => {
      expect(String(way(new Token(secret)))).not.toContain(secret.slice(0, 12));
    });
  }

  test('printed to the console by mistake carries no secret', () => {
    const printed: string[] = [];
    const write = process.stdout.write;
    process.stdout.write = (text: string | Uint8Array) => printed.push(String(text)) > 0;
    try {
      console.log(new Token(secret), [new Token(secret)]);
    } finally {
      process.stdout.write = write;
    }
    expect(printed.join('')).toContain('Token');
    expect(printed.join('')).not.toContain(secret);
  });

  const refused: readonly [string, unknown][] = [
    ['nothing', ''],
    ['a line break', 'abc\r\nx-evil: 1'],
    ['NUL', 'abc\0'],
    ['a blank', 'abc def'],
    ['a tab', 'abc\t'],
    ['a letter that is not ASCII', 'абв'],
    ['4097 characters', 'a'.repeat(maxTokenLength + 1)],
    ['a number', 7],
    ['a list', [secret]],
    ['an object', { toString: () => secret }],
    ['null', null],
  ];
  for (const [what, raw] of refused) {
    test(`is never made of ${what}`, { tags: ['row-2', 'row-3', 'row-4', 'row-164'] }, () => {
      expect(isTokenText(raw)).toBe(false);
      if (typeof raw === 'string') expect(() => new Token(raw)).toThrow('Not a token');
    });
  }

  test('may be as long as 4096 characters', { tags: ['row-3'] }, () => {
    expect(new Token('a'.repeat(maxTokenLength)).reveal()).toHaveLength(maxTokenLength);
  });

  test('always fits into one header line', { tags: ['row-4'] }, () => {
    fc.assert(
      fc.property(anyText, (text) => {
        if (isTokenText(text)) expect(text).toMatch(/^[!-~]+$/);
      }),
    );
  });

  test('refuses without repeating what it was given', () => {
    let words = '';
    try {
      new Token(`${secret} `);
    } catch (error) {
      words = inspect(error);
    }
    expect(words).toContain('Not a token');
    expect(words).not.toContain(secret);
  });
});
