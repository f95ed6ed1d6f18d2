import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byThisClock, clockSkew, readHttpDate } from '../../../../main/servers/http/clock-skew.ts';

const noon = Date.UTC(2026, 10, 3, 12, 0, 0);
const header = 'Tue, 03 Nov 2026 12:00:00 GMT';

describe('the skew of a server', () => {
  test('is how far its clock is ahead, by the middle of the round trip', { tags: ['row-126'] }, () => {
    expect(clockSkew(header, noon - 60_000 + 100, 200)).toBe(60_500);
    expect(clockSkew(header, noon + 3_600_000 + 100, 200)).toBe(-3_599_500);
  });

  test('is nothing when one second and the round trip explain it', () => {
    expect(clockSkew(header, noon + 999, 0)).toBe(0);
    expect(clockSkew(header, noon, 0)).toBe(0);
    expect(clockSkew(header, noon + 2_900, 2_000)).toBe(0);
    expect(clockSkew(header, noon + 1_001, 0)).toBe(-501);
  });

  test('is unknown without a date a server may send', () => {
    const none = [
      null,
      '',
      '1',
      'garbage',
      '2026-11-03T12:00:00Z',
      'Tue, 03 Nov 2026 12:00:00 +0100',
      `${header}, x`,
    ];
    expect(none.map((date) => clockSkew(date, noon, 0))).toEqual(none.map(() => null));
    expect(readHttpDate('Tue, 03 Foo 2026 12:00:00 GMT')).toBeNull();
  });

  test('is off by at most half a second and half the round trip', () => {
    const cases = fc.record({
      skew: fc.integer({ min: -1e11, max: 1e11 }),
      took: fc.nat(20_000),
      answered: fc.double({ min: 0, max: 1, noNaN: true }),
      sentAt: fc.integer({ min: 1e12, max: 2e12 }),
    });
    fc.assert(
      fc.property(cases, ({ answered, sentAt, skew, took }) => {
        const date = new Date(sentAt + took * answered + skew).toUTCString();
        const found = clockSkew(date, sentAt + took, took);
        return found !== null && Math.abs(found - skew) <= 2 * (501 + took / 2);
      }),
    );
  });

  test('moves a moment of the server to this computer', () => {
    expect(byThisClock(noon, 60_000)).toBe(noon - 60_000);
    expect(byThisClock(noon, -60_000)).toBe(noon + 60_000);
  });
});
