import type { Row } from '../state.ts';
import { type SearchEntry, searchEntry } from './filters.ts';
import {
  isLabelStart,
  matchSharedText,
  mayMatchAcross,
  mayMatchToken,
  minInsideLength,
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
  /** The rows by their names as `SearchEntry.normalizedName`. */
  readonly byName: ReadonlyMap<string, readonly number[]>;
  /** All names without spaces and punctuation, and all addresses, a line each. */
  readonly names: Lines;
  readonly addresses: Lines;
}

/** Lines as one text, which is searched faster than many. */
interface Lines {
  readonly text: string;
  /** Where each line begins. */
  readonly starts: readonly number[];
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
  const byName = new Map<string, number[]>();
  const noted: number[] = [];
  for (const [index, { name, normalizedName, tags, users }] of entries.entries()) {
    for (const token of name.tokens) {
      const word = nameWords.get(token.text);
      if (word === undefined) nameWords.set(token.text, { token, rows: [index] });
      else word.rows.push(index);
    }
    for (const text of [...tags, ...users]) add(shared, text, index);
    if (normalizedName !== '') add(byName, normalizedName, index);
    if (rows[index]?.profile.notes !== undefined) noted.push(index);
  }
  const names = toLines(entries.map(({ name }) => name.joined));
  const addresses = toLines(entries.map(({ address }) => address));
  return { entries, nameWords, shared, noted, byName, names, addresses };
}

function add<Key>(map: Map<Key, number[]>, key: Key, index: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [index]);
  else known.push(index);
}

function toLines(texts: readonly string[]): Lines {
  const starts: number[] = [];
  let start = 0;
  for (const text of texts) {
    starts.push(start);
    start += text.length + 1;
  }
  return { text: texts.join('\n'), starts };
}

/** For each row 1 if each of the words may match its texts, 0 if one surely does not. */
export function rowsThatMayMatch(texts: RowTexts, words: readonly SearchWord[]): Uint8Array {
  const all = new Uint8Array(texts.entries.length).fill(1);
  for (const word of words) {
    const found = rowsWith(texts, word);
    for (let index = 0; index < found.length; index += 1) if (found[index] === 0) all[index] = 0;
  }
  return all;
}

/** Compares each word of the names and each tag and user once, so that most rows need no comparison of their own. */
function rowsWith(texts: RowTexts, word: SearchWord): Uint8Array {
  const found = new Uint8Array(texts.entries.length);
  const mark = (rows: readonly number[]): void => {
    for (const row of rows) found[row] = 1;
  };
  for (const { token, rows } of texts.nameWords.values()) if (mayMatchToken(token, word)) mark(rows);
  for (const [text, rows] of texts.shared) if (matchSharedText(text, word) !== null) mark(rows);
  mark(texts.noted);
  const { address, joined } = word.term;
  if (mayMatchAcross(texts.names.text, word.term)) markLines(texts.names, joined, () => true, found);
  if (address !== null) {
    const { text } = texts.addresses;
    const isLong = address.length >= minInsideLength;
    markLines(texts.addresses, address, (place) => isLong || isLabelStart(text, place), found);
  }
  return found;
}

/** Sets 1 for each line in which a part, which is not empty, is found at a place that counts. */
function markLines(
  { text, starts }: Lines,
  part: string,
  counts: (place: number) => boolean,
  found: Uint8Array,
): void {
  let line = 0;
  let place = text.indexOf(part);
  while (place >= 0) {
    while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= place) line += 1;
    const isFound = counts(place);
    if (isFound) found[line] = 1;
    const next = line + 1 < starts.length ? (starts[line + 1] ?? 0) : text.length;
    place = text.indexOf(part, isFound ? next : place + 1);
  }
}
