import { addressText, type Profile, shortAddress } from '../../../contract/profiles/profile.ts';
import { noSimilarWords } from '../../../contract/search/matching.ts';
import { bestFirst, prepareSearch, rankRows, type SearchContext } from '../../../contract/search/ranking.ts';
import type { Row } from '../../../contract/state.ts';

/** The servers that a name on a command line may mean; one of them if it is clear. */
export type FoundServers =
  | { readonly kind: 'one'; readonly row: Row }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly rows: readonly Row[] };

/** When and for whom a name is looked up. */
export type FilterContext = SearchContext['filterContext'];

/**
 * Finds servers by name, address, `user@name` or ID; else as the search of the window does, with its filters. A whole name
 * wins over words. Never by typing errors: a script must not get another server for one.
 */
export function findServers(rows: readonly Row[], asked: string, filterContext: FilterContext): FoundServers {
  if (asked.trim() === '') return { kind: 'none' };
  const exact = namedExactly(rows, asked);
  if (exact.length > 0) return found(exact);
  const statusNames = { statuses: [], environments: [] };
  const search = prepareSearch(asked, { filterContext, statusNames, findSimilar: () => noSimilarWords });
  return found(bestFirst(rankRows(rows, search)));
}

/** The servers with this name, address, `user@name` or ID. */
function namedExactly(rows: readonly Row[], asked: string): readonly Row[] {
  const wanted = fold(asked);
  return rows.filter((row) => exactNames(row).includes(wanted));
}

/** The shortest name by which a server is found, and no other. */
export function shortName(rows: readonly Row[], { id, name, userName }: Profile): string {
  const isOnly = (text: string) => namedExactly(rows, text).every(({ profile }) => profile.id === id);
  return [name, `${userName}@${name}`].find(isOnly) ?? id;
}

function found(rows: readonly Row[]): FoundServers {
  const [row] = rows;
  if (row === undefined) return { kind: 'none' };
  return rows.length === 1 ? { kind: 'one', row } : { kind: 'several', rows };
}

function exactNames({ profile }: Row): readonly string[] {
  const { id, name, userName, address } = profile;
  return [
    id,
    name,
    `${userName}@${name}`,
    addressText(address),
    shortAddress(address),
    `${userName}@${shortAddress(address)}`,
  ].map(fold);
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim();
}
