import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLayout, layoutBounds, listColumns } from '../../../contract/layout.ts';
import { changedLayout, layoutInForce, readLayout } from '../../../main/settings/layout.ts';

describe('the layout of the window', () => {
  test('comes back as it was kept', () => {
    const kept = { viewsWidth: 240, detailsWidth: 400, columns: { tags: { shown: true, width: 200 } } };
    expect(readLayout({ groupBy: 'tag' })).toEqual({ groupBy: 'tag' });
    expect(readLayout({ groupBy: 'moon' })).toEqual({});
    const overviewColumns = ['name', 'role', 'tls'];
    expect(readLayout({ overviewColumns })).toEqual({ overviewColumns });
    expect(readLayout({ overviewColumns: ['tls', 'moon', 7, 'role'] })).toEqual({ overviewColumns });
    expect(readLayout({ overviewColumns: 'role' })).toEqual({});
    const gridWidths = { overview: { name: 200, tls: 60 }, sessions: { device: 400 } };
    expect(readLayout({ gridWidths })).toEqual({ gridWidths });
    expect(readLayout({ gridWidths: { overview: { name: 59, moon: 100 }, more: gridWidths } })).toEqual({});
    expect(readLayout(kept)).toEqual(kept);
    expect(layoutInForce(kept)).toEqual({ ...defaultLayout, ...kept });
  });

  test('holds only what a person chose, so that a new default reaches everybody else', () => {
    expect(readLayout(undefined)).toEqual({});
    expect(layoutInForce({})).toEqual(defaultLayout);
    const chosen = changedLayout({ viewsWidth: 240 }, { detailsWidth: 400 });
    expect(chosen).toEqual({ viewsWidth: 240, detailsWidth: 400 });
    expect(changedLayout(chosen, { viewsWidth: null, columns: {} })).toEqual({ detailsWidth: 400 });
  });

  test('loses only the parts of a file that are strange', () => {
    expect(
      readLayout({
        viewsWidth: 10_000,
        detailsWidth: 330,
        columns: { user: { width: 1.5, shown: false }, tags: { width: '80' }, session: 7, more: {} },
        zoom: 3,
      }),
    ).toEqual({ detailsWidth: 330, columns: { user: { shown: false } } });
  });

  test('is within its bounds, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (viewsWidth, detailsWidth, column) => {
        const columns = { user: column, tags: { width: viewsWidth, shown: detailsWidth } };
        const layout = layoutInForce(readLayout({ viewsWidth, detailsWidth, columns }));
        expect(Object.keys(layout)).toEqual(Object.keys(defaultLayout));
        const isWithin = (width: number | null | undefined, { min, max }: { min: number; max: number }) =>
          width === null || width === undefined || (width >= min && width <= max);
        expect(isWithin(layout.viewsWidth, layoutBounds.views)).toBe(true);
        expect(isWithin(layout.detailsWidth, layoutBounds.details)).toBe(true);
        for (const name of listColumns)
          expect(isWithin(layout.columns[name]?.width, layoutBounds.column)).toBe(true);
      }),
    );
  });
});
