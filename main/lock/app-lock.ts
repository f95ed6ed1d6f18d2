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
import { type LockTrigger, locksOn, waysToUnlock } from './lock-policy.ts';

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
  /** Lays the list of servers aside. */
  readonly archiveList: () => Promise<Result>;
  /** Told what opening the vault found. */
  readonly onOpening: (opening: VaultOpening) => void;
}

/** How long the clipboard and the connections are waited for; other programs own them too. */
const patienceMs = 2_000;

/** Locks the window and what lies behind it, and unlocks both. */
export class AppLock {
  /** A lock that is still shutting the vault; nothing is opened before. */
  #locking: Promise<unknown> = Promise.resolve();
  #locks = 0;
  /** How many calls are opening the vault at this moment. */
  #openings = 0;

  constructor(private readonly deps: Deps) {}

  get isLocked(): boolean {
    return this.deps.live.read().lock.kind === 'locked';
  }

  /**
   * Wipes the key first; then, each in a bounded time and beside the others, drops tokens and connections, asks servers
   * to end what ends with a lock, and clears our header off the clipboard.
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
    // SECURITY: all that takes time comes after this line, so that nobody can keep the key in memory by being slow.
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

  /** Locks if a person chose so for this occasion. */
  async onTrigger(occasion: LockTrigger): Promise<void> {
    if (locksOn(occasion, this.deps.live.read().settings)) await this.lock(occasion);
  }

  /** Shows the window locked before the vault was opened at all; the keyring is not asked. */
  async startLocked(reason: 'quit' | 'start'): Promise<void> {
    const { live, vault, autoLogout } = this.deps;
    autoLogout.locked();
    await vault.access.look();
    live.change({ lock: { kind: 'locked', reason, ...waysToUnlock(vault.storage) } });
  }

  /** Opens the vault, by its passphrase or without one by the keyring, and with it the window. */
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

  /** Begins a new vault in the place of one that does not open; from behind the lock with an empty list. */
  async replaceVault(): Promise<Result> {
    const { vault, sessions, autoLogout, journal } = this.deps;
    await this.#locking;
    const replaced = await this.#unlessLocked(async () => {
      // SECURITY: who does not know the passphrase gets no server to see by resetting the vault (0011).
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

  /** A window that is locked already may be about to be opened; what opens behind it is shut again. */
  async #lockAgain(reason: LockReason): Promise<Result> {
    const { vault, journal } = this.deps;
    if (this.#openings === 0) return done;
    journal.note('locked', null, { reason });
    this.#locks += 1;
    this.#locking = vault.access.lock();
    await this.#locking;
    return done;
  }

  /** Opens the vault; a lock that comes meanwhile has the last word. */
  async #unlessLocked<Opened extends Result<unknown>>(
    open: () => Promise<Opened>,
  ): Promise<Opened | 'overtaken'> {
    const locks = this.#locks;
    this.#openings += 1;
    try {
      const opened = await open();
      // SECURITY: the lid that is shut right after the passphrase was typed must lock all the same (0011).
      return opened.ok && locks !== this.#locks ? 'overtaken' : opened;
    } finally {
      this.#openings -= 1;
    }
  }

  /** Everything that was held back is told at once. */
  #show(): void {
    const { live } = this.deps;
    if (!this.isLocked) return;
    const { rows, notices, clipboard } = live.read();
    live.change({ lock: { kind: 'open' }, rows, notices, clipboard: { note: clipboard } });
  }
}
