import type { Viewport } from '../components/hooks/use-viewport.ts';

/** The rows to render, as a half-open range of indexes. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** The rows that are at least partly visible, and `overscan` more on either side. */
export function rowRange(viewport: Viewport, rowHeight: number, count: number, overscan: number): RowRange {
  // After the list became shorter, the browser corrects the scroll offset only a frame later.
  const top = Math.max(0, Math.min(viewport.top, count * rowHeight - viewport.height));
  const first = Math.floor(top / rowHeight);
  const end = Math.ceil((top + viewport.height) / rowHeight);
  return {
    first: Math.min(Math.max(0, first - overscan), count),
    end: Math.min(Math.max(0, end + overscan), count),
  };
}

/** The indexes of a range in ascending order, with one more row outside of it; a negative one is ignored. */
export function rowIndexes({ first, end }: RowRange, extra: number): readonly number[] {
  const indexes = Array.from({ length: end - first }, (_, step) => first + step);
  if (extra < 0) return indexes;
  if (extra < first) return [extra, ...indexes];
  return extra >= end ? [...indexes, extra] : indexes;
}
