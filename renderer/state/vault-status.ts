import { hasToken } from '../../contract/sessions/session.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Row, UnsealedReason, VaultStatus } from '../../contract/state.ts';

/** What a person can do about a closed vault. */
export type RecoveryAction = 'enter-passphrase' | 'retry' | 'reset-vault';

/** The banner about a closed vault, by the key of its texts. */
export type VaultBannerName =
  | 'keyringLocked'
  | 'keyringLost'
  | 'passphraseNeeded'
  | 'unreadable'
  | 'newer'
  | 'diskRefused';

/** A closed vault: the reason, its banner, and the recovery actions. */
export interface ClosedVault {
  readonly reason: UnsealedReason;
  readonly banner: VaultBannerName;
  readonly actions: readonly RecoveryAction[];
}

const banners: { readonly [Reason in UnsealedReason]: VaultBannerName | null } = {
  // A desktop without keyring is not a failure: the status bar says so, and the settings offer a passphrase.
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

/** The banner and the actions for a closed vault; null if nothing needs to be said. */
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

/** Why a password cannot be saved; null if it can. A vault that is not open yet is asked when saving. */
export function rememberPasswordRefusal(
  {
    storage,
    settings,
  }: { readonly storage: VaultStatus; readonly settings: Pick<Settings, 'savePasswords'> },
  address: string,
): 'turned-off' | 'plain-http' | 'not-sealed' | null {
  if (!settings.savePasswords) return 'turned-off';
  if (/^\s*http:/i.test(address)) return 'plain-http';
  return storage.kind === 'memory-only' ? 'not-sealed' : null;
}

/** The number of secrets by place. */
export interface SecretCounts {
  readonly sealed: number;
  readonly memory: number;
  readonly passwords: number;
}

/** Counts the secrets of these profiles; those in memory are lost on lock. */
export function countSecrets(rows: readonly Row[]): SecretCounts {
  const tokens = rows.flatMap(({ session }) => (hasToken(session) ? [session.secret] : []));
  return {
    sealed: tokens.filter((secret) => secret === 'sealed').length,
    memory: tokens.filter((secret) => secret === 'memory').length,
    passwords: rows.filter((row) => row.passwordKept).length,
  };
}
