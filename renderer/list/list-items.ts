import { useEffect, useMemo, useRef, useState } from 'react';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { useAfterFirstPaint } from '../components/hooks/use-lifecycle.ts';
import { useViewState } from '../state/view-state.ts';
import { useShownIds } from './list-order.ts';

/** Rows rendered at the start, limited to those in view. Title row, list header and status bar take 114 px. */
const initialRows = Math.ceil((window.innerHeight - 114) / 56);
const minRows = 30;
const rowsPerLoad = 300;
const idleMs = 1_500;

/** An item of the list; the same object while the row exists, so that it is not rendered again. */
export interface ListItem {
  readonly id: ProfileId;
}

/** The first rows of the list, more on scrolling, and always the selected one. */
export function useListItems(): { items: readonly ListItem[]; loadMore: (() => void) | null } {
  const ids = useShownIds();
  const choice = useViewState((state) => `${state.view} ${state.search}`);
  const selected = useViewState((state) => (state.selectedId === null ? -1 : ids.indexOf(state.selectedId)));
  const [loaded, setLoaded] = useState({ choice, rows: minRows });
  const isDrawn = useAfterFirstPaint();
  const rows = isDrawn
    ? Math.max(loaded.choice === choice ? loaded.rows : minRows, selected + 20)
    : Math.max(initialRows, selected + 1);
  useEffect(() => {
    if (!isDrawn || rows >= Math.min(ids.length, rowsPerLoad)) return undefined;
    // Once the window is idle the list grows to its full length, so that scroll bar and End key are correct.
    const timer = setTimeout(() => setLoaded({ choice, rows: rowsPerLoad }), idleMs);
    return () => clearTimeout(timer);
  }, [choice, rows, ids.length, isDrawn]);
  const known = useRef(new Map<ProfileId, ListItem>());
  const items = useMemo(() => {
    const fresh = ids.slice(0, rows).map((id): ListItem => known.current.get(id) ?? { id });
    known.current = new Map(fresh.map((item) => [item.id, item]));
    return fresh;
  }, [ids, rows]);
  const loadMore =
    isDrawn && rows < ids.length ? () => setLoaded({ choice, rows: rows + rowsPerLoad }) : null;
  return { items, loadMore };
}
