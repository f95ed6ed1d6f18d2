import { done, fail, type Result } from '../../contract/core/result.ts';
import type { ProfileRequest } from '../../contract/profiles/profile.ts';
import type { Settings } from '../../contract/settings.ts';
import { replaceWord, type VaultCalls } from '../../contract/vault.ts';
import type { Journal } from '../journal/journal.ts';
import type { Logins } from '../logins/logins.ts';
import type { PendingLogouts } from '../sessions/pending-logouts.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { LiveState } from '../state/live-state.ts';
import type { Vault } from '../vault/vault.ts';
import type { AppLock } from './app-lock.ts';

/** What the handlers of the calls about the vault and the lock need. */
export interface VaultHandlerDeps {
  readonly live: LiveState;
  readonly sessions: SessionStore;
  readonly vault: Vault;
  readonly logins: Logins;
  readonly pendingLogouts: PendingLogouts;
  readonly appLock: AppLock;
  readonly journal: Journal;
  /** Opens the vault, or retries. */
  readonly openVault: () => Promise<Result>;
  readonly changeSettings: (settings: Partial<Settings>) => Promise<void>;
}

/** Handlers of the calls about the vault and the lock. */
export function vaultHandlers(parts: VaultHandlerDeps): VaultCalls {
  const { live, sessions, vault, logins, pendingLogouts, appLock, journal } = parts;
  /** Every profile that may own something in the vault. */
  const profiles = () => [...sessions.rows().map(pickProfile), ...pendingLogouts.profiles()];
  /** Where tokens are stored can change with it. */
  const changing = async (work: () => Promise<Result>, note: () => void = () => undefined) => {
    const changed = await work();
    if (changed.ok) note();
    sessions.refreshSecretPlaces(vault);
    if (vault.storage.kind !== 'sealed') return changed;
    live.change({ storageAsked: false });
    return changed;
  };
  return {
    lock: () => appLock.lock('asked'),
    unlock: ({ passphrase }) => appLock.unlock(passphrase),
    retryKeyring: () => parts.openVault(),
    chooseStorage: async ({ choice }) => {
      if (choice === 'memory') await parts.changeSettings({ withoutKeyring: 'memory' });
      live.change({ storageAsked: false });
      return done;
    },
    setPassphrase: ({ passphrase, current }) =>
      changing(
        () => vault.access.setPassphrase(passphrase, current),
        () => journal.note('passphrase-set', null, { changed: current !== null }),
      ),
    removePassphrase: ({ current }) =>
      changing(
        () => vault.access.removePassphrase(current),
        () => journal.note('passphrase-removed', null, {}),
      ),
    letKeyringOpen: ({ on, passphrase }) =>
      changing(
        () => vault.access.letKeyringOpen(on, passphrase, profiles()),
        () => journal.note(on ? 'keyring-added' : 'keyring-removed', null, {}),
      ),
    rotateKey: ({ passphrase }) =>
      changing(
        () => vault.access.rotateKey(profiles(), passphrase),
        () => journal.note('key-rotated', null, {}),
      ),
    replaceVault: async ({ word }) => {
      if (word.trim().toUpperCase() !== replaceWord) return fail({ code: 'word-does-not-match' });
      return changing(() => appLock.replaceVault());
    },
    loginAgain: ({ profileId }: ProfileRequest) => logins.loginAgain(profileId),
    forgetPassword: ({ profileId }: ProfileRequest) => logins.forgetPassword(profileId),
    forgetAllPasswords: () => logins.forgetAllPasswords(),
  };
}

function pickProfile<Found>({ profile }: { readonly profile: Found }): Found {
  return profile;
}
