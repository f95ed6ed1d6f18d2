import type { Settings } from '../../contract/settings.ts';
import { AppLock } from '../lock/app-lock.ts';
import { archiveList } from '../lock/list-archive.ts';
import type { SecretLayer } from './create-secret-parts.ts';

/** Creates the lock. The app starts locked if the settings say so, or if only a passphrase opens the vault. */
export async function createLock({ lockOnQuit }: Settings, lower: SecretLayer): Promise<AppLock> {
  const { sessions, profileStore, vault, logins, stopLogins } = lower;
  const appLock = new AppLock({
    ...lower,
    logins: { stop: stopLogins, cutLogoutsShort: () => logins.cutLogoutsShort() },
    archiveList: () => archiveList(lower),
  });
  sessions.start();
  if (lockOnQuit && profileStore.all().length > 0) await appLock.startLocked('quit');
  // SECURITY: read from the vault file itself, before the window shows anything (0011).
  else if (await vault.access.needsPassphrase()) await appLock.startLocked('start');
  return appLock;
}
