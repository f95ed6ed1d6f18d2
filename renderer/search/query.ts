import { isCyrillic, normalize, otherLayouts, toSearchText } from './normalize.ts';
import { phoneticKey } from './phonetics.ts';

/** One word to find. */
export interface Term {
  /** Its letters and digits; several where punctuation of an address holds them together. */
  readonly parts: readonly string[];
  readonly joined: string;
  readonly sound: string;
  readonly isCyrillic: boolean;
  /** Is it more than a number? */
  readonly hasLetters: boolean;
  /** What an address must hold; null where a number is too short to be meant for one. */
  readonly address: string | null;
}

/** What can be asked for by name, such as `tag:north`. */
export type FilterKey = 'tag' | 'user' | 'environment' | 'is';

/** A condition besides the words. */
export interface Filter {
  readonly key: FilterKey;
  /** Without case, accents, blanks and punctuation; empty while it is still to be typed. */
  readonly value: string;
}

/** A search as typed, taken apart. */
export interface Query {
  readonly typed: string;
  readonly filters: readonly Filter[];
  /** The words to find: as typed, then as they would be with another keyboard layout. */
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

/** Takes a search apart into its filters and its words. */
export function parseQuery(typed: string): Query {
  const filters: Filter[] = [];
  const words: string[] = [];
  for (const [chunk, name = '', quoted, plain = ''] of typed.matchAll(chunkPattern)) {
    const key = filterKeys.get(name.toLowerCase());
    if (key === undefined) words.push(chunk);
    else filters.push({ key, value: toSearchText(quoted ?? plain).joined });
  }
  const text = words.join(' ');
  const variants = [text, ...otherLayouts(text)].map(parseTerms);
  return { typed, filters, variants };
}

/** A filter with its value, which may be in quotation marks, or anything else without blanks. */
const chunkPattern = /(?:(\p{L}+):(?:"([^"]*)"?|(\S*)))(?!\S)|\S+/gu;

function parseTerms(text: string): readonly Term[] {
  return text.split(/\s+/).flatMap((chunk) => {
    const parts = toSearchText(chunk).tokens.map((token) => token.text);
    // Only dots, colons and slashes hold an address, a version or a user's name together.
    return /[.:/]/.test(chunk) && parts.length > 0
      ? [parseTerm(parts, chunk)]
      : parts.map((part) => parseTerm([part], part));
  });
}

function parseTerm(parts: readonly string[], chunk: string): Term {
  const joined = parts.join('');
  const address = normalize(chunk).replace(/^https:\/+/, '');
  // A short number stands in nearly every address: it is a number of a name.
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
