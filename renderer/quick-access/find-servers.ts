import { sortRows } from '../../contract/list/sort-rows.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { asksForHidden } from '../../contract/search/filters.ts';
import { bestFirst } from '../../contract/search/ranking.ts';
import type { SortOrder } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import type { SearchRows } from '../list/order.ts';

/**
 * The servers that a search finds, best first, ranked as in the list. Without a search all of them, those that were used
 * last first.
 */
export function findServers(
  rows: readonly Row[],
  search: string,
  sortOrder: SortOrder,
  find: SearchRows,
): readonly ProfileId[] {
  const findsHidden = asksForHidden(search);
  const sorted = sortRows(rows, sortOrder);
  const found =
    search.trim() === ''
      ? sorted.toSorted((one, other) => lastUse(other) - lastUse(one))
      : bestFirst(find(sorted, search));
  return found.filter(({ profile }) => findsHidden || !profile.hidden).map(({ profile }) => profile.id);
}

const lastUse = ({ lastUsedAt }: Row): number => lastUsedAt ?? 0;
