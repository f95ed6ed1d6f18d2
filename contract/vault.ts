import type { Result } from './core/result.ts';
import type { ProfileRequest } from './profiles/profile.ts';

/** What may be asked about the vault and the lock. A passphrase crosses once, to main, and never back. */
export interface VaultCalls {
  /** Hides everything, forgets the key and the tokens in memory, and stops what is under way. */
  lock(): Promise<Result>;
  /** Opens the lock, or a store that the keyring does not open; without a passphrase by the keyring. */
  unlock(request: { readonly passphrase: string | null }): Promise<Result>;
  /** Asks the keyring once more, after it was closed or away. */
  retryKeyring(): Promise<Result>;
  /** On a desktop without a keyring: memory only from now on, or asked again at the next start. */
  chooseStorage(request: { readonly choice: 'memory' | 'later' }): Promise<Result>;
  /** Adds or changes the passphrase; `current` is asked for once there is one. */
  setPassphrase(request: { readonly passphrase: string; readonly current: string | null }): Promise<Result>;
  /** Takes the passphrase away; refused where it is the only way in. */
  removePassphrase(request: { readonly current: string }): Promise<Result>;
  /** Lets the keyring open the vault alone, or only the passphrase, which is asked for where there is one. */
  letKeyringOpen(request: { readonly on: boolean; readonly passphrase: string | null }): Promise<Result>;
  /** Seals everything anew under a new key; the passphrase is asked for where there is one. */
  rotateKey(request: { readonly passphrase: string | null }): Promise<Result>;
  /**
   * Lays a store aside that cannot be opened and begins a new one; behind a lock the list of servers and the journal
   * too. `word` is what a person had to type for it.
   */
  replaceVault(request: { readonly word: string }): Promise<Result>;
  /** Logs in with the kept password. */
  loginAgain(request: ProfileRequest): Promise<Result>;
  forgetPassword(request: ProfileRequest): Promise<Result>;
}

/** What a person types before a store is replaced: the same in every language, and no key press by mistake. */
export const replaceWord = 'RESET';

/** The shortest passphrase, in characters; said beside the field, so that nobody has to find out. */
export const minPassphraseLength = 8;
