import type { Result } from './core/result.ts';
import type { ProfileRequest } from './profiles/profile.ts';

/** The calls about the vault and the lock. A passphrase is sent to main once, and never back. */
export interface VaultCalls {
  /** Locks the window, wipes the data key and the tokens in memory, and aborts what is running. */
  lock(): Promise<Result>;
  /** Unlocks the window or a vault that the keyring does not open; with the keyring if `passphrase` is null. */
  unlock(request: { readonly passphrase: string | null }): Promise<Result>;
  /** Asks the keyring again after it was locked or missing. */
  retryKeyring(): Promise<Result>;
  /** Without a keyring: keep tokens in memory from now on, or ask again at the next start. */
  chooseStorage(request: { readonly choice: 'memory' | 'later' }): Promise<Result>;
  /** Sets or changes the passphrase; `current` is required if there is one. */
  setPassphrase(request: { readonly passphrase: string; readonly current: string | null }): Promise<Result>;
  /** Removes the passphrase; fails if nothing else opens the vault. */
  removePassphrase(request: { readonly current: string }): Promise<Result>;
  /** Whether the keyring alone opens the vault; `passphrase` is required if there is one. */
  letKeyringOpen(request: { readonly on: boolean; readonly passphrase: string | null }): Promise<Result>;
  /** Reseals everything under a new data key; `passphrase` is required if there is one. */
  rotateKey(request: { readonly passphrase: string | null }): Promise<Result>;
  /**
   * Quarantines a vault that does not open and starts a new one; from a locked window also the list of servers and the
   * journal. `word` is what the person had to type.
   */
  replaceVault(request: { readonly word: string }): Promise<Result>;
  /** Logs in with the saved password. */
  loginAgain(request: ProfileRequest): Promise<Result>;
  forgetPassword(request: ProfileRequest): Promise<Result>;
  /** Removes the saved passwords of all profiles, in one save; their sessions stay. */
  forgetAllPasswords(): Promise<Result>;
}

/** What the person has to type before a reset: the same in every language, and not a key pressed by mistake. */
export const replaceWord = 'RESET';

/** Minimum length of a passphrase in characters. */
export const minPassphraseLength = 8;
