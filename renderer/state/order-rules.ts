import type { ProfileId } from '../../contract/profile.ts';
import { isHeld, settled } from '../../contract/session.ts';
import type { SortOrder } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { isFound, readingsOf } from './search-rules.ts';
import { belongsTo, type Circumstances, type View } from './view-rules.ts';

/** What a person chose to see; only when this changes may the list be sorted again. */
export interface Wish {
  readonly view: View;
  readonly search: string;
  readonly sortOrder: SortOrder;
  readonly roster: number;
}

/** The list in its order, the wish it fulfils and the rows it was made of. */
export interface Arrangement {
  readonly wish: Wish;
  readonly rows: readonly Row[];
  readonly ids: readonly ProfileId[];
}

/**
 * The rows to show, in order.
 *
 * As long as the wish is the same nothing moves: what stopped matching stays where it is,
 * and what began to match is added at the end.
 */
export function arrange(
  before: Arrangement | null,
  wish: Wish,
  rows: readonly Row[],
  circumstances: Circumstances,
): Arrangement {
  const isWanted = wanted(wish, circumstances);
  if (before === null || !sameWish(before.wish, wish)) {
    const order = wish.view === 'recent' ? 'recent' : wish.sortOrder;
    return { wish, rows, ids: sorted(rows, order).filter(isWanted).map(idOf) };
  }
  if (before.rows === rows) return before;
  const shown = new Set(before.ids);
  const changed = rows.filter((row, index) => before.rows[index] !== row && !shown.has(row.profile.id));
  const added = changed.filter(isWanted).map(idOf);
  return { wish, rows, ids: added.length === 0 ? before.ids : [...before.ids, ...added] };
}

/** What to select when the selected profile has left the list: its neighbour if it alone is gone, else the first. */
export function selectionAfter(
  before: readonly ProfileId[],
  after: readonly ProfileId[],
  selectedId: ProfileId | null,
): ProfileId | null {
  const place = selectedId === null ? -1 : before.indexOf(selectedId);
  const wasRemoved = place >= 0 && after.length === before.length - 1;
  return after[wasRemoved ? Math.min(place, after.length - 1) : 0] ?? null;
}

function wanted(wish: Wish, circumstances: Circumstances): (row: Row) => boolean {
  const readings = readingsOf(wish.search);
  return (row) => belongsTo(row, wish.view, circumstances) && isFound(row, readings);
}

function sameWish(one: Wish, other: Wish): boolean {
  return (
    one.view === other.view &&
    one.search === other.search &&
    one.sortOrder === other.sortOrder &&
    one.roster === other.roster
  );
}

const idOf = (row: Row): ProfileId => row.profile.id;

const sortedRows = new WeakMap<readonly Row[], Map<SortOrder, readonly Row[]>>();

/** The same rows in this order, favourites first; sorted once for each list of rows, so that typing stays quick. */
export function sorted(rows: readonly Row[], order: SortOrder): readonly Row[] {
  const known = sortedRows.get(rows) ?? new Map<SortOrder, readonly Row[]>();
  sortedRows.set(rows, known);
  const result = known.get(order) ?? rows.toSorted(comparators[order]);
  known.set(order, result);
  return result;
}

/** The favourites as Ctrl+1 to Ctrl+9 number them: by name, whatever the list is sorted by, so that copying moves none. */
export function numberedFavourites(rows: readonly Row[]): readonly Row[] {
  return sorted(rows, 'name').filter(({ profile }) => profile.favourite);
}

const collator = new Intl.Collator(['en', 'ru', 'es'], { numeric: true, sensitivity: 'base' });

type Comparator = (one: Row, other: Row) => number;

const byFavourite: Comparator = (one, other) =>
  Number(other.profile.favourite) - Number(one.profile.favourite);

const byName: Comparator = (one, other) =>
  collator.compare(one.profile.name, other.profile.name) ||
  collator.compare(one.profile.userName, other.profile.userName) ||
  (one.profile.id < other.profile.id ? -1 : 1);

const byExpiry: Comparator = (one, other) => byNumber(expiryOf(one), expiryOf(other));

const byUse: Comparator = (one, other) => byNumber(-(one.lastUsedAt ?? 0), -(other.lastUsedAt ?? 0));

const byNumber = (one: number, other: number): number => (one === other ? 0 : one - other);

const comparators: { readonly [Order in SortOrder]: Comparator } = {
  name: (one, other) => byFavourite(one, other) || byName(one, other),
  expiry: (one, other) => byFavourite(one, other) || byExpiry(one, other) || byName(one, other),
  recent: (one, other) => byFavourite(one, other) || byUse(one, other) || byName(one, other),
};

function expiryOf(row: Row): number {
  const session = settled(row.session);
  return isHeld(session) ? (session.expiresAt ?? Number.MAX_SAFE_INTEGER) : Number.POSITIVE_INFINITY;
}
