import { describe, expect, test } from 'vitest';
import { readMultipart } from './multipart.ts';

const type = 'multipart/form-data; boundary=XX';
const part = (disposition: string, content: string) =>
  `--XX\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;

describe('a multipart form', () => {
  test('is taken apart into fields and files', () => {
    const body = Buffer.from(
      `${part('name="uuid"', 'A')}${part('name="video"; filename="f.webm"', 'pictures')}--XX--\r\n`,
    );
    expect(readMultipart(type, body)).toEqual([
      { name: 'uuid', fileName: undefined, content: Buffer.from('A') },
      { name: 'video', fileName: 'f.webm', content: Buffer.from('pictures') },
    ]);
  });

  test('keeps bytes that look like line ends and dashes', () => {
    const content = '\r\n--X\r\n\r\n--\0\xff';
    const body = Buffer.from(`${part('name="video"', content)}--XX--`, 'latin1');
    expect(readMultipart(type, body)?.[0]?.content.toString('latin1')).toBe(content);
  });

  test('may have its boundary in quotes', () => {
    const body = Buffer.from(`${part('name="uuid"', 'A')}--XX--`);
    expect(readMultipart('multipart/form-data; charset=utf-8; boundary="XX"', body)).toHaveLength(1);
  });

  for (const [what, contentType, body] of [
    ['of another type', 'application/json', '{}'],
    ['without a boundary', 'multipart/form-data', part('name="a"', 'b')],
    ['that never ends', type, part('name="a"', 'b')],
    ['with a part without a name', type, `${part('filename="a"', 'b')}--XX--`],
    ['with more parts than anybody needs', type, `${part('name="a"', 'b').repeat(33)}--XX--`],
    ['with an endless head', type, `--XX\r\nX: ${'y'.repeat(9000)}\r\n\r\nb\r\n--XX--`],
    ['that is empty', type, ''],
  ] as const) {
    test(`${what} is refused`, () => {
      expect(readMultipart(contentType, Buffer.from(body))).toBeUndefined();
    });
  }
});
