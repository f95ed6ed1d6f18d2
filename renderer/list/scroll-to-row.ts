import { useEffect, useLayoutEffect } from 'react';
import { useAppState } from '../state/app-state.ts';
import { useViewState } from '../state/view-state.ts';
import { shownGroups, shownIds } from './list-order.ts';
import { type RowPlaces, topOf, topWithHeading } from './row-places.ts';

/** Row heights in pixels. */
export const rowHeights = { comfortable: 56, compact: 36 } as const;

/**
 * Scrolls to the selected row if it was selected by something other than a click or key in the list, if a search moved
 * it, or if a message below the list would cover it.
 */
export function useScrollToSelection(): void {
  const selectedId = useViewState((state) => state.selectedId);
  const search = useViewState((state) => state.search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection or search may move the list.
  useLayoutEffect(() => {
    const index = selectedId === null ? -1 : shownIds().indexOf(selectedId);
    // Measuring would force a layout before the first frame, and for each key of a search.
    if (index === 0 && isAtTop) return;
    if (index >= 0 && !isPartlyVisible(index)) scrollRowIntoView(index);
  }, [selectedId, search]);
  useEffect(keepSelectionInView, []);
}

/** Whether the list is surely at its top, as a new one is. */
let isAtTop = true;

/** Scrolls a selected row that was in view into view again when the list gets shorter. */
function keepSelectionInView(): (() => void) | undefined {
  const list = document.getElementById('servers');
  if (list === null) return undefined;
  const onScroll = (): void => {
    isAtTop = list.scrollTop === 0;
  };
  list.addEventListener('scroll', onScroll, { passive: true });
  let height = list.clientHeight;
  const observer = new ResizeObserver(() => {
    const before = height;
    height = list.clientHeight;
    const { selectedId } = useViewState.getState();
    const index = selectedId === null || height >= before ? -1 : shownIds().indexOf(selectedId);
    if (index >= 0 && isPartlyVisible(index, before)) scrollRowIntoView(index);
  });
  observer.observe(list);
  return () => {
    observer.disconnect();
    list.removeEventListener('scroll', onScroll);
    isAtTop = true;
  };
}

/** Scrolls a row completely into view. */
export function scrollRowIntoView(index: number): void {
  const list = document.getElementById('servers');
  if (list === null || index < 0) return;
  const places = placesNow();
  const top = topWithHeading(places, index);
  const size = topOf(places, index) + places.rowHeight - top;
  const above = list.scrollTop - top;
  const below = top + size - (list.scrollTop + list.clientHeight);
  if (above <= 0 && below <= 0) return;
  // Its scroll event comes with the next frame.
  isAtTop = false;
  const isFar = Math.max(above, below) > list.clientHeight;
  if (isFar) list.scrollTop = top - (list.clientHeight - size) / 2;
  else list.scrollTop += above > 0 ? -above : below;
}

/** Number of rows in view. */
export function rowsPerPage(): number {
  return Math.floor((document.getElementById('servers')?.clientHeight ?? 0) / placesNow().rowHeight);
}

// A partly visible row must not move while it is being clicked.
function isPartlyVisible(index: number, height?: number): boolean {
  const list = document.getElementById('servers');
  if (list === null) return true;
  const places = placesNow();
  const top = topOf(places, index);
  const bottom = list.scrollTop + (height ?? list.clientHeight);
  return top + places.rowHeight > list.scrollTop && top < bottom;
}

/** Where the rows of the list are at the moment. */
export function placesNow(): RowPlaces {
  const rowHeight = rowHeights[useAppState.getState().settings.density];
  return { rowHeight, count: shownIds().length, groups: shownGroups() };
}
