import type { EpochMs } from '../../contract/core/time.ts';
import { isHeld } from '../../contract/sessions/session.ts';
import type { Row, Storage, UnsealedReason } from '../../contract/state.ts';

/** What a person can do about a token store that is shut. */
export type WayOut = 'enter-passphrase' | 'try-again' | 'begin-anew';

/** The banner below the list, by the name of its words. */
export type BannerName =
  | 'keyringLocked'
  | 'keyringLost'
  | 'passphraseNeeded'
  | 'unreadable'
  | 'newer'
  | 'diskRefused';

/** A token store that is shut: why, what it is called below the list, and the ways out. */
export interface ShutStore {
  readonly reason: UnsealedReason;
  readonly banner: BannerName;
  readonly ways: readonly WayOut[];
}

const banners: { readonly [Reason in UnsealedReason]: BannerName | null } = {
  // A desktop without a keyring is no trouble: the status bar tells it, and the settings offer a passphrase.
  'no-keyring': null,
  locked: null,
  'keyring-locked': 'keyringLocked',
  'keyring-lost': 'keyringLost',
  'passphrase-needed': 'passphraseNeeded',
  'vault-unreadable': 'unreadable',
  'vault-newer': 'newer',
  'disk-refused': 'diskRefused',
};

const ways: { readonly [Name in BannerName]: readonly WayOut[] } = {
  keyringLocked: ['enter-passphrase', 'try-again'],
  keyringLost: ['enter-passphrase', 'try-again', 'begin-anew'],
  passphraseNeeded: ['enter-passphrase', 'begin-anew'],
  unreadable: ['begin-anew'],
  newer: [],
  diskRefused: ['try-again'],
};

/** What to tell about a token store that is shut, and what helps; null if nothing needs to be told. */
export function shutStore(storage: Storage): ShutStore | null {
  if (storage.kind !== 'memory-only') return null;
  const { reason, passphrase } = storage;
  const banner = banners[reason];
  if (banner === null) return null;
  const mayEnter = passphrase || reason === 'passphrase-needed';
  return { reason, banner, ways: ways[banner].filter((way) => way !== 'enter-passphrase' || mayEnter) };
}

/** Why a password cannot be kept; null if it can. A store that is not open yet is asked when the time comes. */
export function keepRefusal(storage: Storage, address: string): 'plain-http' | 'not-sealed' | null {
  if (/^\s*http:/i.test(address)) return 'plain-http';
  return storage.kind === 'memory-only' ? 'not-sealed' : null;
}

/** How many secrets of these profiles are kept, and where. */
export interface KeptCounts {
  readonly sealed: number;
  readonly memory: number;
  readonly passwords: number;
}

/** Counts the secrets that are kept for these profiles; those in memory end with a lock. */
export function keptCounts(rows: readonly Row[]): KeptCounts {
  const tokens = rows.flatMap(({ session }) => (isHeld(session) ? [session.secret] : []));
  return {
    sealed: tokens.filter((secret) => secret === 'sealed').length,
    memory: tokens.filter((secret) => secret === 'memory').length,
    passwords: rows.filter((row) => row.passwordKept).length,
  };
}

/** The whole seconds from now to a moment; 0 once it has come. */
export function secondsUntil(moment: EpochMs, now: EpochMs): number {
  return Math.max(0, Math.ceil((moment - now) / 1_000));
}
