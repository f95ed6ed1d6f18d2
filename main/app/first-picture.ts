import { join } from 'node:path';
import { expiringSpanMs, type Settings } from '../../contract/settings.ts';
import type { AppState } from '../../contract/state.ts';
import { hashFile } from '../first-picture/hash-file.ts';
import { type ListChoices, showPicture, takePicture } from '../first-picture/picture.ts';
import { PictureFile } from '../first-picture/picture-file.ts';
import {
  allowsPicture,
  pictureAtQuit,
  pictureKey,
  type SavedHashes,
} from '../first-picture/picture-rules.ts';
import { policyInForce } from '../policy/policy.ts';
import { SessionStore } from '../sessions/session-store.ts';
import type { AppDeps } from './app-deps.ts';
import type { SecretLayer } from './create-secret-parts.ts';
import { initialState } from './initial-state.ts';

/** The first state of the window from the picture of the last quit; null if that is not what the files hold now. */
export function pictureState(deps: AppDeps): AppState | null {
  const { folder, appVersion, settings, layout, policy, now } = deps;
  const file = new PictureFile(folder);
  if (!allowsPicture(settings, policyInForce(policy))) {
    file.remove();
    return null;
  }
  const hashes = { profiles: hashFile(join(folder, 'profiles.json')), vault: vaultHash(folder) };
  const picture = file.read(pictureKey(appVersion, hashes, choicesOf(settings, layout)));
  // Older than the first state of the parts.
  return picture && { ...initialState(deps, []), ...showPicture(picture, now()), revision: 0 };
}

/** Takes the picture for the next start, or removes it; when all files are written. */
export async function keepPicture(
  { folder, appVersion, policy }: AppDeps,
  { live, profileStore, vault }: Pick<SecretLayer, 'live' | 'profileStore' | 'vault'>,
  before: Pick<AppState, 'lock' | 'storage'>,
): Promise<void> {
  const { settings, layout } = live.read();
  const file = new PictureFile(folder);
  const hashes = { profiles: profileStore.savedHash, vault: vaultHash(folder) };
  const saved = profileStore.all();
  const decision = pictureAtQuit({
    allowed: allowsPicture(settings, policyInForce(policy)),
    locked: before.lock.kind === 'locked',
    storage: before.storage,
    needsPassphrase: await vault.access.needsPassphrase(),
    rowCount: saved.length,
    profilesHash: hashes.profiles,
  });
  if (decision === 'remove') file.remove();
  if (decision !== 'take') return;
  const choices = choicesOf(settings, layout);
  const key = pictureKey(appVersion, hashes, choices);
  if (file.read(key) === null) {
    // A full disk: the next start is as slow as without.
    await file.write(key, takePicture(SessionStore.rowsOf(saved), choices)).catch(() => file.remove());
  }
}

/** Removes the picture once a profile is removed, since it may hold its name. */
export function dropPictureOfRemoved(folder: string, live: SecretLayer['live']): void {
  live.watch(({ gone }) => {
    if (gone !== undefined && gone.length > 0) new PictureFile(folder).remove();
  });
}

function choicesOf(settings: Settings, { groupBy }: AppState['layout']): ListChoices {
  return { sortOrder: settings.sortOrder, groupBy, expiringMs: expiringSpanMs(settings) };
}

function vaultHash(folder: string): SavedHashes['vault'] {
  return hashFile(join(folder, 'vault.json'));
}
