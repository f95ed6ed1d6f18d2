import { describe, expect, test } from 'vitest';
import { makeFrame, takeFrame } from './frames.ts';

/** A frame from a client, masked as RFC 6455 requires. */
function masked(text: string, first = 0x81): Buffer {
  const mask = Buffer.of(1, 2, 3, 4);
  const payload = Buffer.from(text).map((byte, at) => byte ^ (mask[at % 4] ?? 0));
  const length = payload.length < 126 ? [payload.length] : [126, payload.length >> 8, payload.length & 0xff];
  return Buffer.concat([Buffer.of(first, 0x80 | (length[0] ?? 0), ...length.slice(1)), mask, payload]);
}

describe('a web socket frame', () => {
  for (const length of [0, 5, 125, 126, 40_000]) {
    test(`of ${length} characters is read back as it was sent`, () => {
      const taken = takeFrame(masked('x'.repeat(length)));
      expect(taken).toMatchObject({
        frame: { final: true, opcode: 1, payload: Buffer.from('x'.repeat(length)) },
      });
    });
  }

  test('waits for its last byte', () => {
    const bytes = masked('hello');
    for (let size = 0; size < bytes.length; size += 1) {
      expect(takeFrame(bytes.subarray(0, size))).toBeUndefined();
    }
  });

  test('leaves the bytes of the next one alone', () => {
    const taken = takeFrame(Buffer.concat([masked('one'), masked('two')]));
    expect(taken).toMatchObject({ rest: masked('two') });
  });

  for (const [what, bytes] of [
    ['without a mask', Buffer.of(0x81, 1, 0x61)],
    ['with spare bits set', masked('a', 0xc1)],
    ['with a length in 64 bits', Buffer.of(0x81, 0xff)],
  ] as const) {
    test(`${what} is refused`, () => {
      expect(takeFrame(bytes)).toBe('broken');
    });
  }

  test('from the server is not masked', () => {
    expect(makeFrame(0x1, Buffer.from('hi'))).toEqual(Buffer.of(0x81, 2, 0x68, 0x69));
    expect(makeFrame(0x1, Buffer.alloc(300)).subarray(0, 4)).toEqual(Buffer.of(0x81, 126, 1, 44));
  });
});
