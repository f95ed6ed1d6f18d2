import { done, fail, type Result } from '../../contract/core/result.ts';
import type { LeaseKeeper } from '../auto-logout/auto-logout.ts';
import type { Timetable } from '../checks/check-scheduler.ts';
import type { Journal } from '../journal/journal.ts';
import type { AppLog } from '../log/app-log.ts';
import type { Fleet } from '../sessions/session-store.ts';
import type { LiveState } from '../state/live-state.ts';
import type { KeyringPatience } from '../vault/crypto/keyring-timeout.ts';
import type { Vault } from '../vault/vault.ts';
import type { VaultOpening } from '../vault/vault-opening.ts';
import type { LockKeeper } from './app-lock.ts';

interface Parts {
  readonly live: LiveState;
  readonly vault: Vault;
  readonly patience: KeyringPatience;
  readonly fleet: Fleet;
  readonly leases: Pick<LeaseKeeper, 'opened'>;
  readonly timetable: Pick<Timetable, 'start'>;
  readonly lockKeeper: LockKeeper;
  readonly journal: Pick<Journal, 'open'>;
  readonly appLog: { readonly file: Pick<AppLog['file'], 'open'> };
  /** Told what opening the vault found. */
  readonly onOpening: (opening: VaultOpening) => void;
}

/** Opens the vault, or tries once more; a keyring that answers late opens it too. */
export function vaultOpener(parts: Parts): () => Promise<Result> {
  const { live, vault, patience, fleet, leases, timetable, lockKeeper, journal, appLog, onOpening } = parts;
  const open = async (): Promise<Result> => {
    void appLog.file.open();
    void journal.open();
    if (lockKeeper.isLocked) {
      timetable.start();
      return done;
    }
    const found = await vault.open();
    onOpening(found);
    if (found.kind === 'passphrase-needed') await lockKeeper.startLocked('start');
    fleet.lookInto(vault);
    timetable.start();
    if (!lockKeeper.isLocked) leases.opened();
    const isClosed = found.kind === 'keyring-locked' || found.kind === 'keyring-lost';
    return isClosed ? fail({ code: 'keyring-not-open', reason: found.kind }) : done;
  };
  patience.onLate(() => {
    const { storage } = live.read();
    const isMissed = storage.kind === 'memory-only' && storage.reason === 'keyring-locked';
    if (isMissed && !lockKeeper.isLocked) void open();
  });
  return open;
}
