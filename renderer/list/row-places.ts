import type { ListGroup } from '../../contract/list-outline.ts';
import type { Viewport } from '../components/hooks/use-viewport.ts';
import { type RowRange, rowRange } from './row-range.ts';

/** The height of a group's heading in pixels. */
export const headingHeight = 32;

/** What decides where the rows of the list are. */
export interface RowPlaces {
  /** In pixels. */
  readonly rowHeight: number;
  readonly count: number;
  readonly groups: readonly ListGroup[];
}

/** The top of a row in pixels. */
export function topOf({ rowHeight, groups }: RowPlaces, index: number): number {
  return index * rowHeight + headingsUpTo(groups, index) * headingHeight;
}

/** The top of a row in pixels, with the heading above it if it is the first of its group. */
export function topWithHeading(places: RowPlaces, index: number): number {
  const isFirst = places.groups.some((group) => group.first === index);
  return topOf(places, index) - (isFirst ? headingHeight : 0);
}

/** The height of the whole list in pixels. */
export function heightOf({ rowHeight, count, groups }: RowPlaces): number {
  return count * rowHeight + groups.length * headingHeight;
}

/** The rows that are at least partly visible, or whose heading is, and `overscan` more on either side. */
export function visibleRows(viewport: Viewport, places: RowPlaces, overscan: number): RowRange {
  const { rowHeight, count, groups } = places;
  if (groups.length === 0) return rowRange(viewport, rowHeight, count, overscan);
  // After the list became shorter, the browser corrects the scroll offset only a frame later.
  const top = Math.max(0, Math.min(viewport.top, heightOf(places) - viewport.height));
  const bottom = top + viewport.height;
  const first = firstIndex(count, (index) => topOf(places, index) + rowHeight > top);
  const end = firstIndex(count, (index) => topWithHeading(places, index) >= bottom);
  return { first: Math.max(0, first - overscan), end: Math.min(count, end + overscan) };
}

/** The first index below `count` of which this is true, which it stays; else `count`. */
function firstIndex(count: number, isTrue: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many groups begin at this row or before. */
function headingsUpTo(groups: readonly ListGroup[], index: number): number {
  return firstIndex(groups.length, (place) => (groups[place]?.first ?? 0) > index);
}
