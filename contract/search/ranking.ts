import type { FilterContext } from '../list/views.ts';
import type { Row } from '../state.ts';
import {
  type Condition,
  conditionsFor,
  createFilter,
  meetsAny,
  type SearchEntry,
  type StatusNames,
  searchEntry,
} from './filters.ts';
import {
  isLabelStart,
  type Match,
  matchSharedText,
  matchText,
  noSimilarWords,
  positionInAddress,
  type SearchWord,
  type SimilarWords,
  toSearchWord,
} from './matching.ts';
import { normalize } from './normalize.ts';
import { parseQuery, type Query, type Term } from './query.ts';
import { rowsThatMayMatch, textsOf } from './row-texts.ts';

/** A row that a search finds. */
export interface FoundRow {
  readonly row: Row;
  /** Lower is better. */
  readonly rank: number;
}

/** What a search uses besides the rows. */
export interface SearchContext {
  readonly filterContext: FilterContext;
  readonly statusNames: StatusNames;
  /** Returns the known words that a mistyped word may stand for. */
  readonly findSimilar: (term: Term) => SimilarWords;
}

/** The rank by place of the match. */
const weights = {
  exact: 0,
  beginning: 1,
  name: 2,
  tag: 3,
  notes: 3,
  user: 4,
  address: 5,
  state: 6,
  inside: 7,
};

/** The kind of match outweighs the place: as typed, phonetic, other keyboard layout, typo. */
const penalties = { none: 0, sound: 1, layout: 2, slip: 3 };

/** A word of a query, and the properties it may stand for. */
interface WantedWord {
  readonly word: SearchWord;
  readonly conditions: readonly Condition[];
}

/** A query prepared for ranking. */
export interface PreparedSearch {
  readonly query: Query;
  readonly passes: (row: Row) => boolean;
  /** The words as typed and with other keyboard layouts. */
  readonly variants: readonly (readonly WantedWord[])[];
  readonly filterContext: FilterContext;
}

/** Prepares a query. */
export function prepareSearch(search: string, context: SearchContext): PreparedSearch {
  const query = parseQuery(search);
  const { filterContext, statusNames } = context;
  const variants = query.variants.map((terms, turn) =>
    terms.map((term): WantedWord => {
      // No typos on another layout, which would be two guesses at once.
      const similar = turn === 0 ? context.findSimilar(term) : noSimilarWords;
      return { word: toSearchWord(term, similar), conditions: conditionsFor(term.joined, statusNames) };
    }),
  );
  return { query, passes: createFilter(query.filters, statusNames, filterContext), variants, filterContext };
}

/** The rows that a query finds with their ranks, in the order of the rows. Looks only at rows that may match. */
export function rankRows(rows: readonly Row[], prepared: PreparedSearch): readonly FoundRow[] {
  const { query, passes } = prepared;
  const texts = textsOf(rows);
  const named = new Set(texts.byName.get(normalize(query.typed)));
  const mayMatch = prepared.variants.map((wanted) => {
    // A status or an environment is no text.
    const words = wanted.filter(({ conditions }) => conditions.length === 0).map(({ word }) => word);
    return rowsThatMayMatch(texts, words);
  });
  const found: FoundRow[] = [];
  for (const index of candidates(rows.length, mayMatch, named)) {
    const row = rows[index];
    if (row === undefined) continue;
    const rank = named.has(index)
      ? rankExactName(row, query)
      : passes(row)
        ? rankByWords(row, prepared, (variant) => mayMatch[variant]?.[index] !== 0)
        : null;
    if (rank !== null) found.push({ row, rank });
  }
  return found;
}

/** The indexes of the rows to look at. */
function candidates(
  count: number,
  mayMatch: readonly Uint8Array[],
  named: ReadonlySet<number>,
): readonly number[] {
  const indexes: number[] = [];
  for (let index = 0; index < count; index += 1)
    if (mayMatch.some((rows) => rows[index] !== 0) || named.has(index)) indexes.push(index);
  return indexes;
}

/** The rows of a search, best first; equal ranks keep their order. */
export function bestFirst(found: readonly FoundRow[]): readonly Row[] {
  const byRank = new Map<number, Row[]>();
  for (const { row, rank } of found) {
    const equal = byRank.get(rank);
    if (equal === undefined) byRank.set(rank, [row]);
    else equal.push(row);
  }
  return [...byRank].sort(([one], [other]) => one - other).flatMap(([, rows]) => rows);
}

/** A row with exactly the typed name comes first, whatever else the words may mean. */
function rankExactName({ profile }: Row, { typed }: Query): number {
  if (profile.name.trim() === typed.trim()) return -3;
  return profile.name.trim().toLowerCase() === typed.trim().toLowerCase() ? -2 : -1;
}

function rankByWords(
  row: Row,
  { query, variants, filterContext }: PreparedSearch,
  mayMatch: (variant: number) => boolean,
): number | null {
  const { filters, typed } = query;
  const hasWords = variants.some((wanted) => wanted.length > 0);
  if (filters.length > 0 && !hasWords) return 0;
  const entry = searchEntry(row);
  let best: number | null = null;
  variants.forEach((wanted, turn) => {
    // A match as typed is always better than one with another layout.
    if (wanted.length === 0 || !mayMatch(turn) || (best !== null && best < penalties.layout * 10_000)) return;
    const place = rankVariant(row, entry, wanted, turn === 0 ? 'none' : 'layout', filterContext);
    if (place !== null && (best === null || place < best)) best = place;
  });
  // Punctuation alone forms no word, but can be part of a name.
  const isPart =
    variants[0]?.length === 0 && filters.length === 0 && entry.normalizedName.includes(normalize(typed));
  return best ?? (isPart ? weights.inside * 1_000 : null);
}

/** The words of the first variant that the row matches completely. */
export function matchedWords(row: Row, { variants, filterContext }: PreparedSearch): readonly SearchWord[] {
  const entry = searchEntry(row);
  const met = variants.find(
    (wanted) => wanted.length > 0 && rankVariant(row, entry, wanted, 'none', filterContext) !== null,
  );
  return met?.map(({ word }) => word) ?? [];
}

/** The rank of a row for one variant; null unless every word matches. */
function rankVariant(
  row: Row,
  entry: SearchEntry,
  wanted: readonly WantedWord[],
  reading: keyof typeof penalties,
  filterContext: FilterContext,
): number | null {
  let detour: number = penalties[reading];
  let weight = 0;
  let sum = 0;
  let next = 0;
  let isInOrder = true;
  let isComplete = true;
  for (const { word, conditions } of wanted) {
    const met =
      bestMatch(entry, word, next) ?? (meetsAny(row, conditions, filterContext) ? statusMatch : null);
    if (met === null) return null;
    // For a match with the start of the name, only the last word may be incomplete.
    isInOrder &&= isComplete && met.weight === weights.name && met.match?.from === next;
    next = met.match?.to ?? 0;
    isComplete = met.match !== null && met.match.kind !== 'start' && met.match.kind !== 'inside';
    detour = Math.max(detour, met.penalty);
    weight = Math.max(weight, met.weight);
    sum += met.weight * 10 + (isComplete ? 0 : 1);
  }
  if (isInOrder) weight = isComplete && next === entry.name.tokens.length ? weights.exact : weights.beginning;
  return detour * 10_000 + weight * 1_000 + Math.min(sum, 999);
}

interface WordMatch {
  readonly match: Match | null;
  readonly weight: number;
  readonly penalty: number;
}

const statusMatch: WordMatch = { match: null, weight: weights.state, penalty: penalties.none };

/** The best match of a word in a row. */
function bestMatch(entry: SearchEntry, word: SearchWord, next: number): WordMatch | null {
  let best = toWordMatch(matchText(entry.name, word, next), weights.name);
  if (best !== null && best.penalty === 0 && best.weight === weights.name) return best;
  const consider = (other: WordMatch | null): void => {
    if (other !== null && (best === null || matchCost(other) < matchCost(best))) best = other;
  };
  for (const tag of entry.tags) consider(toWordMatch(matchSharedText(tag, word), weights.tag));
  for (const user of entry.users) consider(toWordMatch(matchSharedText(user, word), weights.user));
  const notes = entry.notes();
  if (notes !== null) consider(toWordMatch(matchText(notes, word), weights.notes));
  consider(matchAddress(entry.address, word.term));
  return best;
}

const matchCost = ({ penalty, weight }: WordMatch): number => penalty * 100 + weight;

function toWordMatch(match: Match | null, weight: number): WordMatch | null {
  if (match === null) return null;
  const penalty = match.kind === 'near' ? penalties.slip : match.isBySound ? penalties.sound : penalties.none;
  return { match, weight: match.kind === 'inside' ? weights.inside : weight, penalty };
}

function matchAddress(address: string, { address: part }: Term): WordMatch | null {
  const place = positionInAddress(address, part);
  if (place < 0) return null;
  return {
    match: null,
    weight: isLabelStart(address, place) ? weights.address : weights.inside,
    penalty: penalties.none,
  };
}
