import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { Row } from '../../contract/state.ts';
import type { Circumstances } from '../state/views.ts';
import {
  type Entry,
  entryOf,
  filterBy,
  isTrueOf,
  type Meaning,
  meaningsOf,
  type StateWords,
} from './filters.ts';
import {
  isLabelStart,
  type Match,
  matchIn,
  type Near,
  nothingNear,
  placeInAddress,
  type Sought,
  soughtOf,
} from './matching.ts';
import { normalise } from './normalize.ts';
import { type Query, queryOf, type Term } from './query.ts';

/** The rows that a search finds, each with its place: the lower, the better. */
export type Ranks = ReadonlyMap<ProfileId, number>;

/** What a search may look at beside the rows. */
export interface SearchContext {
  readonly circumstances: Circumstances;
  readonly words: StateWords;
  /** The words in use that somebody may have meant who typed this one. */
  readonly near: (term: Term) => Near;
}

/** The places of what was met, in the order of their weight. */
const weights = { exact: 0, beginning: 1, name: 2, tag: 3, user: 4, address: 5, state: 6, inside: 7 };

/** How it was met outweighs where: as typed, by its sound, with another keyboard layout, with a slip. */
const detours = { none: 0, sound: 1, layout: 2, slip: 3 };

/** A word of a search, and the states it may stand for. */
interface Wanted {
  readonly sought: Sought;
  readonly meanings: readonly Meaning[];
}

/** A search that is ready to look at rows. */
export interface Prepared {
  readonly query: Query;
  readonly passes: (row: Row) => boolean;
  /** The words to find, as typed and with other keyboard layouts. */
  readonly readings: readonly (readonly Wanted[])[];
  readonly circumstances: Circumstances;
}

/** Makes a search ready. */
export function prepare(search: string, context: SearchContext): Prepared {
  const query = queryOf(search);
  const { circumstances, words } = context;
  const readings = query.readings.map((terms, turn) =>
    terms.map((term): Wanted => {
      // A slip on the wrong layout would be two guesses at once.
      const near = turn === 0 ? context.near(term) : nothingNear;
      return { sought: soughtOf(term, near), meanings: meaningsOf(term.joined, words) };
    }),
  );
  return { query, passes: filterBy(query.filters, words, circumstances), readings, circumstances };
}

/** Ranks the rows that a search finds. */
export function rank(rows: readonly Row[], prepared: Prepared): Ranks {
  const { query, passes } = prepared;
  const typed = normalise(query.typed);
  const ranks = new Map<ProfileId, number>();
  for (const row of rows) {
    const entry = entryOf(row);
    const isNamed = typed !== '' && entry.spelt === typed;
    const place = isNamed
      ? placeOfNamed(row, query)
      : passes(row)
        ? placeByWords(row, entry, prepared)
        : null;
    if (place !== null) ranks.set(row.profile.id, place);
  }
  return ranks;
}

/** A row that is called what was typed comes before all others, whatever else the words may mean. */
function placeOfNamed({ profile }: Row, { typed }: Query): number {
  if (profile.name.trim() === typed.trim()) return -3;
  return profile.name.trim().toLowerCase() === typed.trim().toLowerCase() ? -2 : -1;
}

function placeByWords(row: Row, entry: Entry, { query, readings, circumstances }: Prepared): number | null {
  const { filters, typed } = query;
  const hasWords = readings.some((wanted) => wanted.length > 0);
  if (filters.length > 0 && !hasWords) return 0;
  let best: number | null = null;
  readings.forEach((wanted, turn) => {
    // As it was typed is always better than with another layout.
    if (wanted.length === 0 || (best !== null && best < detours.layout * 10_000)) return;
    const place = placeOf(row, entry, wanted, turn === 0 ? 'none' : 'layout', circumstances);
    if (place !== null && (best === null || place < best)) best = place;
  });
  // Punctuation alone makes no word, but may still be part of a name.
  const isPart = readings[0]?.length === 0 && filters.length === 0 && entry.spelt.includes(normalise(typed));
  return best ?? (isPart ? weights.inside * 1_000 : null);
}

/** The words of the first reading of a search in which a row holds all of them. */
export function wordsMet(row: Row, { readings, circumstances }: Prepared): readonly Sought[] {
  const entry = entryOf(row);
  const met = readings.find(
    (wanted) => wanted.length > 0 && placeOf(row, entry, wanted, 'none', circumstances) !== null,
  );
  return met?.map(({ sought }) => sought) ?? [];
}

/** The place of a row by how and where it holds the words; null unless it holds each of them. */
function placeOf(
  row: Row,
  entry: Entry,
  wanted: readonly Wanted[],
  reading: keyof typeof detours,
  circumstances: Circumstances,
): number | null {
  let detour: number = detours[reading];
  let weight = 0;
  let sum = 0;
  let next = 0;
  let isInOrder = true;
  let isComplete = true;
  for (const { sought, meanings } of wanted) {
    const met = bestOf(entry, sought, next) ?? (isTrueOf(row, meanings, circumstances) ? aState : null);
    if (met === null) return null;
    // Only the last word may still be begun for the name to begin with all of them.
    isInOrder &&= isComplete && met.weight === weights.name && met.match?.from === next;
    next = met.match?.to ?? 0;
    isComplete = met.match !== null && met.match.closeness !== 'start' && met.match.closeness !== 'inside';
    detour = Math.max(detour, met.detour);
    weight = Math.max(weight, met.weight);
    sum += met.weight * 10 + (isComplete ? 0 : 1);
  }
  if (isInOrder) weight = isComplete && next === entry.name.tokens.length ? weights.exact : weights.beginning;
  return detour * 10_000 + weight * 1_000 + Math.min(sum, 999);
}

interface Met {
  readonly match: Match | null;
  readonly weight: number;
  readonly detour: number;
}

const aState: Met = { match: null, weight: weights.state, detour: detours.none };

/** The best place in which a row holds a word. */
function bestOf(entry: Entry, sought: Sought, next: number): Met | null {
  let best = met(matchIn(entry.name, sought, next), weights.name);
  if (best !== null && best.detour === 0 && best.weight === weights.name) return best;
  const consider = (other: Met | null): void => {
    if (other !== null && (best === null || costOf(other) < costOf(best))) best = other;
  };
  for (const tag of entry.tags) consider(met(matchIn(tag, sought), weights.tag));
  for (const user of entry.users) consider(met(matchIn(user, sought), weights.user));
  consider(inAddress(entry.address, sought.term));
  return best;
}

const costOf = ({ detour, weight }: Met): number => detour * 100 + weight;

function met(match: Match | null, weight: number): Met | null {
  if (match === null) return null;
  const detour = match.closeness === 'near' ? detours.slip : match.isBySound ? detours.sound : detours.none;
  return { match, weight: match.closeness === 'inside' ? weights.inside : weight, detour };
}

function inAddress(address: string, { address: part }: Term): Met | null {
  const place = placeInAddress(address, part);
  if (place < 0) return null;
  return {
    match: null,
    weight: isLabelStart(address, place) ? weights.address : weights.inside,
    detour: detours.none,
  };
}
