import { sortRows } from '../../contract/list/sort-rows.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { asksForHidden } from '../../contract/search/filters.ts';
import type { Ranks } from '../../contract/search/ranking.ts';
import type { SortOrder } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';

/**
 * The servers that a search finds, best first, ranked as in the list. Without a search all of them, those that were used
 * last first.
 */
export function findServers(
  rows: readonly Row[],
  search: string,
  sortOrder: SortOrder,
  find: (rows: readonly Row[], search: string) => Ranks,
): readonly ProfileId[] {
  const findsHidden = asksForHidden(search);
  const sorted = sortRows(rows, sortOrder).filter(({ profile }) => findsHidden || !profile.hidden);
  if (search.trim() === '')
    return sorted.toSorted((one, other) => lastUse(other) - lastUse(one)).map(({ profile }) => profile.id);
  const ranks = find(rows, search);
  const rankOf = (id: ProfileId): number => ranks.get(id) ?? 0;
  return sorted
    .map(({ profile }) => profile.id)
    .filter((id) => ranks.has(id))
    .sort((one, other) => rankOf(one) - rankOf(other));
}

const lastUse = ({ lastUsedAt }: Row): number => lastUsedAt ?? 0;
