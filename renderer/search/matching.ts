import { endOf, type Field, type Token } from './normalize.ts';
import type { Term } from './query.ts';

/** How exactly a word was met: the whole of one, its beginning, its middle, or one that is merely like it. */
export type Closeness = 'whole' | 'start' | 'inside' | 'near';

/** Where and how a word was met. */
export interface Match {
  readonly closeness: Closeness;
  /** Was it met by its sound, in the other alphabet? */
  readonly isBySound: boolean;
  /** From which token up to which, the last one not included. */
  readonly from: number;
  readonly to: number;
  /** The place in the original text. */
  readonly start: number;
  readonly end: number;
}

/** The words in use that somebody may have meant who made a slip. */
export interface Near {
  readonly texts: ReadonlySet<string>;
  readonly sounds: ReadonlySet<string>;
}

/** No word is near. */
export const nothingNear: Near = { texts: new Set(), sounds: new Set() };

/** A word to find in many texts; what was found out about one of their words is kept for the next text. */
export interface Sought {
  readonly term: Term;
  readonly near: Near;
  readonly verdicts: Map<string, Verdict | null>;
}

/** How one word of a text answers to the word that is sought. */
interface Verdict {
  readonly closeness: Closeness;
  readonly isBySound: boolean;
  readonly place: number;
  readonly length: number;
}

/** Prepares to look for a word. */
export function soughtOf(term: Term, near: Near): Sought {
  return { term, near, verdicts: new Map() };
}

const leastInside = 3;
const ranks: { readonly [Name in Closeness]: number } = { whole: 0, start: 1, inside: 2, near: 3 };

/** The best way in which a text holds a word, or null; of equal ones that at the expected token wins. */
export function matchIn(field: Field, sought: Sought, expected = 0): Match | null {
  const { tokens } = field;
  const { term } = sought;
  if (term.parts.length > 1) return matchParts(field, term, expected) ?? acrossTokens(field, term);
  let best: Verdict | null = null;
  let at = 0;
  for (let turn = 0; turn < tokens.length; turn += 1) {
    const index = (turn + expected) % tokens.length;
    const verdict = verdictOn(tokens[index], sought);
    if (verdict === null || (best !== null && ranks[verdict.closeness] >= ranks[best.closeness])) continue;
    best = verdict;
    at = index;
    if (best.closeness === 'whole') break;
  }
  if (best === null || ranks[best.closeness] > ranks.start) {
    const across = acrossTokens(field, term);
    if (across !== null) return across;
  }
  const token = tokens[at];
  if (best === null || token === undefined) return null;
  const { closeness, isBySound, place, length } = best;
  const start = place === 0 ? token.start : endOf(token, place);
  return { closeness, isBySound, from: at, to: at + 1, start, end: endOf(token, place + length) };
}

function verdictOn(token: Token | undefined, sought: Sought): Verdict | null {
  if (token === undefined) return null;
  const known = sought.verdicts.get(token.text);
  if (known !== undefined) return known;
  const verdict = judge(token, sought);
  sought.verdicts.set(token.text, verdict);
  return verdict;
}

function judge(token: Token, { term, near }: Sought): Verdict | null {
  const { text } = token;
  const { joined } = term;
  const as = (closeness: Closeness, place: number, length: number, isBySound = false): Verdict => ({
    closeness,
    isBySound,
    place,
    length,
  });
  if (text === joined) return as('whole', 0, joined.length);
  if (text.startsWith(joined)) return as('start', 0, joined.length);
  const place = placeInside(text, joined);
  if (place > 0) return as('inside', place, joined.length);
  if (token.isCyrillic !== term.isCyrillic && term.sound !== '') {
    if (token.sound === term.sound) return as('whole', 0, text.length, true);
    if (term.sound.length > 1 && token.sound.startsWith(term.sound))
      return as('start', 0, lettersOf(token, term), true);
    if (near.sounds.has(token.sound)) return as('near', 0, text.length, true);
  }
  return near.texts.has(text) ? as('near', 0, text.length) : null;
}

/** Where a word stands in the middle of another: a number only where another number does not go on. */
function placeInside(text: string, word: string): number {
  if (/^\p{N}/u.test(word)) {
    for (let place = text.indexOf(word, 1); place > 0; place = text.indexOf(word, place + 1)) {
      if (!/\p{N}/u.test(text[place - 1] ?? '')) return place;
    }
    return -1;
  }
  return word.length < leastInside ? -1 : text.indexOf(word, 1);
}

/** How many letters of a token make the sound that was sought. */
function lettersOf({ text, sound }: Token, term: Term): number {
  return Math.min(text.length, Math.ceil((term.sound.length / sound.length) * text.length));
}

/** Several parts held together, such as `2.3`: each is a token, the last one perhaps only begun. */
function matchParts({ tokens }: Field, { parts }: Term, expected: number): Match | null {
  const ending = parts.at(-1) ?? '';
  for (let turn = 0; turn < tokens.length; turn += 1) {
    const from = (turn + expected) % tokens.length;
    const to = from + parts.length;
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (first === undefined || last === undefined || !last.text.startsWith(ending)) continue;
    if (!parts.slice(0, -1).every((part, place) => tokens[from + place]?.text === part)) continue;
    const closeness = last.text === ending ? 'whole' : 'start';
    return { closeness, isBySound: false, from, to, start: first.start, end: endOf(last, ending.length) };
  }
  return null;
}

/** A word that the text writes in several, such as `bankbranch`. */
function acrossTokens({ tokens, joined, starts }: Field, term: Term): Match | null {
  const word = term.joined;
  if (word.length < leastInside || !term.hasLetters || !joined.includes(word)) return null;
  const from = starts.findIndex((start) => joined.startsWith(word, start));
  if (from < 0) return null;
  const end = (starts[from] ?? 0) + word.length;
  const last = starts.findLastIndex((start) => start < end);
  const [first, final] = [tokens[from], tokens[last]];
  if (first === undefined || final === undefined) return null;
  const letters = end - (starts[last] ?? 0);
  return {
    closeness: letters === final.text.length ? 'whole' : 'start',
    isBySound: false,
    from,
    to: last + 1,
    start: first.start,
    end: endOf(final, letters),
  };
}

/** Where an address holds a part of one, at best at the beginning of a number or a label of it; -1 if it does not. */
export function placeInAddress(address: string, part: string | null): number {
  if (part === null) return -1;
  const first = address.indexOf(part);
  for (let place = first; place >= 0; place = address.indexOf(part, place + 1)) {
    if (isLabelStart(address, place)) return place;
  }
  return part.length < leastInside ? -1 : first;
}

/** Does a number or a label of an address begin here? */
export function isLabelStart(address: string, place: number): boolean {
  return place === 0 || !/[\p{L}\p{N}]/u.test(address[place - 1] ?? '');
}
