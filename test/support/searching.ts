import type { StatusNames } from '../../contract/search/filters.ts';
import {
  bestFirst,
  type FoundRow,
  prepareSearch,
  rankRows,
  type SearchContext,
} from '../../contract/search/ranking.ts';
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

/** Finds rows with a new word index. */
export const findIn =
  (now: number) =>
  (rows: readonly Row[], search: string): readonly FoundRow[] =>
    rankRows(rows, prepareSearch(search, contextOf(rows, now)));

/** The names of the rows that a search finds, best first. */
export function namesFound(rows: readonly Row[], search: string, now: number): readonly string[] {
  return bestFirst(findIn(now)(rows, search)).map(({ profile }) => profile.name);
}
