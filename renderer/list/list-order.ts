import { create } from 'zustand';
import type { FilterContext } from '../../contract/list/views.ts';
import type { ListGroup } from '../../contract/list-outline.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import { findRows } from '../search/results.ts';
import { useAppState } from '../state/app-state.ts';
import { setViewState, useViewState } from '../state/view-state.ts';
import { type ListOrder, nextSelection, orderList } from './order.ts';
import { withShown } from './ticking.ts';

const useListOrder = create<{ readonly now: ListOrder | null }>(() => ({ now: null }));

/** What the views depend on besides the rows. */
function filterContext(): FilterContext {
  return { now: Date.now(), expiringMs: expiringSpanMs(useAppState.getState().settings) };
}

/** The profiles in the list, in order. */
export function useShownIds(): readonly ProfileId[] {
  return useListOrder((state) => state.now?.ids ?? noIds);
}

/** The profiles in the list at the moment. */
export function shownIds(): readonly ProfileId[] {
  return useListOrder.getState().now?.ids ?? noIds;
}

const noIds: readonly ProfileId[] = [];

/** The groups of the list; none if it is not grouped. */
export function useShownGroups(): readonly ListGroup[] {
  const outline = useAppState((state) => state.outline);
  const groups = useListOrder((state) => state.now?.groups ?? noGroups);
  return outline?.groups ?? groups;
}

/** The number of profiles in the list, of which the first picture of a long list has only the first ones. */
export function useShownCount(): number {
  const outline = useAppState((state) => state.outline);
  const { length } = useShownIds();
  return outline?.count ?? length;
}

/** The groups at the moment. */
export function shownGroups(): readonly ListGroup[] {
  return useListOrder.getState().now?.groups ?? noGroups;
}

const noGroups: readonly ListGroup[] = [];

/** How many servers the search finds outside the view; 0 without a search. */
export function useOutsideMatchCount(): number {
  return useListOrder(countOutside);
}

/** The same at the moment. */
export function outsideMatchCount(): number {
  return countOutside(useListOrder.getState());
}

function countOutside({ now }: { readonly now: ListOrder | null }): number {
  return now === null || now.query.search.trim() === '' ? 0 : now.outside.length;
}

function dropHiddenTicks(shown: readonly ProfileId[]): void {
  const { ticks } = useViewState.getState();
  const left = withShown(ticks, shown);
  if (left !== ticks) setViewState({ ticks: left });
}

/** Updates the list; `kept`: the order in which rows stay, or null to sort all of them. */
function update(kept: ListOrder | null): void {
  const { rows, settings, layout, listRevision } = useAppState.getState();
  const { view, search, selectedId } = useViewState.getState();
  const before = useListOrder.getState().now;
  const query = { view, search, sortOrder: settings.sortOrder, groupBy: layout.groupBy, listRevision };
  const next = orderList(kept, query, rows, filterContext(), findRows);
  if (next === before) return;
  useListOrder.setState({ now: next });
  if (before?.ids !== next.ids) dropHiddenTicks(next.ids);
  if (search.trim() !== '' && search !== before?.query.search) {
    setViewState({ selectedId: next.ids[0] ?? null });
    return;
  }
  if (before?.ids === next.ids) return;
  if (selectedId === null || !next.ids.includes(selectedId))
    setViewState({ selectedId: nextSelection(before?.ids ?? noIds, next.ids, selectedId) });
}

/** Sorts the list by what its rows show by now. */
export function sortAgain(): void {
  update(null);
}

/**
 * Updates the list on every change of state or query, and keeps the selection inside it: on the best match after a new
 * search.
 */
export function keepListOrdered(): () => void {
  const follow = (): void => update(useListOrder.getState().now);
  follow();
  const stops = [useAppState.subscribe(follow), useViewState.subscribe(follow)];
  return () => {
    for (const stop of stops) stop();
  };
}
