import { type SearchText, type Token, tokenEnd } from './normalize.ts';
import type { Term } from './query.ts';

/** The precision of a match: a whole word, its start, its middle, or a similar word. */
export type MatchKind = 'whole' | 'start' | 'inside' | 'near';

/** A match and its position. */
export interface Match {
  readonly kind: MatchKind;
  /** Whether it matched phonetically, in the other alphabet. */
  readonly isBySound: boolean;
  /** The first token and the token after the last one. */
  readonly from: number;
  readonly to: number;
  /** The position in the original text. */
  readonly start: number;
  readonly end: number;
}

/** Known words that a mistyped word may stand for. */
export interface SimilarWords {
  readonly texts: ReadonlySet<string>;
  readonly sounds: ReadonlySet<string>;
}

/** No similar words. */
export const noSimilarWords: SimilarWords = { texts: new Set(), sounds: new Set() };

/** A word to search for, with caches of results per text word and per text. */
export interface SearchWord {
  readonly term: Term;
  readonly similar: SimilarWords;
  readonly tokenMatches: Map<string, TokenMatch | null>;
  readonly sharedMatches: Map<SearchText, Match | null>;
}

/** The match of a word with one token. */
interface TokenMatch {
  readonly kind: MatchKind;
  readonly isBySound: boolean;
  readonly place: number;
  readonly length: number;
}

/** Prepares a word for searching. */
export function toSearchWord(term: Term, similar: SimilarWords): SearchWord {
  return { term, similar, tokenMatches: new Map(), sharedMatches: new Map() };
}

/** A shorter part counts only at the beginning of a word, a label or a number. */
export const minInsideLength = 3;
const ranks: { readonly [Name in MatchKind]: number } = { whole: 0, start: 1, inside: 2, near: 3 };

/** The best match of a word in a text, or null; among equal ones the one at the expected token. */
export function matchText(field: SearchText, word: SearchWord, expected = 0): Match | null {
  const { tokens } = field;
  const { term } = word;
  if (term.parts.length > 1) return matchParts(field, term, expected) ?? matchAcrossTokens(field, term);
  let best: TokenMatch | null = null;
  let at = 0;
  for (let turn = 0; turn < tokens.length; turn += 1) {
    const index = (turn + expected) % tokens.length;
    const verdict = matchToken(tokens[index], word);
    if (verdict === null || (best !== null && ranks[verdict.kind] >= ranks[best.kind])) continue;
    best = verdict;
    at = index;
    if (best.kind === 'whole') break;
  }
  if (best === null || ranks[best.kind] > ranks.start) {
    const across = matchAcrossTokens(field, term);
    if (across !== null) return across;
  }
  const token = tokens[at];
  if (best === null || token === undefined) return null;
  const { kind, isBySound, place, length } = best;
  const start = place === 0 ? token.start : tokenEnd(token, place);
  return { kind, isBySound, from: at, to: at + 1, start, end: tokenEnd(token, place + length) };
}

/** The same for a text that many rows have in common, such as a tag: compared once for each word. */
export function matchSharedText(field: SearchText, word: SearchWord): Match | null {
  const known = word.sharedMatches.get(field);
  if (known !== undefined) return known;
  const match = matchText(field, word);
  word.sharedMatches.set(field, match);
  return match;
}

/** Whether a text with this token may match; it surely does not if none of its tokens may, nor `mayMatchAcross`. */
export function mayMatchToken(token: Token, word: SearchWord): boolean {
  const { parts } = word.term;
  return parts.length > 1 ? token.text.startsWith(parts.at(-1) ?? '') : matchToken(token, word) !== null;
}

/** Whether a word may span several tokens of a text, given without spaces and punctuation. */
export function mayMatchAcross(text: string, { joined, hasLetters }: Term): boolean {
  return joined.length >= minInsideLength && hasLetters && text.includes(joined);
}

function matchToken(token: Token | undefined, word: SearchWord): TokenMatch | null {
  if (token === undefined) return null;
  const known = word.tokenMatches.get(token.text);
  if (known !== undefined) return known;
  const verdict = compareToken(token, word);
  word.tokenMatches.set(token.text, verdict);
  return verdict;
}

function compareToken(token: Token, { term, similar }: SearchWord): TokenMatch | null {
  const { text } = token;
  const { joined } = term;
  const as = (kind: MatchKind, place: number, length: number, isBySound = false): TokenMatch => ({
    kind,
    isBySound,
    place,
    length,
  });
  if (text === joined) return as('whole', 0, joined.length);
  if (text.startsWith(joined)) return as('start', 0, joined.length);
  const place = positionInside(text, joined);
  if (place > 0) return as('inside', place, joined.length);
  if (token.isCyrillic !== term.isCyrillic && term.sound !== '') {
    if (token.phoneticKey === term.sound) return as('whole', 0, text.length, true);
    if (term.sound.length > 1 && token.phoneticKey.startsWith(term.sound))
      return as('start', 0, matchedLength(token, term), true);
    if (similar.sounds.has(token.phoneticKey)) return as('near', 0, text.length, true);
  }
  return similar.texts.has(text) ? as('near', 0, text.length) : null;
}

/** The position of a word inside another; a number must not be followed by a digit. */
function positionInside(text: string, word: string): number {
  if (/^\p{N}/u.test(word)) {
    for (let place = text.indexOf(word, 1); place > 0; place = text.indexOf(word, place + 1)) {
      if (!/\p{N}/u.test(text[place - 1] ?? '')) return place;
    }
    return -1;
  }
  return word.length < minInsideLength ? -1 : text.indexOf(word, 1);
}

/** The number of characters of a token that its phonetic match covers. */
function matchedLength({ text, phoneticKey }: Token, term: Term): number {
  return Math.min(text.length, Math.ceil((term.sound.length / phoneticKey.length) * text.length));
}

/** Parts joined by punctuation, such as `2.3`: each has to match a token, the last one its start. */
function matchParts({ tokens }: SearchText, { parts }: Term, expected: number): Match | null {
  const ending = parts.at(-1) ?? '';
  for (let turn = 0; turn < tokens.length; turn += 1) {
    const from = (turn + expected) % tokens.length;
    const to = from + parts.length;
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (first === undefined || last === undefined || !last.text.startsWith(ending)) continue;
    if (!parts.slice(0, -1).every((part, place) => tokens[from + place]?.text === part)) continue;
    const kind = last.text === ending ? 'whole' : 'start';
    return { kind, isBySound: false, from, to, start: first.start, end: tokenEnd(last, ending.length) };
  }
  return null;
}

/** A word that spans several tokens, such as `bankbranch`. */
function matchAcrossTokens(text: SearchText, term: Term): Match | null {
  if (!mayMatchAcross(text.joined, term)) return null;
  const { tokens, joined, starts } = text;
  const word = term.joined;
  const from = starts.findIndex((start) => joined.startsWith(word, start));
  if (from < 0) return null;
  const end = (starts[from] ?? 0) + word.length;
  const last = starts.findLastIndex((start) => start < end);
  const [first, final] = [tokens[from], tokens[last]];
  if (first === undefined || final === undefined) return null;
  const letters = end - (starts[last] ?? 0);
  return {
    kind: letters === final.text.length ? 'whole' : 'start',
    isBySound: false,
    from,
    to: last + 1,
    start: first.start,
    end: tokenEnd(final, letters),
  };
}

/** The position of a part in an address, preferably at the start of a label or number; -1 if none. */
export function positionInAddress(address: string, part: string | null): number {
  if (part === null) return -1;
  const first = address.indexOf(part);
  for (let place = first; place >= 0; place = address.indexOf(part, place + 1)) {
    if (isLabelStart(address, place)) return place;
  }
  return part.length < minInsideLength ? -1 : first;
}

/** Whether a label or number of an address starts here. */
export function isLabelStart(address: string, place: number): boolean {
  return place === 0 || !/[\p{L}\p{N}]/u.test(address[place - 1] ?? '');
}
