import { createHmac, randomBytes } from 'node:crypto';

/** A shorter name is replaced only where it stands alone, since ordinary words hold it too; a letter is no name. */
const shortestInWords = 4;

/** Replaces names by marks that mean nothing outside of one file: the same name always gets the same mark. */
export class Mask {
  readonly #salt: Buffer;

  constructor(salt: Buffer = randomBytes(32)) {
    this.#salt = salt;
  }

  /** The mark of a name, such as `host-3f9a01bc`; empty stays empty. */
  mark(kind: string, name: string): string {
    if (name === '') return '';
    // SECURITY: without the salt, which is never kept, a guessed name cannot be tried against its mark (0002).
    const hash = createHmac('sha256', this.#salt).update(`${kind}\n${name.toLowerCase()}`).digest('hex');
    return `${kind}-${hash.slice(0, 8)}`;
  }

  /** A line of free text in which none of these names is left. */
  strike(line: string, names: readonly (readonly [kind: string, name: string])[]): string {
    const longestFirst = names.filter(([, name]) => name.length > 1);
    return longestFirst
      .toSorted(([, one], [, other]) => other.length - one.length)
      .reduce((text, [kind, name]) => text.replace(literally(name), this.mark(kind, name)), line);
  }
}

function literally(name: string): RegExp {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (name.length >= shortestInWords) return new RegExp(plain, 'gi');
  return new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'giu');
}
