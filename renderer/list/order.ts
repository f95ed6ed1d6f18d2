import type { Grouping } from '../../contract/layout.ts';
import { groupRows } from '../../contract/list/groups.ts';
import { sortRows } from '../../contract/list/sort-rows.ts';
import { type FilterContext, isInView } from '../../contract/list/views.ts';
import type { ListGroup, View } from '../../contract/list-outline.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { asksForHidden } from '../../contract/search/filters.ts';
import { bestFirst, type FoundRow } from '../../contract/search/ranking.ts';
import type { SortOrder } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';

/** What the person chose to see; the list is sorted again only when this changes, or when it is asked for. */
export interface ListQuery {
  readonly view: View;
  readonly search: string;
  readonly sortOrder: SortOrder;
  readonly groupBy: Grouping;
  readonly listRevision: number;
}

/** The ordered list with the query and the rows it was made from. */
export interface ListOrder {
  readonly query: ListQuery;
  readonly rows: readonly Row[];
  readonly ids: readonly ProfileId[];
  readonly groups: readonly ListGroup[];
  /** The profiles that the search finds outside the view. */
  readonly outside: readonly ProfileId[];
}

/** The rows that a search finds, in their order, with their ranks. */
export type SearchRows = (rows: readonly Row[], search: string) => readonly FoundRow[];

/**
 * The rows to show, in order; in a search the best match comes first.
 *
 * While the query is unchanged nothing moves: rows that stop matching stay, and rows that start to match are appended.
 */
export function orderList(
  before: ListOrder | null,
  query: ListQuery,
  rows: readonly Row[],
  filterContext: FilterContext,
  find: SearchRows,
): ListOrder {
  const findsHidden = asksForHidden(query.search);
  const isShown = (row: Row): boolean =>
    isInView(row, query.view, filterContext) || (findsHidden && query.view === 'all');
  const divide = (matches: readonly Row[]) => {
    const [inside, others] = partition(matches, isShown);
    return [inside, findsHidden ? others : others.filter(({ profile }) => !profile.hidden)] as const;
  };
  if (before === null || !isSameQuery(before.query, query)) {
    const order = query.view === 'recent' ? 'recent' : query.sortOrder;
    const matches = searched(sortRows(rows, order), query.search, find);
    const [inside, outside] = divide(matches);
    // The best match comes first, whatever its group.
    const { rows: shown, groups } = groupRows(inside, query.search.trim() === '' ? query.groupBy : 'none');
    return { query, rows, ids: shown.map(rowId), groups, outside: outside.map(rowId) };
  }
  if (before.rows === rows) return before;
  const shown = new Set(before.ids);
  const changed = rows.filter((row, index) => before.rows[index] !== row && !shown.has(row.profile.id));
  if (changed.length === 0) return { ...before, rows };
  const [added, apart] = divide(searched(changed, query.search, find));
  // A new row comes into its group, and not to the end.
  if (added.length > 0 && before.groups.length > 0) return orderList(null, query, rows, filterContext, find);
  const touched = new Set(changed.map(rowId));
  return {
    query,
    rows,
    groups: before.groups,
    ids: added.length === 0 ? before.ids : [...before.ids, ...added.map(rowId)],
    outside: [...before.outside.filter((id) => !touched.has(id)), ...apart.map(rowId)],
  };
}

/** The rows that a search finds, best first; equal ranks keep their order. Without a search, all rows. */
function searched(rows: readonly Row[], search: string, find: SearchRows): readonly Row[] {
  return search.trim() === '' ? rows : bestFirst(find(rows, search));
}

function partition(rows: readonly Row[], isInside: (row: Row) => boolean): [readonly Row[], readonly Row[]] {
  return [rows.filter(isInside), rows.filter((row) => !isInside(row))];
}

/** The selection after the selected profile left the list: its neighbour if only that one is gone, else the first. */
export function nextSelection(
  before: readonly ProfileId[],
  after: readonly ProfileId[],
  selectedId: ProfileId | null,
): ProfileId | null {
  const place = selectedId === null ? -1 : before.indexOf(selectedId);
  const wasRemoved = place >= 0 && after.length === before.length - 1;
  return after[wasRemoved ? Math.min(place, after.length - 1) : 0] ?? null;
}

function isSameQuery(one: ListQuery, other: ListQuery): boolean {
  return (
    one.view === other.view &&
    one.search === other.search &&
    one.sortOrder === other.sortOrder &&
    one.groupBy === other.groupBy &&
    one.listRevision === other.listRevision
  );
}

const rowId = (row: Row): ProfileId => row.profile.id;
