import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstPlace } from '../../../main/side-windows/first-place.ts';

const area = { x: 0, y: 24, width: 1920, height: 1056 };
const details = { width: 460, height: 760 };

describe('the first place of a side window', () => {
  test('is beside the main window, each lower than the one before', () => {
    const main = { x: 100, y: 60, width: 1280, height: 800 };
    const places = [0, 1, 2].map((nth) => firstPlace(details, main, area, nth));
    expect(places.map(({ x, y }) => [x, y])).toEqual([
      [1380, 60],
      [1380, 92],
      [1380, 124],
    ]);
  });

  test('is over the main window where there is no room', () => {
    const main = { x: 600, y: 60, width: 1280, height: 800 };
    expect(firstPlace(details, main, area, 0)).toMatchObject({ x: 632, y: 92 });
  });

  test('is always inside the work area', () => {
    const rectangle = fc.record({
      x: fc.integer({ min: -3_000, max: 3_000 }),
      y: fc.integer({ min: -3_000, max: 3_000 }),
      width: fc.integer({ min: 320, max: 4_000 }),
      height: fc.integer({ min: 240, max: 3_000 }),
    });
    fc.assert(
      fc.property(rectangle, rectangle, fc.nat(8), (main, screen, nth) => {
        const { x, y, width, height } = firstPlace(details, main, screen, nth);
        expect(x).toBeGreaterThanOrEqual(screen.x);
        expect(y).toBeGreaterThanOrEqual(screen.y);
        expect((x ?? 0) + width).toBeLessThanOrEqual(screen.x + screen.width);
        expect((y ?? 0) + height).toBeLessThanOrEqual(screen.y + screen.height);
      }),
    );
  });
});
