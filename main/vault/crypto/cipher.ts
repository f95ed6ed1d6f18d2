import type { MissingKeyring, Sealer } from '../../../contract/state.ts';

/** The system's own encryption for this user, as the vault needs it. */
export interface Cipher {
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** Does the whole process stand still until the keyring has answered? */
  readonly blocks?: boolean;
  /** Can something be wrapped here at all? May wake the keyring. */
  isReady(): Promise<boolean>;
  /** Throws the system's own error when it cannot. */
  wrap(text: string): Promise<Uint8Array>;
  /** Throws the system's own error when it cannot. `stale`: wrapped with a key that is no longer the preferred one. */
  unwrap(bytes: Uint8Array): Promise<{ readonly text: string; readonly stale: boolean }>;
  /** Who holds the key of something wrapped with this tag. */
  sealer(tag: string): Sealer;
  /** The keyring that this desktop usually has; what to name when there is none. */
  missing(): MissingKeyring;
}
