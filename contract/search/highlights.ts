import type { Row } from '../state.ts';
import { searchEntry } from './filters.ts';
import { matchText, positionInAddress, type SearchWord } from './matching.ts';
import type { SearchText } from './normalize.ts';
import { matchedWords, type PreparedSearch } from './ranking.ts';

/** A part of a text; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The matched parts of a row's texts, in order and without overlap. */
export interface Highlights {
  readonly name: readonly Span[];
  readonly user: readonly Span[];
  /** In the address as shown in lists. */
  readonly address: readonly Span[];
}

/** No match. */
export const noHighlights: Highlights = { name: [], user: [], address: [] };

/** The matched parts of a row. */
export function findHighlights(row: Row, prepared: PreparedSearch): Highlights {
  const words = matchedWords(row, prepared);
  if (words.length === 0) return noHighlights;
  const { name, users, address } = searchEntry(row);
  const [user] = row.profile.userName === '' ? [] : users;
  return {
    name: spansIn(name, words),
    user: user === undefined ? [] : spansIn(user, words),
    address: mergeSpans(
      words.flatMap(({ term }) => {
        const start = positionInAddress(address, term.address);
        return start < 0 ? [] : [{ start, end: start + (term.address?.length ?? 0) }];
      }),
    ),
  };
}

function spansIn(field: SearchText, words: readonly SearchWord[]): readonly Span[] {
  let next = 0;
  const spans = words.flatMap((word): readonly Span[] => {
    const match = matchText(field, word, next);
    if (match === null) return [];
    next = match.to;
    return [{ start: match.start, end: match.end }];
  });
  return mergeSpans(spans);
}

/** Sorts spans and merges those that overlap or touch. */
function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last === undefined || span.start > last.end) merged.push(span);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return merged;
}

/** The spans in a part of the text, counted from its start. */
export function spansWithin(spans: readonly Span[], from: number, to: number): readonly Span[] {
  return spans
    .map(({ start, end }) => ({ start: Math.max(start, from) - from, end: Math.min(end, to) - from }))
    .filter(({ start, end }) => start < end);
}
