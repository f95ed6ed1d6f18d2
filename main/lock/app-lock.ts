import { done, fail, type Result } from '../../contract/core/result.ts';
import type { LockReason } from '../../contract/state.ts';
import type { AutoLogout } from '../auto-logout/auto-logout.ts';
import type { SessionChecks } from '../checks/session-checks.ts';
import type { SecretClipboard } from '../clipboard/secret-clipboard.ts';
import type { Journal } from '../journal/journal.ts';
import type { Logins } from '../logins/logins.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { LiveState } from '../state/live-state.ts';
import { settleWithin } from '../timing/deadline.ts';
import type { Vault } from '../vault/vault.ts';
import type { VaultOpening } from '../vault/vault-opening.ts';
import { changeAtUnlock, type LockTrigger, locksOn, waysToUnlock } from './lock-policy.ts';

interface Deps {
  readonly live: LiveState;
  readonly sessions: SessionStore;
  readonly vault: Vault;
  readonly logins: Pick<Logins, 'stop' | 'cutLogoutsShort'>;
  readonly autoLogout: Pick<AutoLogout, 'beforeLock' | 'locked' | 'opened'>;
  readonly checks: Pick<SessionChecks, 'interrupt'>;
  readonly clients: Pick<ClientPool, 'closeAll'>;
  readonly clipboard: Pick<SecretClipboard, 'clear'>;
  readonly journal: Pick<Journal, 'note'>;
  /** Quarantines the list of servers. */
  readonly archiveList: () => Promise<Result>;
  /** Called with the result of opening the vault. */
  readonly onOpening: (opening: VaultOpening) => void;
}

/** Limit for clearing the clipboard and closing connections, which may hang because of other programs. */
const patienceMs = 2_000;

/** Locks the window and the vault, and unlocks both. */
export class AppLock {
  /** Settles when a lock has closed the vault; opening waits for it. */
  #locking: Promise<unknown> = Promise.resolve();
  #locks = 0;
  /** How many calls are opening the vault at the moment. */
  #openings = 0;

  constructor(private readonly deps: Deps) {}

  get isLocked(): boolean {
    return this.deps.live.read().lock.kind === 'locked';
  }

  /**
   * First wipes the data key. Then, concurrently and each with a time limit: drops tokens and connections, ends
   * sessions that end on lock, and clears our header from the clipboard.
   */
  async lock(reason: LockReason): Promise<Result> {
    const { live, vault, logins, autoLogout, checks, clients, clipboard, journal } = this.deps;
    if (this.isLocked) return this.#lockAgain(reason);
    journal.note('locked', null, { reason });
    this.#locks += 1;
    const ways = waysToUnlock(vault.storage);
    logins.stop();
    logins.cutLogoutsShort();
    const asked = autoLogout.beforeLock(reason);
    // SECURITY: everything slow comes after this line, so that nothing can delay wiping the key.
    this.#locking = vault.access.lock();
    live.change({ lock: { kind: 'locked', reason, ...ways } });
    checks.interrupt();
    await Promise.all([
      this.#locking,
      settleWithin(patienceMs, clipboard.clear()),
      settleWithin(patienceMs, clients.closeAll()),
      asked,
    ]);
    return done;
  }

  /** Locks if the settings say so for this trigger. */
  async onTrigger(occasion: LockTrigger): Promise<void> {
    if (locksOn(occasion, this.deps.live.read().settings)) await this.lock(occasion);
  }

  /** Starts with the window locked, before the vault is opened; the keyring is not asked. */
  async startLocked(reason: 'quit' | 'start'): Promise<void> {
    const { live, vault, autoLogout } = this.deps;
    autoLogout.locked();
    await vault.access.look();
    live.change({ lock: { kind: 'locked', reason, ...waysToUnlock(vault.storage) } });
  }

  /** Unlocks the vault, by passphrase or by the keyring if null, and with it the window. */
  async unlock(passphrase: string | null): Promise<Result> {
    const { vault, sessions, autoLogout, onOpening, journal } = this.deps;
    await this.#locking;
    const opened = await this.#unlessLocked(() => vault.access.unlock(passphrase));
    if (opened === 'overtaken') return fail({ code: 'locked' });
    if (!opened.ok) {
      journal.note('unlock-refused', null, { code: opened.problem.code });
      return opened;
    }
    journal.note('unlocked', null, { by: passphrase === null ? 'keyring' : 'passphrase' });
    onOpening(opened.value);
    sessions.refreshSecretPlaces(vault);
    autoLogout.opened();
    this.#show();
    return done;
  }

  /** Starts a new vault in place of one that does not open; from a locked window with an empty list. */
  async replaceVault(): Promise<Result> {
    const { vault, sessions, autoLogout, journal } = this.deps;
    await this.#locking;
    const replaced = await this.#unlessLocked(async () => {
      // SECURITY: resetting the vault without the passphrase must not reveal the list of servers (0011).
      const archived = this.isLocked ? await this.deps.archiveList() : done;
      return archived.ok ? vault.access.replace() : archived;
    });
    if (replaced === 'overtaken') return fail({ code: 'locked' });
    if (!replaced.ok) return replaced;
    journal.note('store-replaced', null, {});
    sessions.refreshSecretPlaces(vault);
    autoLogout.opened();
    this.#show();
    return done;
  }

  /** The window is locked already but may be about to be unlocked: closes the vault again. */
  async #lockAgain(reason: LockReason): Promise<Result> {
    const { vault, journal } = this.deps;
    if (this.#openings === 0) return done;
    journal.note('locked', null, { reason });
    this.#locks += 1;
    this.#locking = vault.access.lock();
    await this.#locking;
    return done;
  }

  /** Opens the vault; a lock that comes meanwhile wins. */
  async #unlessLocked<Opened extends Result<unknown>>(
    open: () => Promise<Opened>,
  ): Promise<Opened | 'overtaken'> {
    const locks = this.#locks;
    this.#openings += 1;
    try {
      const opened = await open();
      // SECURITY: closing the lid right after typing the passphrase must lock all the same (0011).
      return opened.ok && locks !== this.#locks ? 'overtaken' : opened;
    } finally {
      this.#openings -= 1;
    }
  }

  /** Publishes the changes that were withheld while locked. */
  #show(): void {
    const { live } = this.deps;
    if (this.isLocked) live.change(changeAtUnlock(live.read()));
  }
}
