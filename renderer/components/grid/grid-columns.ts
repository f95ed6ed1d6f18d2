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

/** Lets a person change the widths of the columns. */
export interface GridResizing<Name extends string> {
  /** The widths that were chosen, in pixels. */
  readonly widths: { readonly [Column in Name]?: number };
  readonly bounds: { readonly min: number; readonly max: number };
  /** What the line beside a heading is called. */
  readonly label: (title: string) => string;
  /** Shows a width that is being dragged; null: as it was before. */
  readonly onDrag: (column: Name, width: number | null) => void;
  /** Sets a width; null: the default. */
  readonly onChoose: (column: Name, width: number | null) => void;
}

/** Width of the column of checkboxes, in pixels. */
const tickWidth = 40;

/** The widths of the columns as CSS, and the least width of a row in pixels. `chosen`: exact ones. */
export function columnWidths<Name extends string>(
  columns: readonly { readonly name: Name; readonly width: number; readonly isFixed?: boolean }[],
  hasTicks: boolean,
  chosen: { readonly [Column in Name]?: number } = {},
): { readonly template: string; readonly minWidth: number } {
  const widths = columns.map(({ name, width, isFixed }) =>
    isFixed === true || chosen[name] !== undefined
      ? `${chosen[name] ?? width}px`
      : `minmax(${width}px, ${width}fr)`,
  );
  const minWidth = columns.reduce(
    (sum, { name, width }) => sum + (chosen[name] ?? width),
    hasTicks ? tickWidth : 0,
  );
  return { template: [...(hasTicks ? [`${tickWidth}px`] : []), ...widths].join(' '), minWidth };
}
