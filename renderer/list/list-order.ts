import { create } from 'zustand';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import { findRows } from '../search/results.ts';
import { useAppState } from '../state/app-state.ts';
import { show, useViewState } from '../state/view-state.ts';
import type { Circumstances } from '../state/views.ts';
import { type Arrangement, arrange, selectionAfter } from './order.ts';

const useArrangement = create<{ readonly now: Arrangement | null }>(() => ({ now: null }));

/** What decides, beside a row, in which views it is, at this moment. */
export function circumstances(): Circumstances {
  return { now: Date.now(), expiringMs: expiringSpanMs(useAppState.getState().settings) };
}

/** The profiles in the list, in their order. */
export function useShownIds(): readonly ProfileId[] {
  return useArrangement((state) => state.now?.ids ?? nobody);
}

/** The profiles in the list at this moment. */
export function shownIds(): readonly ProfileId[] {
  return useArrangement.getState().now?.ids ?? nobody;
}

const nobody: readonly ProfileId[] = [];

/** How many servers the search finds outside of the view; none while nothing is searched for. */
export function useOutsideCount(): number {
  return useArrangement(outsideCount);
}

/** The same at this moment. */
export function outsideNow(): number {
  return outsideCount(useArrangement.getState());
}

function outsideCount({ now }: { readonly now: Arrangement | null }): number {
  return now === null || now.wish.search.trim() === '' ? 0 : now.outside.length;
}

/** Keeps the list in step with what is known and chosen, and the selection inside the list: on the best match as soon as another search is typed. */
export function followOrder(): () => void {
  function follow(): void {
    const { rows, settings, roster } = useAppState.getState();
    const { view, search, selectedId } = useViewState.getState();
    const before = useArrangement.getState().now;
    const wish = { view, search, sortOrder: settings.sortOrder, roster };
    const next = arrange(before, wish, rows, circumstances(), findRows);
    if (next === before) return;
    useArrangement.setState({ now: next });
    if (search.trim() !== '' && search !== before?.wish.search) {
      show({ selectedId: next.ids[0] ?? null });
      return;
    }
    if (before?.ids === next.ids) return;
    if (selectedId === null || !next.ids.includes(selectedId))
      show({ selectedId: selectionAfter(before?.ids ?? nobody, next.ids, selectedId) });
  }
  follow();
  const stops = [useAppState.subscribe(follow), useViewState.subscribe(follow)];
  return () => {
    for (const stop of stops) stop();
  };
}
