import { hasToken, loginMethods, stableSession } from '../sessions/session.ts';
import type { SortOrder } from '../settings.ts';
import type { Row } from '../state.ts';
import { textOrder } from './text-order.ts';

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
