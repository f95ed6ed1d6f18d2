import { useEffect } from 'react';
import { useViewState } from '../state/view-state.ts';
import type { Item } from './list-items.ts';

const patience = 60;

/** Scrolls to the selected row when something else than a click or a key in the list selected it. */
export function useSelectionInSight(items: readonly Item[], rowSize: number): void {
  const selectedId = useViewState((state) => state.selectedId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new selection may move the list.
  useEffect(() => {
    const index = items.findIndex((item) => item.id === selectedId);
    if (index < 0) return undefined;
    let frame = 0;
    const bring = (framesLeft: number): void => {
      // The list learns of new rows a little later, and cannot scroll to them before.
      const done = scrollTo(index * rowSize, rowSize);
      if (!done && framesLeft > 0) frame = requestAnimationFrame(() => bring(framesLeft - 1));
    };
    bring(patience);
    return () => cancelAnimationFrame(frame);
  }, [selectedId]);
}

/** Brings a row into sight unless some of it is there already; false if the list is still too short for that. */
function scrollTo(top: number, rowSize: number): boolean {
  const list = document.getElementById('servers');
  if (list === null) return true;
  if (top + rowSize > list.scrollTop && top < list.scrollTop + list.clientHeight) return true;
  if (top + rowSize > list.scrollHeight) return false;
  list.scrollTop = top - (list.clientHeight - rowSize) / 2;
  return true;
}
