import { describe, expect, test } from 'vitest';
import { writeDate } from './dates.ts';

const moment = Date.UTC(2026, 10, 24, 22, 5, 9) + 71.5;

describe('a date', () => {
  for (const [style, text] of [
    ['microseconds', '2026-11-24T22:05:09.071500Z'],
    ['milliseconds', '2026-11-24T22:05:09.071Z'],
    ['whole-seconds', '2026-11-24T22:05:09Z'],
    ['+00:00', '2026-11-24T22:05:09+00:00'],
    ['+03:00', '2026-11-25T01:05:09.071500+03:00'],
  ] as const) {
    test(`in the style "${style}" is ${text}`, () => {
      expect(writeDate(moment, style)).toBe(text);
      expect(Math.abs(Date.parse(text) - moment)).toBeLessThan(1000);
    });
  }

  test('leaves its fraction out when that is zero, as Django does', () => {
    expect(writeDate(Date.UTC(2026, 0, 1), 'microseconds')).toBe('2026-01-01T00:00:00Z');
  });
});
