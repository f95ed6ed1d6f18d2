import type { FilterContext } from '../list/views.ts';
import type { ProfileId } from '../profiles/profile.ts';
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
import { type RowTexts, rowsThatMayMatch, textsOf } from './row-texts.ts';

/** The rows that a search finds with their rank; lower is better. */
export type Ranks = ReadonlyMap<ProfileId, number>;

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

/** Ranks the rows that a query finds. */
export function rankRows(rows: readonly Row[], prepared: PreparedSearch): Ranks {
  const { query, passes } = prepared;
  const typed = normalize(query.typed);
  const ranks = new Map<ProfileId, number>();
  const texts = textsOf(rows);
  const mayMatch = prepared.variants.map((wanted) => rowsForVariant(texts, wanted));
  rows.forEach((row, index) => {
    const entry = texts.entries[index] ?? searchEntry(row);
    const isNamed = typed !== '' && entry.normalizedName === typed;
    const place = isNamed
      ? rankExactName(row, query)
      : passes(row)
        ? rankByWords(row, entry, prepared, (variant) => mayMatch[variant]?.[index] !== 0)
        : null;
    if (place !== null) ranks.set(row.profile.id, place);
  });
  return ranks;
}

/** For each row 0 if it surely does not match every word of a variant. */
function rowsForVariant(texts: RowTexts, wanted: readonly WantedWord[]): Uint8Array {
  const all = new Uint8Array(texts.entries.length).fill(1);
  for (const { word, conditions } of wanted) {
    // A status or an environment is no text.
    if (conditions.length > 0) continue;
    rowsThatMayMatch(texts, word).forEach((isFound, index) => {
      if (isFound === 0) all[index] = 0;
    });
  }
  return all;
}

/** A row with exactly the typed name comes first, whatever else the words may mean. */
function rankExactName({ profile }: Row, { typed }: Query): number {
  if (profile.name.trim() === typed.trim()) return -3;
  return profile.name.trim().toLowerCase() === typed.trim().toLowerCase() ? -2 : -1;
}

function rankByWords(
  row: Row,
  entry: SearchEntry,
  { query, variants, filterContext }: PreparedSearch,
  mayMatch: (variant: number) => boolean,
): number | null {
  const { filters, typed } = query;
  const hasWords = variants.some((wanted) => wanted.length > 0);
  if (filters.length > 0 && !hasWords) return 0;
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
