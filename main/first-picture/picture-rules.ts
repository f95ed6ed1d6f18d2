import type { Settings } from '../../contract/settings.ts';
import type { VaultStatus } from '../../contract/state.ts';
import type { Policy } from '../policy/policy.ts';
import type { ListChoices } from './picture.ts';

/** With fewer servers a window opens as fast without a picture. */
const fewestRows = 300;

/** The hashes of the saved files; null: missing. */
export interface SavedHashes {
  readonly profiles: string | null;
  readonly vault: string | null;
}

/** What a picture depends on: it is used only if all of this is the same as when it was taken. */
export function pictureKey(appVersion: string, hashes: SavedHashes, choices: ListChoices): string {
  const { sortOrder, groupBy, expiringMs } = choices;
  return JSON.stringify([appVersion, hashes.profiles, hashes.vault, sortOrder, groupBy, expiringMs]);
}

/** Whether a window may begin with a picture under these settings and this policy. */
export function allowsPicture(settings: Settings, policy: Policy): boolean {
  // SECURITY: a window that starts locked gets no name (0011), nor does one in presentation mode (0050); servers of a policy
  // may have changed since (0030).
  return !(settings.lockOnQuit || settings.presentation) && policy.servers.length === 0;
}

/** What a quit finds. */
export interface AtQuit {
  readonly allowed: boolean;
  readonly locked: boolean;
  readonly storage: VaultStatus;
  /** Whether only a passphrase opens the vault. */
  readonly needsPassphrase: boolean;
  readonly rowCount: number;
  /** Null: what is in memory could not be saved. */
  readonly profilesHash: string | null;
}

/** What a quit does with the picture. `leave`: the vault was not opened yet, so it is not known how the next start begins. */
export function pictureAtQuit(found: AtQuit): 'take' | 'leave' | 'remove' {
  const { allowed, locked, storage, needsPassphrase, rowCount, profilesHash } = found;
  // SECURITY: names are not kept for a window that is locked or will be (0011).
  if (!allowed || locked || needsPassphrase) return 'remove';
  if (storage.kind === 'opening') return 'leave';
  return rowCount >= fewestRows && profilesHash !== null ? 'take' : 'remove';
}
