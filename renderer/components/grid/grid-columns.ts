import type { ReactNode } from 'react';

/** A column: its heading and its cells. */
export interface GridColumn<Item, Name extends string> {
  readonly name: Name;
  readonly title: string;
  /** The least width in pixels; what a grid is wider than its columns is shared out by these widths. */
  readonly width: number;
  /** Whether it is never wider than that. */
  readonly isFixed?: boolean;
  /** Whether its cells name their rows; it stays in view when the grid is scrolled to the side. */
  readonly isRowHeader?: boolean;
  readonly cell: (item: Item) => ReactNode;
}

/** By which column the rows are sorted. */
export interface GridOrder<Name extends string> {
  readonly column: Name;
  readonly direction: 'ascending' | 'descending';
}

/** Width of the column of checkboxes, in pixels. */
const tickWidth = 40;

/** The widths of the columns as CSS, and the least width of a row in pixels. */
export function columnWidths(
  columns: readonly { readonly width: number; readonly isFixed?: boolean }[],
  hasTicks: boolean,
): { readonly template: string; readonly minWidth: number } {
  const widths = columns.map(({ width, isFixed }) =>
    isFixed === true ? `${width}px` : `minmax(${width}px, ${width}fr)`,
  );
  const minWidth = columns.reduce((sum, { width }) => sum + width, hasTicks ? tickWidth : 0);
  return { template: [...(hasTicks ? [`${tickWidth}px`] : []), ...widths].join(' '), minWidth };
}
