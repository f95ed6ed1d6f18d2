import type { MissingKeyring, Sealer } from '../../../contract/state.ts';

/** The system's encryption for this user, as the vault needs it. */
export interface Cipher {
  readonly platform: 'linux' | 'darwin' | 'win32';
  /** Whether the calls block the process until the keyring answers. */
  readonly blocks?: boolean;
  /** Whether the system can encrypt. May unlock the keyring, which may prompt. */
  isReady(): Promise<boolean>;
  /** Throws the system's error on failure. */
  wrap(text: string): Promise<Uint8Array>;
  /** Throws the system's error on failure. `stale`: encrypted with a key that is no longer preferred. */
  unwrap(bytes: Uint8Array): Promise<{ readonly text: string; readonly stale: boolean }>;
  /** The program that holds the key for this tag. */
  sealer(tag: string): Sealer;
  /** The usual keyring of this desktop, to be named if there is none. */
  missing(): MissingKeyring;
}
