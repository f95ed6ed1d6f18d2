import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { SortOrder } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import type { Ranks } from '../search/ranking.ts';
import { type FilterContext, isInView, type View } from '../state/views.ts';

/** What a person chose to see; only when this changes may the list be sorted again. */
export interface ListQuery {
  readonly view: View;
  readonly search: string;
  readonly sortOrder: SortOrder;
  readonly listRevision: number;
}

/** The list in its order, the wish it fulfils and the rows it was made of. */
export interface ListOrder {
  readonly query: ListQuery;
  readonly rows: readonly Row[];
  readonly ids: readonly ProfileId[];
  /** The profiles that the search finds outside of the view. */
  readonly outside: readonly ProfileId[];
}

/** Ranks those of some rows that a search finds. */
export type SearchRows = (rows: readonly Row[], search: string) => Ranks;

/**
 * The rows to show, in order; while something is searched for, the best match comes first.
 *
 * As long as the wish is the same nothing moves: what stopped matching stays where it is,
 * and what began to match is added at the end.
 */
export function orderList(
  before: ListOrder | null,
  query: ListQuery,
  rows: readonly Row[],
  filterContext: FilterContext,
  find: SearchRows,
): ListOrder {
  const isShown = (row: Row): boolean => isInView(row, query.view, filterContext);
  if (before === null || !isSameQuery(before.query, query)) {
    const order = query.view === 'recent' ? 'recent' : query.sortOrder;
    const matches = searched(sortRows(rows, order), query.search, find);
    const [inside, outside] = partition(matches, isShown);
    return { query, rows, ids: inside.map(rowId), outside: outside.map(rowId) };
  }
  if (before.rows === rows) return before;
  const shown = new Set(before.ids);
  const changed = rows.filter((row, index) => before.rows[index] !== row && !shown.has(row.profile.id));
  if (changed.length === 0) return { ...before, rows };
  const [added, apart] = partition(searched(changed, query.search, find), isShown);
  const touched = new Set(changed.map(rowId));
  return {
    query,
    rows,
    ids: added.length === 0 ? before.ids : [...before.ids, ...added.map(rowId)],
    outside: [...before.outside.filter((id) => !touched.has(id)), ...apart.map(rowId)],
  };
}

/** The rows that a search finds, best first; those of one rank stay in their order, and without a search all do. */
function searched(rows: readonly Row[], search: string, find: SearchRows): readonly Row[] {
  if (search.trim() === '') return rows;
  const ranks = find(rows, search);
  const rankOf = (row: Row): number => ranks.get(row.profile.id) ?? 0;
  return rows
    .filter(({ profile }) => ranks.has(profile.id))
    .sort((one, other) => rankOf(one) - rankOf(other));
}

function partition(rows: readonly Row[], isInside: (row: Row) => boolean): [readonly Row[], readonly Row[]] {
  return [rows.filter(isInside), rows.filter((row) => !isInside(row))];
}

/** What to select when the selected profile has left the list: its neighbour if it alone is gone, else the first. */
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
    one.listRevision === other.listRevision
  );
}

const rowId = (row: Row): ProfileId => row.profile.id;

const sortedRows = new WeakMap<readonly Row[], Map<SortOrder, readonly Row[]>>();

/** The same rows in this order, favourites first; sorted once for each list of rows, so that typing stays quick. */
export function sortRows(rows: readonly Row[], order: SortOrder): readonly Row[] {
  const known = sortedRows.get(rows) ?? new Map<SortOrder, readonly Row[]>();
  sortedRows.set(rows, known);
  const result = known.get(order) ?? rows.toSorted(comparators[order]);
  known.set(order, result);
  return result;
}

/** The favourites as Ctrl+1 to Ctrl+9 number them: by name, whatever the list is sorted by, so that copying moves none. */
export function favouritesByNumber(rows: readonly Row[]): readonly Row[] {
  return sortRows(rows, 'name').filter(({ profile }) => profile.favourite);
}

const collator = new Intl.Collator(['en', 'ru', 'es'], { numeric: true, sensitivity: 'base' });

type Comparator = (one: Row, other: Row) => number;

const byFavourite: Comparator = (one, other) =>
  Number(other.profile.favourite) - Number(one.profile.favourite);

const byName: Comparator = (one, other) =>
  collator.compare(one.profile.name, other.profile.name) ||
  collator.compare(one.profile.userName, other.profile.userName) ||
  (one.profile.id < other.profile.id ? -1 : 1);

const byExpiry: Comparator = (one, other) => byNumber(expirySortKey(one), expirySortKey(other));

const byUse: Comparator = (one, other) => byNumber(-(one.lastUsedAt ?? 0), -(other.lastUsedAt ?? 0));

const byNumber = (one: number, other: number): number => (one === other ? 0 : one - other);

const comparators: { readonly [Order in SortOrder]: Comparator } = {
  name: (one, other) => byFavourite(one, other) || byName(one, other),
  expiry: (one, other) => byFavourite(one, other) || byExpiry(one, other) || byName(one, other),
  recent: (one, other) => byFavourite(one, other) || byUse(one, other) || byName(one, other),
};

function expirySortKey(row: Row): number {
  const session = stableSession(row.session);
  return hasToken(session) ? (session.expiresAt ?? Number.MAX_SAFE_INTEGER) : Number.POSITIVE_INFINITY;
}
