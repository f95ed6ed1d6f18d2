import type { StatusNames } from '../../contract/search/filters.ts';
import { prepareSearch, type Ranks, rankRows, type SearchContext } from '../../contract/search/ranking.ts';
import type { Row } from '../../contract/state.ts';
import { WordIndex } from '../../renderer/search/word-index.ts';
import { en, ru } from './texts.ts';

const statusWords = ({ servers }: typeof en) =>
  Object.fromEntries(
    Object.entries(servers.status).map(([name, { word }]) => [name, word]),
  ) as StatusNames['statuses'][number];

/** The names of statuses and environments in a Russian window. */
const englishAndRussian: StatusNames = {
  statuses: [statusWords(en), statusWords(ru)],
  environments: [en.window.environment, ru.window.environment],
};

/** The context of a search in these rows at this time. */
export function contextOf(rows: readonly Row[], now: number): SearchContext {
  const index = new WordIndex();
  index.follow(rows);
  return {
    filterContext: { now, expiringMs: 14 * 86_400_000 },
    statusNames: englishAndRussian,
    findSimilar: (term) => index.similar(term),
  };
}

/** Ranks rows with a new word index. */
export const findIn =
  (now: number) =>
  (rows: readonly Row[], search: string): Ranks =>
    rankRows(rows, prepareSearch(search, contextOf(rows, now)));

/** The names of the rows that a search finds, best first. */
export function namesFound(rows: readonly Row[], search: string, now: number): readonly string[] {
  const ranks = findIn(now)(rows, search);
  return rows
    .filter(({ profile }) => ranks.has(profile.id))
    .sort((one, other) => (ranks.get(one.profile.id) ?? 0) - (ranks.get(other.profile.id) ?? 0))
    .map(({ profile }) => profile.name);
}
