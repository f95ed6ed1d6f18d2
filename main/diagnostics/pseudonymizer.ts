import { createHmac, randomBytes } from 'node:crypto';

/**
 * Shorter names are replaced only as whole words, since other words contain them. Names of one letter are not replaced.
 */
const minInWords = 4;

/** Replaces names with pseudonyms that are consistent within one report and meaningless outside it. */
export class Pseudonymizer {
  readonly #salt: Buffer;

  constructor(salt: Buffer = randomBytes(32)) {
    this.#salt = salt;
  }

  /** The pseudonym of a name, such as `host-3f9a01bc`; an empty name stays empty. */
  mark(kind: string, name: string): string {
    if (name === '') return '';
    // SECURITY: the salt is never saved, so a guessed name cannot be checked against its pseudonym (0002).
    const hash = createHmac('sha256', this.#salt).update(`${kind}\n${name.toLowerCase()}`).digest('hex');
    return `${kind}-${hash.slice(0, 8)}`;
  }

  /**
   * Replaces every name in free text; where several match, the longest wins.
   *
   * Scans each line once with an index of names instead of once per name, since there may be 50,000 names.
   */
  strike(
    lines: readonly string[],
    names: Iterable<readonly [kind: string, name: string]>,
  ): readonly string[] {
    const index = indexNames(names);
    return lines.map((line) => this.#strikeLine(line, index));
  }

  #strikeLine(line: string, index: NameIndex): string {
    const folded = fold(line);
    let text = '';
    for (let at = 0; at < line.length; ) {
      const found = nameAt(folded, at, index);
      text += found ? this.mark(found.kind, found.name) : line.charAt(at);
      at += found?.name.length ?? 1;
    }
    return text;
  }
}

interface NameIndex {
  /** The kind of each name, by the name in lower case. */
  readonly kinds: ReadonlyMap<string, string>;
  /** The lengths of the names that start with these two characters, longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

function indexNames(names: Iterable<readonly [kind: string, name: string]>): NameIndex {
  const kinds = new Map<string, string>();
  const lengths = new Map<string, Set<number>>();
  for (const [kind, name] of names) {
    const folded = fold(name);
    if (folded.length < 2) continue;
    if (!kinds.has(folded)) kinds.set(folded, kind);
    const start = folded.slice(0, 2);
    const known = lengths.get(start) ?? new Set();
    lengths.set(start, known.add(folded.length));
  }
  const sorted = Array.from(lengths, ([start, all]) => [start, [...all].sort((a, b) => b - a)] as const);
  return { kinds, lengths: new Map(sorted) };
}

function nameAt(folded: string, at: number, { kinds, lengths }: NameIndex) {
  for (const length of lengths.get(folded.slice(at, at + 2)) ?? []) {
    const name = folded.slice(at, at + length);
    const kind = kinds.get(name);
    if (kind === undefined) continue;
    if (length >= minInWords || standsAlone(folded, at, length)) return { kind, name };
  }
  return null;
}

function standsAlone(text: string, at: number, length: number): boolean {
  return (
    !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    !/^[\p{L}\p{N}]/u.test(text.slice(at + length, at + length + 2))
  );
}

/** Lower case of the same length: characters whose lower case is longer stay as they are. */
function fold(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return text.replace(/./gsu, (sign) =>
    sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign,
  );
}
