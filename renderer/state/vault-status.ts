import type { EpochMs } from '../../contract/core/time.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import type { Row, UnsealedReason, VaultStatus } from '../../contract/state.ts';

/** What a person can do about a vault that is shut. */
export type RecoveryAction = 'enter-passphrase' | 'retry' | 'reset-vault';

/** The banner below the list, by the name of its words. */
export type VaultBannerName =
  | 'keyringLocked'
  | 'keyringLost'
  | 'passphraseNeeded'
  | 'unreadable'
  | 'newer'
  | 'diskRefused';

/** A vault that is shut: why, what it is called below the list, and the ways out. */
export interface ClosedVault {
  readonly reason: UnsealedReason;
  readonly banner: VaultBannerName;
  readonly actions: readonly RecoveryAction[];
}

const banners: { readonly [Reason in UnsealedReason]: VaultBannerName | null } = {
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

const recoveryActions: { readonly [Name in VaultBannerName]: readonly RecoveryAction[] } = {
  keyringLocked: ['enter-passphrase', 'retry'],
  keyringLost: ['enter-passphrase', 'retry', 'reset-vault'],
  passphraseNeeded: ['enter-passphrase', 'reset-vault'],
  unreadable: ['reset-vault'],
  newer: [],
  diskRefused: ['retry'],
};

/** What to tell about a vault that is shut, and what helps; null if nothing needs to be told. */
export function describeClosedVault(storage: VaultStatus): ClosedVault | null {
  if (storage.kind !== 'memory-only') return null;
  const { reason, passphrase } = storage;
  const banner = banners[reason];
  if (banner === null) return null;
  const mayEnter = passphrase || reason === 'passphrase-needed';
  return {
    reason,
    banner,
    actions: recoveryActions[banner].filter((way) => way !== 'enter-passphrase' || mayEnter),
  };
}

/** Why a password cannot be kept; null if it can. A store that is not open yet is asked when the time comes. */
export function rememberPasswordRefusal(
  storage: VaultStatus,
  address: string,
): 'plain-http' | 'not-sealed' | null {
  if (/^\s*http:/i.test(address)) return 'plain-http';
  return storage.kind === 'memory-only' ? 'not-sealed' : null;
}

/** How many secrets of these profiles are kept, and where. */
export interface SecretCounts {
  readonly sealed: number;
  readonly memory: number;
  readonly passwords: number;
}

/** Counts the secrets that are kept for these profiles; those in memory end with a lock. */
export function countSecrets(rows: readonly Row[]): SecretCounts {
  const tokens = rows.flatMap(({ session }) => (hasToken(session) ? [session.secret] : []));
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
