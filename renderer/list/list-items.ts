import { useEffect, useMemo, useRef, useState } from 'react';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { useDrawn } from '../components/hooks/use-lifecycle.ts';
import { useViewState } from '../state/view-state.ts';
import { useShownIds } from './list-order.ts';

/** What is drawn at the start: no row that nobody sees yet. The title row, the list's header and the status bar take 114 px. */
const rowsInSight = Math.ceil((window.innerHeight - 114) / 56);
const firstRows = 30;
const moreRows = 300;
const restMs = 1_500;

/** One entry of the list; the same object as long as the entry stays, so that it is not made anew. */
export interface Item {
  readonly id: ProfileId;
}

/** The first rows of the list, more as a person scrolls, and always the selected one. */
export function useItems(): { items: readonly Item[]; loadMore: (() => void) | null } {
  const ids = useShownIds();
  const choice = useViewState((state) => `${state.view} ${state.search}`);
  const selected = useViewState((state) => (state.selectedId === null ? -1 : ids.indexOf(state.selectedId)));
  const [loaded, setLoaded] = useState({ choice, rows: firstRows });
  const isDrawn = useDrawn();
  const rows = isDrawn
    ? Math.max(loaded.choice === choice ? loaded.rows : firstRows, selected + 20)
    : Math.max(rowsInSight, selected + 1);
  useEffect(() => {
    if (!isDrawn || rows >= Math.min(ids.length, moreRows)) return undefined;
    // Once a person rests, the list grows by itself, so that its scroll bar and its End key tell the truth.
    const timer = setTimeout(() => setLoaded({ choice, rows: moreRows }), restMs);
    return () => clearTimeout(timer);
  }, [choice, rows, ids.length, isDrawn]);
  const known = useRef(new Map<ProfileId, Item>());
  const items = useMemo(() => {
    const fresh = ids.slice(0, rows).map((id): Item => known.current.get(id) ?? { id });
    known.current = new Map(fresh.map((item) => [item.id, item]));
    return fresh;
  }, [ids, rows]);
  const loadMore = isDrawn && rows < ids.length ? () => setLoaded({ choice, rows: rows + moreRows }) : null;
  return { items, loadMore };
}
