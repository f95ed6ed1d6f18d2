import { done, fail, type Result } from '../../contract/core/result.ts';
import type { AutoLogout } from '../auto-logout/auto-logout.ts';
import type { CheckScheduler } from '../checks/check-scheduler.ts';
import type { Journal } from '../journal/journal.ts';
import type { AppLog } from '../log/app-log.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { LiveState } from '../state/live-state.ts';
import type { KeyringTimeout } from '../vault/crypto/keyring-timeout.ts';
import type { Vault } from '../vault/vault.ts';
import type { VaultOpening } from '../vault/vault-opening.ts';
import type { AppLock } from './app-lock.ts';

interface Deps {
  readonly live: LiveState;
  readonly vault: Vault;
  readonly patience: KeyringTimeout;
  readonly sessions: SessionStore;
  readonly autoLogout: Pick<AutoLogout, 'opened'>;
  readonly checkScheduler: Pick<CheckScheduler, 'start'>;
  readonly appLock: AppLock;
  readonly journal: Pick<Journal, 'open'>;
  readonly appLog: { readonly file: Pick<AppLog['file'], 'open'> };
  /** Called with the result of opening the vault. */
  readonly onOpening: (opening: VaultOpening) => void;
}

/** Returns the function that opens the vault, or retries; a keyring that answers late opens it too. */
export function createVaultOpener(deps: Deps): () => Promise<Result> {
  const { live, vault, patience, sessions, autoLogout, checkScheduler, appLock, journal, appLog, onOpening } =
    deps;
  const open = async (): Promise<Result> => {
    void appLog.file.open();
    void journal.open();
    if (appLock.isLocked) {
      checkScheduler.start();
      return done;
    }
    const found = await vault.open();
    onOpening(found);
    if (found.kind === 'passphrase-needed') await appLock.startLocked('start');
    sessions.refreshSecretPlaces(vault);
    checkScheduler.start();
    if (!appLock.isLocked) autoLogout.opened();
    const isClosed = found.kind === 'keyring-locked' || found.kind === 'keyring-lost';
    return isClosed ? fail({ code: 'keyring-not-open', reason: found.kind }) : done;
  };
  patience.onLate(() => {
    const { storage } = live.read();
    const isMissed = storage.kind === 'memory-only' && storage.reason === 'keyring-locked';
    if (isMissed) void open();
  });
  return open;
}
