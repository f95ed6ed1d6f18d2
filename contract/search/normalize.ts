import { phoneticKey } from './phonetics.ts';

/** A word of a text, normalized, with its position. */
export interface Token {
  /** Letters and digits only, without case and accents. */
  readonly text: string;
  /** Its phonetic form in Latin letters. */
  readonly phoneticKey: string;
  readonly isCyrillic: boolean;
  readonly start: number;
  /** For each character of `text` its end in the original text; null if they correspond one to one. */
  readonly ends: readonly number[] | null;
}

/** The end of the first characters of a token in the original text. */
export function tokenEnd(token: Token, characters: number): number {
  return token.ends === null ? token.start + characters : (token.ends[characters - 1] ?? token.start);
}

/** A text split for searching. */
export interface SearchText {
  readonly tokens: readonly Token[];
  /** All tokens concatenated, and where each starts. */
  readonly joined: string;
  readonly starts: readonly number[];
}

/** A text without case, accents and surrounding spaces. */
export function normalize(text: string): string {
  return fold(text).trim();
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Splits a text into words at spaces and punctuation. */
export function toSearchText(text: string): SearchText {
  const folded = fold(text);
  const isPlain = folded.length === text.length && !/[\p{M}\p{Script=Hangul}]/u.test(text);
  const tokens = isPlain ? plainTokens(folded) : tokensByCharacter(text);
  const starts: number[] = [];
  let joined = '';
  for (const token of tokens) {
    starts.push(joined.length);
    joined += token.text;
  }
  return { tokens, joined, starts };
}

function plainTokens(folded: string): readonly Token[] {
  return [...folded.matchAll(/[\p{L}\p{N}]+/gu)].map((word) => toToken(word[0], word.index, null));
}

function toToken(text: string, start: number, ends: readonly number[] | null): Token {
  return { text, phoneticKey: phoneticKey(text), isCyrillic: isCyrillic(text), start, ends };
}

/** The slow path, if normalizing changes the number of characters. */
function tokensByCharacter(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let word = '';
  let start = 0;
  let ends: number[] = [];
  const close = (): void => {
    if (word !== '') tokens.push(toToken(word, start, ends));
    word = '';
    ends = [];
  };
  let place = 0;
  for (const char of text) {
    const end = place + char.length;
    const folded = fold(char);
    if (folded === '') ends = ends.map((one) => (one === place ? end : one));
    else if (/^[\p{L}\p{N}]+$/u.test(folded)) {
      if (word === '') start = place;
      word += folded;
      ends.push(...Array.from({ length: folded.length }, () => end));
    } else close();
    place = end;
  }
  close();
  return tokens;
}

/** Whether a word contains Cyrillic letters. */
export function isCyrillic(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text);
}

const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const cyrillicKeys = 'йцукенгшщзхъфывапролджэячсмитьбюё';

const toCyrillic = new Map([...latinKeys].map((key, index) => [key, cyrillicKeys.charAt(index)]));
const toLatin = new Map([...cyrillicKeys].map((key, index) => [key, latinKeys.charAt(index)]));

/** The text that the same keys produce on the Russian or English layout; without the text itself. */
export function otherLayouts(text: string): readonly string[] {
  const typed = text.toLowerCase();
  const others = [toCyrillic, toLatin].map((layout) =>
    [...typed].map((key) => layout.get(key) ?? key).join(''),
  );
  return [...new Set(others)].filter((other) => other !== typed);
}
