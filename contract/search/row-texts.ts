import type { Row } from '../state.ts';
import { type SearchEntry, searchEntry } from './filters.ts';
import {
  matchSharedText,
  mayMatchAcross,
  mayMatchToken,
  positionInAddress,
  type SearchWord,
} from './matching.ts';
import type { SearchText, Token } from './normalize.ts';

/** The texts of many rows, by what several of them have in common. */
export interface RowTexts {
  readonly entries: readonly SearchEntry[];
  /** The words of the names, each with its rows as indexes into `entries`. */
  readonly nameWords: ReadonlyMap<string, { readonly token: Token; readonly rows: number[] }>;
  /** The tags and users, likewise. */
  readonly shared: ReadonlyMap<SearchText, number[]>;
  /** The rows with notes. */
  readonly noted: readonly number[];
  /** All names without spaces and punctuation, and all addresses, a line each. */
  readonly allNames: string;
  readonly allAddresses: string;
}

const known = new WeakMap<readonly Row[], RowTexts>();

/** The texts of these rows; cached per array of rows, so that typing stays fast. */
export function textsOf(rows: readonly Row[]): RowTexts {
  const texts = known.get(rows) ?? collect(rows);
  known.set(rows, texts);
  return texts;
}

function collect(rows: readonly Row[]): RowTexts {
  const entries = rows.map(searchEntry);
  const nameWords = new Map<string, { readonly token: Token; readonly rows: number[] }>();
  const shared = new Map<SearchText, number[]>();
  const noted: number[] = [];
  for (const [index, { name, tags, users }] of entries.entries()) {
    for (const token of name.tokens) {
      const word = nameWords.get(token.text);
      if (word === undefined) nameWords.set(token.text, { token, rows: [index] });
      else word.rows.push(index);
    }
    for (const text of [...tags, ...users]) {
      const holders = shared.get(text);
      if (holders === undefined) shared.set(text, [index]);
      else holders.push(index);
    }
    if (rows[index]?.profile.notes !== undefined) noted.push(index);
  }
  const allNames = entries.map(({ name }) => name.joined).join('\n');
  const allAddresses = entries.map(({ address }) => address).join('\n');
  return { entries, nameWords, shared, noted, allNames, allAddresses };
}

/**
 * For each row 1 if a word may match its texts, 0 if it surely does not. Each word of the names and each tag and user is
 * compared once, so most rows of a long list need no comparison of their own.
 */
export function rowsThatMayMatch(texts: RowTexts, word: SearchWord): Uint8Array {
  const found = new Uint8Array(texts.entries.length);
  const mark = (rows: readonly number[]): void => {
    for (const row of rows) found[row] = 1;
  };
  for (const { token, rows } of texts.nameWords.values()) if (mayMatchToken(token, word)) mark(rows);
  for (const [text, rows] of texts.shared) if (matchSharedText(text, word) !== null) mark(rows);
  mark(texts.noted);
  const { term } = word;
  const { address } = term;
  const isInName = texts.allNames.includes(term.joined);
  const isInAddress = address !== null && texts.allAddresses.includes(address);
  if (!isInName && !isInAddress) return found;
  texts.entries.forEach((entry, index) => {
    if (found[index] === 1) return;
    if (isInName && mayMatchAcross(entry.name, term)) found[index] = 1;
    else if (isInAddress && positionInAddress(entry.address, address) >= 0) found[index] = 1;
  });
  return found;
}
