import type { PassphraseProblem } from '../../../contract/core/problem.ts';
import { minPassphraseLength } from '../../../contract/vault.ts';

/** Maximum length in characters. */
const maxPassphraseLength = 1_000;

/** Why a passphrase cannot be set; null if it can. */
export function passphraseProblem(passphrase: string): PassphraseProblem | null {
  // Checked first, since normalizing a very long text is slow.
  if (passphrase.length > 4 * maxPassphraseLength)
    return { code: 'passphrase-too-long', longest: maxPassphraseLength };
  const length = Array.from(normalised(passphrase)).length;
  if (length < minPassphraseLength) return { code: 'passphrase-too-short', shortest: minPassphraseLength };
  if (length > maxPassphraseLength) return { code: 'passphrase-too-long', longest: maxPassphraseLength };
  return null;
}

/** The NFKC form: keyboards differ in how they compose accented letters. */
export function normalised(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

/** The delay after this many consecutive wrong attempts, in ms: two are free, and it never becomes a lockout. */
export function delayAfter(wrongTries: number): number {
  if (wrongTries < 3) return 0;
  return Math.min(2 ** (wrongTries - 3), 30) * 1_000;
}
