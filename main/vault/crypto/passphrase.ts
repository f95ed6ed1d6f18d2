import type { PassphraseProblem } from '../../../contract/core/problem.ts';
import { minPassphraseLength } from '../../../contract/vault.ts';

/** The longest passphrase, in characters. */
export const maxPassphraseLength = 1_000;

/** What is wrong with a passphrase that somebody wants to set; null if nothing is. */
export function passphraseProblem(passphrase: string): PassphraseProblem | null {
  // Normalising takes long for a very long text, so that is looked at first.
  if (passphrase.length > 4 * maxPassphraseLength)
    return { code: 'passphrase-too-long', longest: maxPassphraseLength };
  const length = Array.from(normalised(passphrase)).length;
  if (length < minPassphraseLength) return { code: 'passphrase-too-short', shortest: minPassphraseLength };
  if (length > maxPassphraseLength) return { code: 'passphrase-too-long', longest: maxPassphraseLength };
  return null;
}

/** The one spelling of a passphrase: keyboards differ in how they make an accented letter. */
export function normalised(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

/** How long to wait after so many wrong tries in a row, in ms: two are free, and nobody is ever locked out. */
export function delayAfter(wrongTries: number): number {
  if (wrongTries < 3) return 0;
  return Math.min(2 ** (wrongTries - 3), 30) * 1_000;
}
