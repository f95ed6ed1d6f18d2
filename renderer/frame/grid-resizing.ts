import { type GridWidths, layoutBounds } from '../../contract/layout.ts';
import type { GridResizing } from '../components/grid/grid-columns.ts';
import { useTranslate } from '../i18n/translate.ts';
import { saveLayout, showLayout, useLayout } from './window-layout.ts';

/** Lets a person change the widths of a grid's columns, which are part of the layout of the window. */
export function useGridResizing(grid: keyof GridWidths): GridResizing<string> {
  const t = useTranslate();
  const all = useLayout('gridWidths');
  const widths: Readonly<Record<string, number>> = all[grid] ?? {};
  const withWidth = (column: string, width: number | null): GridWidths => {
    const { [column]: _before, ...others } = widths;
    const chosen = width === null ? others : { ...others, [column]: width };
    const { [grid]: _grid, ...grids } = all;
    return Object.keys(chosen).length === 0 ? grids : { ...grids, [grid]: chosen };
  };
  return {
    widths,
    bounds: layoutBounds.column,
    label: (column) => t('servers:columnWidth', { column }),
    onDrag: (column, width) => showLayout(width === null ? {} : { gridWidths: withWidth(column, width) }),
    onChoose: (column, width) => void saveLayout({ gridWidths: withWidth(column, width) }),
  };
}
