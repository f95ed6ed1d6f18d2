import type { Row } from '../../contract/state.ts';
import { en } from '../../contract/wording/en.ts';
import { ru } from '../../contract/wording/ru.ts';
import type { StateWords } from '../../renderer/search/filters.ts';
import { prepare, type Ranks, rank, type SearchContext } from '../../renderer/search/ranking.ts';
import { WordIndex } from '../../renderer/search/word-index.ts';

const standingWords = ({ standings }: Pick<typeof en, 'standings'>) =>
  Object.fromEntries(
    Object.entries(standings).map(([name, { word }]) => [name, word]),
  ) as StateWords['standings'][number];

/** The names of states and environments as a Russian window knows them. */
export const englishAndRussian: StateWords = {
  standings: [standingWords(en), standingWords(ru as unknown as typeof en)],
  environments: [en.window.environment, ru.window.environment],
};

/** What the window gives a search in these rows at this time. */
export function contextOf(rows: readonly Row[], now: number): SearchContext {
  const index = new WordIndex();
  index.follow(rows);
  return {
    circumstances: { now, expiringMs: 14 * 86_400_000 },
    words: englishAndRussian,
    near: (term) => index.near(term),
  };
}

/** Ranks rows in a window of its own. */
export const findIn =
  (now: number) =>
  (rows: readonly Row[], search: string): Ranks =>
    rank(rows, prepare(search, contextOf(rows, now)));

/** The names of the rows that a search finds, best first. */
export function namesFound(rows: readonly Row[], search: string, now: number): readonly string[] {
  const ranks = findIn(now)(rows, search);
  return rows
    .filter(({ profile }) => ranks.has(profile.id))
    .sort((one, other) => (ranks.get(one.profile.id) ?? 0) - (ranks.get(other.profile.id) ?? 0))
    .map(({ profile }) => profile.name);
}
