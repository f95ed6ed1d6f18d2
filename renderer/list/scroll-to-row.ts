import { useEffect } from 'react';
import { useAppState } from '../state/app-state.ts';
import { useViewState } from '../state/view-state.ts';
import type { ListItem } from './list-items.ts';

/** Row heights in pixels. */
export const rowHeights = { comfortable: 56, compact: 36 } as const;

const maxFrames = 60;

/**
 * Scrolls to the selected row if it was selected by something other than a click or key in the list, or if a search
 * moved it.
 */
export function useScrollToSelection(items: readonly ListItem[]): void {
  const selectedId = useViewState((state) => state.selectedId);
  const search = useViewState((state) => state.search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection or search may move the list.
  useEffect(() => {
    const index = items.findIndex((item) => item.id === selectedId);
    if (index < 0 || isPartlyVisible(index)) return undefined;
    let frame = 0;
    const bring = (framesLeft: number): void => {
      // The list learns of new rows a little later and cannot scroll to them before.
      if (!scrollRowIntoView(index) && framesLeft > 0)
        frame = requestAnimationFrame(() => bring(framesLeft - 1));
    };
    bring(maxFrames);
    return () => cancelAnimationFrame(frame);
  }, [selectedId, search]);
}

/** Scrolls a row completely into view; false if the list is still too short. */
export function scrollRowIntoView(index: number): boolean {
  const list = document.getElementById('servers');
  if (list === null || index < 0) return true;
  const size = rowHeight();
  const top = index * size;
  const above = list.scrollTop - top;
  const below = top + size - (list.scrollTop + list.clientHeight);
  if (above <= 0 && below <= 0) return true;
  if (top + size > list.scrollHeight) return false;
  const isFar = Math.max(above, below) > list.clientHeight;
  if (isFar) list.scrollTop = top - (list.clientHeight - size) / 2;
  else list.scrollTop += above > 0 ? -above : below;
  // Renders the rows at once, without waiting for the browser's scroll event.
  list.dispatchEvent(new Event('scroll'));
  return true;
}

/** Number of rows in view. */
export function rowsPerPage(): number {
  return Math.floor((document.getElementById('servers')?.clientHeight ?? 0) / rowHeight());
}

// A partly visible row must not move while it is being clicked.
function isPartlyVisible(index: number): boolean {
  const list = document.getElementById('servers');
  const top = index * rowHeight();
  return list === null || (top + rowHeight() > list.scrollTop && top < list.scrollTop + list.clientHeight);
}

function rowHeight(): number {
  return rowHeights[useAppState.getState().settings.density];
}
