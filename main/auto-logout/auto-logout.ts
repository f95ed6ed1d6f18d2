import { setTimeout as pause } from 'node:timers/promises';
import { done, fail, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { AutoLogoutReason } from '../../contract/journal.ts';
import { type AutoLogoutPolicy, autoLogoutAt, hasAutoLogout } from '../../contract/profiles/auto-logout.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { LockReason, Row } from '../../contract/state.ts';
import type { Journal } from '../journal/journal.ts';
import type { Logins } from '../logins/logins.ts';
import type { ProfileStore } from '../profiles/profile-store.ts';
import type { PendingLogouts } from '../sessions/pending-logouts.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { LiveState } from '../state/live-state.ts';
import { settleWithin } from '../timing/deadline.ts';
import { limitConcurrency } from '../timing/limit-concurrency.ts';
import { WakeTimer } from '../timing/wake-timer.ts';
import type { Vault } from '../vault/vault.ts';
import {
  type AutoLogoutWatch,
  type ClockReading,
  reasonForLogout,
  remainingMs,
  startWatch,
} from './auto-logout-policy.ts';

interface Deps {
  readonly live: LiveState;
  readonly sessions: Pick<SessionStore, 'profile' | 'rows' | 'session' | 'dispatch' | 'update'>;
  readonly profileStore: Pick<ProfileStore, 'change' | 'fileName'>;
  readonly logins: Pick<Logins, 'logout'>;
  readonly pendingLogouts: Pick<PendingLogouts, 'opened' | 'wake' | 'tryInMemory' | 'interrupt' | 'beginNow'>;
  readonly vault: Pick<Vault, 'find'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow?: () => number;
}

/** Longest interval between two looks at the wall clock, so that a jump ahead is noticed. */
const lookAgainMs = 60_000;
const logoutsAtOnce = 8;
/** Longest wait for servers before the vault closes. On suspend the system allows less. */
const patienceMs = 5_000;
const patienceBeforeSleepMs = 1_000;
/** Longest wait for sealing the tokens of log-outs that no server confirmed. */
const sealingMs = 2_000;

/**
 * Ends sessions by their auto log-out policy: by time, on lock and on quit. What was missed is done as soon as
 * possible.
 */
export class AutoLogout {
  readonly #monotonicNow: () => number;
  readonly #watches = new Map<ProfileId, AutoLogoutWatch>();
  readonly #limit = limitConcurrency(logoutsAtOnce);
  readonly #timer: WakeTimer;
  #isOpen = false;

  constructor(private readonly deps: Deps) {
    this.#monotonicNow = deps.monotonicNow ?? (() => performance.now());
    this.#timer = new WakeTimer(this.#monotonicNow, () => this.#carryOut());
    // The sessions found at the start outlived the previous quit.
    for (const row of deps.live.rows()) this.#follow(row, row.profile.lease.onQuit);
    deps.live.watch(({ rows = [], gone = [] }) => {
      const isChanged = [
        ...rows.map((row) => this.#follow(row, false)),
        ...gone.map((id) => this.#watches.delete(id)),
      ];
      if (isChanged.includes(true)) this.#reschedule();
      // Deferred: ending a session changes rows, and the other listeners have yet to receive this change.
      if (rows.some(({ profile }) => this.isOver(profile.id))) queueMicrotask(() => this.#carryOut());
    });
  }

  /** Whether the session should have ended by its policy, even if it could not be ended yet. */
  isOver(id: ProfileId): boolean {
    const watch = this.#watches.get(id);
    return watch !== undefined && reasonForLogout(watch, this.#clocks()) !== null;
  }

  /** Sets the auto log-out policy of a profile; a running session gets a new deadline. */
  async set(id: ProfileId, lease: AutoLogoutPolicy): Promise<Result> {
    const { sessions, profileStore, journal, now } = this.deps;
    const profile = sessions.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const after: Profile = { ...profile, lease };
    sessions.update(after);
    const session = stableSession(sessions.session(id));
    if (hasToken(session)) {
      this.#watches.delete(id);
      const leaseEndsAt = autoLogoutAt(lease, session.loggedInAt, now());
      void sessions.dispatch(id, { type: 'lease-changed', leaseEndsAt });
      const row = this.deps.live.row(id);
      if (row) this.#follow(row, false);
    }
    await profileStore.change(id, { lease });
    journal.note('lease-changed', after, { on: hasAutoLogout(lease) });
    this.#carryOut();
    return done;
  }

  /** Called once the vault is readable: ends overdue sessions and retries pending log-outs. */
  opened(): void {
    this.#isOpen = true;
    this.deps.pendingLogouts.opened();
    this.#carryOut();
  }

  /** Called on wake-up and when the network is back. */
  wake(): void {
    this.#carryOut();
    this.deps.pendingLogouts.wake();
  }

  /**
   * Called before the vault closes. At once takes the tokens of sessions that end on lock out of use, then asks their
   * servers to end them; resolves when all have answered or the time limit has passed.
   */
  async beforeLock(reason: LockReason): Promise<void> {
    const { sessions, vault, pendingLogouts, journal } = this.deps;
    const ending = this.locked();
    if (!this.#isOpen) return;
    this.#isOpen = false;
    pendingLogouts.interrupt();
    const patience = AbortSignal.timeout(reason === 'sleep' ? patienceBeforeSleepMs : patienceMs);
    const asked = ending.flatMap((id) => {
      const profile = sessions.profile(id);
      const session = stableSession(sessions.session(id));
      const found = profile && vault.find(profile);
      if (!profile || found?.kind !== 'token' || !hasToken(session)) return [];
      journal.note('lease-ended', profile, { reason: 'lock' });
      const asking = pendingLogouts.beginNow(profile, found.token, session.expiresAt, patience);
      void sessions.dispatch(id, { type: 'logged-out' });
      return [asking];
    });
    await Promise.all(asked);
  }

  /** Called once the window is locked: marks the sessions that end on lock, even if none can be ended now. */
  locked(): readonly ProfileId[] {
    const ending = this.#heldWith(({ lease }) => lease.onLock);
    for (const id of ending) this.#markDue(id, 'lock');
    return ending;
  }

  /**
   * Called before the app quits: like `beforeLock` for sessions that end on quit; also retries log-outs whose token is
   * in memory only.
   */
  async beforeQuit(): Promise<void> {
    if (!this.#isOpen) return;
    const ending = this.#heldWith(({ lease }) => lease.onQuit);
    for (const id of ending) this.#markDue(id, 'app-quit');
    const inMemory = settleWithin(patienceMs, this.deps.pendingLogouts.tryInMemory());
    await Promise.all([this.#endAll(ending, 'app-quit', patienceMs), inMemory]);
  }

  stop(): void {
    this.#timer.stop();
    this.#isOpen = false;
  }

  #clocks(): ClockReading {
    return { now: this.deps.now(), upMs: this.#monotonicNow() };
  }

  /** Returns whether the session or its end is another one than before. */
  #follow({ profile, session: live }: Row, missed: boolean): boolean {
    const session = stableSession(live);
    if (!hasToken(session)) return this.#watches.delete(profile.id);
    const known = this.#watches.get(profile.id);
    if (known?.fingerprint === session.fingerprint && known.endsAt === session.leaseEndsAt) return false;
    this.#watches.set(profile.id, startWatch(session, this.#clocks(), missed));
    return true;
  }

  #markDue(id: ProfileId, due: AutoLogoutReason): void {
    const watch = this.#watches.get(id);
    if (watch) this.#watches.set(id, { ...watch, due });
  }

  #heldWith(isMeant: (profile: Profile) => boolean): readonly ProfileId[] {
    return this.deps.sessions
      .rows()
      .filter(({ profile, session }) => isMeant(profile) && hasToken(stableSession(session)))
      .map(({ profile }) => profile.id);
  }

  /** Waits for a log-in that is running: it brings another session, or the previous one returns and is ended then. */
  #carryOut(): void {
    for (const [id, watch] of [...this.#watches]) {
      const why = reasonForLogout(watch, this.#clocks());
      const session = this.deps.sessions.session(id);
      if (why === null || !this.#isOpen || !hasToken(session) || session.secret === 'unreadable') continue;
      void this.#limit(() => this.#end(id, why, new AbortController().signal));
    }
    this.#reschedule();
  }

  async #end(id: ProfileId, why: AutoLogoutReason, signal: AbortSignal): Promise<void> {
    const { sessions, logins, journal } = this.deps;
    const profile = sessions.profile(id);
    if (!profile || !hasToken(sessions.session(id))) return;
    journal.note('lease-ended', profile, { reason: why });
    await logins.logout(id, signal);
  }

  /**
   * Never takes longer than `ms`: servers that have not answered are retried later, and a slow disk is not waited for.
   */
  async #endAll(ids: readonly ProfileId[], why: AutoLogoutReason, ms: number): Promise<void> {
    if (ids.length === 0) return;
    const patience = new AbortController();
    const ending = Promise.all(ids.map((id) => this.#end(id, why, patience.signal)));
    const late = pause(ms, undefined, { ref: false }).then(() => patience.abort());
    await settleWithin(ms + sealingMs, Promise.race([ending, late.then(() => ending)]));
  }

  #reschedule(): void {
    const clocks = this.#clocks();
    const lefts = [...this.#watches.values()].flatMap((watch) => remainingMs(watch, clocks) ?? []);
    // An overdue session that cannot be ended yet needs no timer: `opened` or the next change of its row takes it up.
    const next = lefts.filter((left) => left > 0);
    this.#timer.set(next.length === 0 ? null : clocks.upMs + Math.min(lookAgainMs, ...next));
  }
}
