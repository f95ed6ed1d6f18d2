import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutBounds } from '../../../../contract/layout.ts';
import { detailsWidth, listWidth, viewsWidth } from '../../../../renderer/frame/pane-sizes.ts';

const byDefault = { viewsWidth: null, detailsWidth: null };

describe('the list', () => {
  test('has what the panes leave', () => {
    expect(listWidth(1_280, byDefault, true)).toBe(1_280 - 200 - 360);
    expect(listWidth(1_280, byDefault, false)).toBe(1_280 - 200);
    expect(listWidth(1_920, byDefault, true)).toBe(1_920 - 224 - 400);
    expect(listWidth(800, byDefault, true)).toBe(800 - 172);
    expect(listWidth(480, byDefault, true)).toBe(480);
    const chosen = { viewsWidth: 280, detailsWidth: 480 };
    expect(listWidth(1_280, chosen, true)).toBe(1_280 - 280 - 480);
  });

  test('keeps room for whole names, whatever was chosen in a wider window', () => {
    const width = fc.option(fc.integer({ min: 160, max: 480 }));
    fc.assert(
      fc.property(fc.integer({ min: 640, max: 3_000 }), width, width, fc.boolean(), (window, ...choice) => {
        const [views, details, shows] = choice;
        const panes = { viewsWidth: views, detailsWidth: details };
        expect(listWidth(window, panes, shows)).toBeGreaterThanOrEqual(470);
        expect(viewsWidth(window, panes)).toBeGreaterThanOrEqual(layoutBounds.views.min);
        expect(detailsWidth(window, panes)).toBeGreaterThanOrEqual(layoutBounds.details.min);
      }),
    );
  });

  test('gets narrower before the details do, and wider again where they are a drawer', () => {
    expect(listWidth(1_060, byDefault, true)).toBe(500);
    expect(listWidth(1_024, byDefault, true)).toBe(500);
    expect(listWidth(990, byDefault, true)).toBe(470);
    expect(listWidth(989, byDefault, true)).toBe(789);
  });
});
