import type { Span } from '../../contract/search/highlights.ts';
import { normalize, otherLayouts, toSearchText } from '../../contract/search/normalize.ts';

/** How a title matches what was typed; a lower tier is better. */
export interface TitleMatch {
  readonly tier: number;
  readonly spans: readonly Span[];
}

/** The tiers of a match as typed; on another keyboard layout all come after these. */
const tiers = { beginning: 0, words: 1, inside: 2, letters: 3 };
const otherLayout = 4;

/** The match of a title with what was typed, also on another keyboard layout; null if there is none. */
export function matchTitle(title: string, typed: string): TitleMatch | null {
  const match = matchOne(title, typed);
  if (match !== null) return match;
  for (const other of otherLayouts(typed)) {
    const found = matchOne(title, other);
    if (found !== null && found.tier < tiers.letters) return { ...found, tier: found.tier + otherLayout };
  }
  return null;
}

function matchOne(title: string, typed: string): TitleMatch | null {
  const words = normalize(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const whole = normalize(title);
  // Our titles have as many characters without accents as with them.
  if (whole.startsWith(words.join(' ')))
    return { tier: tiers.beginning, spans: [spanOf(0, words.join(' '))] };
  const starts = toSearchText(title).tokens;
  const atStarts = words.map((word) => {
    const token = starts.find(({ text }) => text.startsWith(word));
    return token === undefined ? null : spanOf(token.start, word);
  });
  if (areAll(atStarts)) return { tier: tiers.words, spans: inOrder(atStarts) };
  const anywhere = words.map((word) => (whole.includes(word) ? spanOf(whole.indexOf(word), word) : null));
  if (areAll(anywhere)) return { tier: tiers.inside, spans: inOrder(anywhere) };
  const letters = words.length > 1 ? null : lettersIn(whole, words.join(''));
  return letters === null ? null : { tier: tiers.letters, spans: letters };
}

function spanOf(start: number, word: string): Span {
  return { start, end: start + word.length };
}

function areAll(spans: readonly (Span | null)[]): spans is readonly Span[] {
  return !spans.includes(null);
}

/** The spans from left to right, without those inside of others. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.toSorted((one, other) => one.start - other.start || other.end - one.end);
  let end = 0;
  return sorted.filter((span) => {
    const isFree = span.start >= end;
    if (isFree) end = span.end;
    return isFree;
  });
}

/** The places of these letters in this order, the first one at the start of a word; null if they are not all there. */
function lettersIn(whole: string, letters: string): readonly Span[] | null {
  if (letters.length < 2) return null;
  const spans: Span[] = [];
  let from = 0;
  for (const letter of letters) {
    const start = whole.indexOf(letter, from);
    if (start < 0 || (spans.length === 0 && start > 0 && whole[start - 1] !== ' ')) return null;
    spans.push(spanOf(start, letter));
    from = start + letter.length;
  }
  return spans;
}

/** Something with a title that was found. */
export interface Found<Item> {
  readonly item: Item;
  readonly match: TitleMatch;
}

const everything: TitleMatch = { tier: 0, spans: [] };

/** The items whose titles match, best first; equal ones by use, then in their order. Nothing typed matches all. */
export function rankTitles<Item extends { readonly title: string; readonly used: number }>(
  items: readonly Item[],
  typed: string,
): readonly Found<Item>[] {
  const found = items.flatMap((item) => {
    const match = typed.trim() === '' ? everything : matchTitle(item.title, typed);
    return match === null ? [] : [{ item, match }];
  });
  return found.toSorted(
    (one, other) => one.match.tier - other.match.tier || weightOf(other.item.used) - weightOf(one.item.used),
  );
}

/** A command used a few times more often is not more likely to be meant. */
function weightOf(used: number): number {
  return Math.floor(Math.log2(used + 1));
}
