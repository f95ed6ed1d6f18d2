import type { Grouping } from '../../contract/layout.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, loginMethods, stableSession } from '../../contract/sessions/session.ts';
import type { SortOrder } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { asksForHidden } from '../search/filters.ts';
import type { Ranks } from '../search/ranking.ts';
import { textOrder } from '../state/text-order.ts';
import { type FilterContext, isInView, type View } from '../state/views.ts';
import { groupRows, type ListGroup } from './groups.ts';

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

/** Ranks the rows that a search finds. */
export type SearchRows = (rows: readonly Row[], search: string) => Ranks;

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

const sortedRows = new WeakMap<readonly Row[], Map<SortOrder, readonly Row[]>>();

/** The rows in this order, favorites first unless it is the manual one; cached per array of rows, so that typing stays fast. */
export function sortRows(rows: readonly Row[], order: SortOrder): readonly Row[] {
  const known = sortedRows.get(rows) ?? new Map<SortOrder, readonly Row[]>();
  sortedRows.set(rows, known);
  const result = known.get(order) ?? rows.toSorted(comparators[order](byNames()));
  known.set(order, result);
  return result;
}

/**
 * The favorites in the order of Ctrl+1 to Ctrl+9: by name, independent of the sort order, so that numbers do not
 * change. Hidden ones have no number.
 */
export function favouritesByNumber(rows: readonly Row[]): readonly Row[] {
  return sortRows(rows, 'name').filter(({ profile }) => profile.favourite && !profile.hidden);
}

type Comparator = (one: Row, other: Row) => number;

const byFavourite: Comparator = (one, other) =>
  Number(other.profile.favourite) - Number(one.profile.favourite);

function byNames(): Comparator {
  const compare = textOrder();
  return (one, other) =>
    compare(one.profile.name, other.profile.name) ||
    compare(one.profile.userName, other.profile.userName) ||
    (one.profile.id < other.profile.id ? -1 : 1);
}

const byExpiry: Comparator = (one, other) => byNumber(expirySortKey(one), expirySortKey(other));

const byUse: Comparator = (one, other) => byNumber(-(one.lastUsedAt ?? 0), -(other.lastUsedAt ?? 0));

/** The longest ago first; what was not checked, or has no session, last. */
const byLastCheck: Comparator = (one, other) => byNumber(lastCheckSortKey(one), lastCheckSortKey(other));

const byLoginMethod: Comparator = (one, other) =>
  byNumber(loginMethodSortKey(one), loginMethodSortKey(other));

const byPosition: Comparator = (one, other) =>
  byNumber(one.profile.position ?? Infinity, other.profile.position ?? Infinity);

const byNumber = (one: number, other: number): number => (one === other ? 0 : one - other);

const comparators: { readonly [Order in SortOrder]: (byName: Comparator) => Comparator } = {
  name: (byName) => (one, other) => byFavourite(one, other) || byName(one, other),
  expiry: (byName) => (one, other) => byFavourite(one, other) || byExpiry(one, other) || byName(one, other),
  lastCheck: (byName) => (one, other) =>
    byFavourite(one, other) || byLastCheck(one, other) || byName(one, other),
  loginMethod: (byName) => (one, other) =>
    byFavourite(one, other) || byLoginMethod(one, other) || byName(one, other),
  // Favorites do not come first: each stands where it was put.
  manual: (byName) => (one, other) => byPosition(one, other) || byName(one, other),
  recent: (byName) => (one, other) => byFavourite(one, other) || byUse(one, other) || byName(one, other),
};

function lastCheckSortKey(row: Row): number {
  const session = stableSession(row.session);
  return hasToken(session) ? (session.lastCheck?.at ?? Number.MAX_SAFE_INTEGER) : Number.POSITIVE_INFINITY;
}

function loginMethodSortKey(row: Row): number {
  const session = stableSession(row.session);
  return hasToken(session) ? loginMethods.indexOf(session.wayIn) : Number.POSITIVE_INFINITY;
}

function expirySortKey(row: Row): number {
  const session = stableSession(row.session);
  return hasToken(session) ? (session.expiresAt ?? Number.MAX_SAFE_INTEGER) : Number.POSITIVE_INFINITY;
}
