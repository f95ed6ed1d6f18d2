import type { ReactNode } from 'react';

/** Height of a grid's headings, in pixels: those of the columns, and those of the groups. */
export const headHeight = 34;
export const headingHeight = 36;

/** A row of a grid. */
export interface GridRow<Item> {
  /** Unique in its grid. */
  readonly key: string;
  readonly item: Item;
  /** Whether it can be ticked, where rows can. */
  readonly canTick?: boolean;
  /** Why it cannot, as the hint of a padlock in the place of the checkbox. */
  readonly lock?: string | undefined;
  /** Whether it is unfolded; without it, nothing can be unfolded. */
  readonly isOpen?: boolean;
  /** What an unfolded row shows below its cells. */
  readonly below?: GridBelow | undefined;
}

/** Content below the cells of a row; its height in pixels is known, since nothing is measured. */
interface GridBelow {
  readonly content: ReactNode;
  readonly height: number;
}

/** Rows that belong together; without a heading they are the whole grid. */
export interface GridGroup<Item> {
  readonly key: string;
  readonly heading?: ReactNode;
  readonly rows: readonly GridRow<Item>[];
}

/** A line of a grid: a row, or the heading of a group. */
interface GridLine<Item> {
  readonly key: string;
  /** In pixels. */
  readonly height: number;
  /** Null: a heading. */
  readonly row: GridRow<Item> | null;
}

/** A group and its lines, as a half-open range of indexes. */
export interface GridSpan {
  readonly key: string;
  readonly heading: ReactNode;
  readonly hasHeading: boolean;
  readonly first: number;
  readonly end: number;
}

/** The lines of a grid from top to bottom. */
export interface GridLines<Item> {
  readonly lines: readonly GridLine<Item>[];
  readonly spans: readonly GridSpan[];
  readonly indexes: ReadonlyMap<string, number>;
  /** Where each line starts, in pixels, and where the last one ends. */
  readonly places: readonly number[];
}

/** The lines of these groups; `rowHeight` in pixels. */
export function linesOf<Item>(groups: readonly GridGroup<Item>[], rowHeight: number): GridLines<Item> {
  const lines: GridLine<Item>[] = [];
  const spans: GridSpan[] = [];
  for (const { key, heading, rows } of groups) {
    const first = lines.length;
    const hasHeading = heading !== undefined;
    if (hasHeading) lines.push({ key, height: headingHeight, row: null });
    for (const row of rows) lines.push({ key: row.key, height: rowHeight + (row.below?.height ?? 0), row });
    spans.push({ key, heading, hasHeading, first, end: lines.length });
  }
  const places = [0];
  for (const { height } of lines) places.push((places.at(-1) ?? 0) + height);
  return { lines, spans, indexes: new Map(lines.map(({ key }, index) => [key, index])), places };
}
