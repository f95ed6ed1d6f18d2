import { isCyrillic, normalize, otherLayouts, toSearchText } from './normalize.ts';
import { phoneticKey } from './phonetics.ts';

/** A word to search for. */
export interface Term {
  /** Its letters and digits; several parts if punctuation joins them. */
  readonly parts: readonly string[];
  readonly joined: string;
  readonly sound: string;
  readonly isCyrillic: boolean;
  /** Whether it is more than a number. */
  readonly hasLetters: boolean;
  /** The text to search in addresses; null for a number too short to be part of one. */
  readonly address: string | null;
}

/** The names of filters, as in `tag:north`. */
export type FilterKey = 'tag' | 'user' | 'environment' | 'is';

/** A filter of the query. */
export interface Filter {
  readonly key: FilterKey;
  /** Without case, accents, spaces and punctuation; empty while it is being typed. */
  readonly value: string;
}

/** A parsed query. */
export interface Query {
  readonly typed: string;
  readonly filters: readonly Filter[];
  /** The words as typed, followed by those of other keyboard layouts and by those with numbers apart. */
  readonly variants: readonly (readonly Term[])[];
}

const filterKeys: ReadonlyMap<string, FilterKey> = new Map([
  ['tag', 'tag'],
  ['метка', 'tag'],
  ['тег', 'tag'],
  ['etiqueta', 'tag'],
  ['user', 'user'],
  ['пользователь', 'user'],
  ['usuario', 'user'],
  ['env', 'environment'],
  ['environment', 'environment'],
  ['среда', 'environment'],
  ['контур', 'environment'],
  ['entorno', 'environment'],
  ['is', 'is'],
  ['статус', 'is'],
  ['estado', 'is'],
]);

/** Parses a query into filters and words. */
export function parseQuery(typed: string): Query {
  const filters: Filter[] = [];
  const words: string[] = [];
  for (const [chunk, name = '', quoted, plain = ''] of typed.matchAll(chunkPattern)) {
    const key = filterKeys.get(name.toLowerCase());
    if (key === undefined) words.push(chunk);
    else filters.push({ key, value: toSearchText(quoted ?? plain).joined });
  }
  const text = words.join(' ');
  const layouts = [text, ...otherLayouts(text)];
  const variants = [...new Set([...layouts, ...layouts.map(numbersApart)])].map(parseTerms);
  return { typed, filters, variants };
}

/** `gate12` as `gate 12`, since names are typed without their spaces. */
const numbersApart = (text: string) => text.replaceAll(/(?<=\p{L})(?=\p{N})/gu, ' ');

/** A filter with a value, optionally quoted, or any word. */
const chunkPattern = /(?:(\p{L}+):(?:"([^"]*)"?|(\S*)))(?!\S)|\S+/gu;

function parseTerms(text: string): readonly Term[] {
  return text.split(/\s+/).flatMap((chunk) => {
    const parts = toSearchText(chunk).tokens.map((token) => token.text);
    // Only dots, colons and slashes join the parts of an address, a version or a user name.
    return /[.:/]/.test(chunk) && parts.length > 0
      ? [parseTerm(parts, chunk)]
      : parts.map((part) => parseTerm([part], part));
  });
}

function parseTerm(parts: readonly string[], chunk: string): Term {
  const joined = parts.join('');
  const address = normalize(chunk).replace(/^https:\/+/, '');
  // A short number occurs in nearly every address, so it is searched in names only.
  const isShortNumber = /^\p{N}{1,3}$/u.test(address);
  return {
    parts,
    joined,
    sound: phoneticKey(joined),
    isCyrillic: isCyrillic(joined),
    hasLetters: /\p{L}/u.test(joined),
    address: isShortNumber || address === '' ? null : address,
  };
}
