import type { Row } from '../../contract/state.ts';
import { entryOf } from './filters.ts';
import { matchIn, placeInAddress, type Sought } from './matching.ts';
import type { Field } from './normalize.ts';
import { type Prepared, wordsMet } from './ranking.ts';

/** A part of a text, its end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a search has met in the texts of a row, in their order and apart from each other. */
export interface Marks {
  readonly name: readonly Span[];
  readonly user: readonly Span[];
  /** In the address as lists show it. */
  readonly address: readonly Span[];
}

/** Nothing was met. */
export const noMarks: Marks = { name: [], user: [], address: [] };

/** What a search has met in a row. */
export function marksIn(row: Row, prepared: Prepared): Marks {
  const words = wordsMet(row, prepared);
  if (words.length === 0) return noMarks;
  const { name, users, address } = entryOf(row);
  const [user] = row.profile.userName === '' ? [] : users;
  return {
    name: spansIn(name, words),
    user: user === undefined ? [] : spansIn(user, words),
    address: apart(
      words.flatMap(({ term }) => {
        const start = placeInAddress(address, term.address);
        return start < 0 ? [] : [{ start, end: start + (term.address?.length ?? 0) }];
      }),
    ),
  };
}

function spansIn(field: Field, words: readonly Sought[]): readonly Span[] {
  let next = 0;
  const spans = words.flatMap((sought): readonly Span[] => {
    const match = matchIn(field, sought, next);
    if (match === null) return [];
    next = match.to;
    return [{ start: match.start, end: match.end }];
  });
  return apart(spans);
}

/** The same spans in order; those that overlap or touch become one. */
function apart(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last === undefined || span.start > last.end) merged.push(span);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return merged;
}
