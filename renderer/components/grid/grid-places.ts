import type { Viewport } from '../hooks/use-viewport.ts';

/** Lines as a half-open range of indexes. */
export interface LineRange {
  readonly first: number;
  readonly end: number;
}

/** The index of the line at an offset; the first or the last one beyond them. */
export function lineAt(places: readonly number[], offset: number): number {
  let [low, high] = [0, Math.max(0, places.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((places[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The lines that are at least partly in a viewport, or at most `overscan` pixels outside of it. */
export function linesIn(places: readonly number[], { top, height }: Viewport, overscan: number): LineRange {
  if (places.length < 2) return { first: 0, end: 0 };
  // After the grid became shorter, the browser corrects the scroll offset only a frame later.
  const start = Math.max(0, Math.min(top, (places.at(-1) ?? 0) - height));
  return {
    first: lineAt(places, start - overscan),
    end: lineAt(places, start + height + overscan) + 1,
  };
}

/**
 * The scroll offset at which a line is completely visible; null if it is now. `covered`: how many pixels on top are
 * covered by a heading that stays.
 */
export function offsetToShow(
  places: readonly number[],
  index: number,
  { top, height }: Viewport,
  covered: number,
): number | null {
  const start = places[index] ?? 0;
  const end = places[index + 1] ?? start;
  const above = top + covered - start;
  const below = end - (top + height);
  if (above <= 0 && below <= 0) return null;
  const isFar = Math.max(above, below) > height;
  if (isFar) return Math.max(0, start - (height - (end - start)) / 2);
  return Math.max(0, above > 0 ? start - covered : top + below);
}

/** Whether any part of a line is visible. */
export function isPartlyShown(places: readonly number[], index: number, { top, height }: Viewport): boolean {
  return (places[index + 1] ?? 0) > top && (places[index] ?? 0) < top + height;
}

/**
 * The lines of a group to render: those in range, the heading of a group that is in range, which stays in view, and the
 * line that is the tab stop, which keeps the focus wherever the grid is scrolled.
 */
export function renderedLines(
  group: LineRange & { readonly hasHeading: boolean },
  range: LineRange,
  tabStop: number,
): readonly number[] {
  const first = Math.max(group.first, range.first);
  const end = Math.min(group.end, range.end);
  const indexes = new Set(Array.from({ length: Math.max(0, end - first) }, (_, step) => first + step));
  if (group.hasHeading && indexes.size > 0) indexes.add(group.first);
  if (tabStop >= group.first && tabStop < group.end) indexes.add(tabStop);
  return [...indexes].toSorted((one, other) => one - other);
}
