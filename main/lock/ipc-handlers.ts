import { done, fail, type Result } from '../../contract/core/result.ts';
import type { OneProfile } from '../../contract/profiles/profile.ts';
import type { Settings } from '../../contract/settings.ts';
import { replaceWord, type StoreCalls } from '../../contract/vault.ts';
import type { Journal } from '../journal/journal.ts';
import type { SessionKeeper } from '../logins/logins.ts';
import type { Endings } from '../sessions/pending-logouts.ts';
import type { Fleet } from '../sessions/session-store.ts';
import type { LiveState } from '../state/live-state.ts';
import type { Vault } from '../vault/vault.ts';
import type { LockKeeper } from './app-lock.ts';

/** The parts that answer the calls about the token store and the lock. */
export interface StoreAnsweringParts {
  readonly live: LiveState;
  readonly fleet: Fleet;
  readonly vault: Vault;
  readonly keeper: SessionKeeper;
  readonly endings: Endings;
  readonly lockKeeper: LockKeeper;
  readonly journal: Journal;
  /** Opens the vault, or tries once more. */
  readonly openVault: () => Promise<Result>;
  readonly changeSettings: (settings: Partial<Settings>) => Promise<void>;
}

/** One line a call about the token store. */
export function storeAnswersFrom(parts: StoreAnsweringParts): StoreCalls {
  const { live, fleet, vault, keeper, endings, lockKeeper, journal } = parts;
  /** Every profile that something in the vault may belong to. */
  const profiles = () => [...fleet.rows().map(profileOf), ...endings.profiles()];
  /** Where tokens rest may be another place afterwards. */
  const changing = async (work: () => Promise<Result>, note: () => void = () => undefined) => {
    const changed = await work();
    if (changed.ok) note();
    fleet.lookInto(vault);
    if (vault.storage.kind !== 'sealed') return changed;
    live.change({ storageAsked: false });
    return changed;
  };
  return {
    lock: () => lockKeeper.lock('asked'),
    unlock: ({ passphrase }) => lockKeeper.unlock(passphrase),
    retryKeyring: () => parts.openVault(),
    chooseStorage: async ({ choice }) => {
      if (choice === 'memory') await parts.changeSettings({ withoutKeyring: 'memory' });
      live.change({ storageAsked: false });
      return done;
    },
    setPassphrase: ({ passphrase, current }) =>
      changing(
        () => vault.doors.setPassphrase(passphrase, current),
        () => journal.note('passphrase-set', null, { changed: current !== null }),
      ),
    removePassphrase: ({ current }) =>
      changing(
        () => vault.doors.removePassphrase(current),
        () => journal.note('passphrase-removed', null, {}),
      ),
    letKeyringOpen: ({ on, passphrase }) =>
      changing(
        () => vault.doors.letKeyringOpen(on, passphrase, profiles()),
        () => journal.note(on ? 'keyring-added' : 'keyring-removed', null, {}),
      ),
    rotateKey: ({ passphrase }) =>
      changing(
        () => vault.doors.rotateKey(profiles(), passphrase),
        () => journal.note('key-rotated', null, {}),
      ),
    replaceStore: async ({ word }) => {
      if (word.trim().toUpperCase() !== replaceWord) return fail({ code: 'word-does-not-match' });
      return changing(() => lockKeeper.replaceVault());
    },
    loginAgain: ({ profileId }: OneProfile) => keeper.loginAgain(profileId),
    forgetPassword: ({ profileId }: OneProfile) => keeper.forgetPassword(profileId),
  };
}

function profileOf<Found>({ profile }: { readonly profile: Found }): Found {
  return profile;
}
