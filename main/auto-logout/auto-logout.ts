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
  /** Milliseconds since some moment, by a clock that nobody can set. */
  readonly monotonicNow?: () => number;
}

/** Looked at again at least so often, so that a clock that jumps ahead is noticed. */
const lookAgainMs = 60_000;
const logoutsAtOnce = 8;
/** How long servers are waited for before the vault closes; going to sleep leaves less time. */
const patienceMs = 5_000;
const patienceBeforeSleepMs = 1_000;
/** How long what they did not confirm may take to be sealed. */
const sealingMs = 2_000;

/** Ends sessions whose auto-logout is over: by the clock, with the lock, and with the app; and what was missed, as soon as it can. */
export class AutoLogout {
  readonly #monotonicNow: () => number;
  readonly #watches = new Map<ProfileId, AutoLogoutWatch>();
  readonly #limit = limitConcurrency(logoutsAtOnce);
  readonly #timer: WakeTimer;
  #isOpen = false;

  constructor(private readonly deps: Deps) {
    this.#monotonicNow = deps.monotonicNow ?? (() => performance.now());
    this.#timer = new WakeTimer(this.#monotonicNow, () => this.#carryOut());
    // The app has quit since these sessions were granted.
    for (const row of deps.live.rows()) this.#follow(row, row.profile.lease.onQuit);
    deps.live.watch(({ rows = [], gone = [] }) => {
      for (const row of rows) this.#follow(row, false);
      for (const id of gone) this.#watches.delete(id);
      if (rows.length + gone.length === 0) return;
      this.#reschedule();
      // Not at once: what ends a session changes rows, and this change is still being told.
      if (rows.some(({ profile }) => this.isOver(profile.id))) queueMicrotask(() => this.#carryOut());
    });
  }

  /** Is the auto-logout of this session over, whether it could be ended yet or not? */
  isOver(id: ProfileId): boolean {
    const watch = this.#watches.get(id);
    return watch !== undefined && reasonForLogout(watch, this.#clocks()) !== null;
  }

  /** Sets when the session of a profile is ended; a live one is measured anew. */
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

  /** The vault can be read: what is over is ended, and what is pending is asked for again. */
  opened(): void {
    this.#isOpen = true;
    this.deps.pendingLogouts.opened();
    this.#carryOut();
  }

  /** The computer woke up, or the network came back. */
  wake(): void {
    this.#carryOut();
    this.deps.pendingLogouts.wake();
  }

  /**
   * Before the vault shuts: takes the tokens of sessions that end with a lock out of use, at once; their servers are
   * asked with the tokens in hand, and the promise is settled when they answered or had their time.
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

  /** The window is locked, so sessions that end with a lock are over, even if nothing can be done about it now. */
  locked(): readonly ProfileId[] {
    const ending = this.#heldWith(({ lease }) => lease.onLock);
    for (const id of ending) this.#markDue(id, 'lock');
    return ending;
  }

  /** Before the app quits: the same for the sessions that end with it, and once more for what is in memory only. */
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

  #follow({ profile, session: live }: Row, missed: boolean): void {
    const session = stableSession(live);
    if (!hasToken(session)) {
      this.#watches.delete(profile.id);
      return;
    }
    const known = this.#watches.get(profile.id);
    if (known?.fingerprint === session.fingerprint && known.endsAt === session.leaseEndsAt) return;
    this.#watches.set(profile.id, startWatch(session, this.#clocks(), missed));
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

  /** A login under way is waited for: it brings another session, or the one before comes back and is ended then. */
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

  /** Bounded: servers that do not answer in time are asked again later, and nothing waits for a disk for ever. */
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
    // One that is over but cannot be ended yet is taken up by whatever opens the way, not by looking again and again.
    const next = lefts.filter((left) => left > 0);
    this.#timer.set(next.length === 0 ? null : clocks.upMs + Math.min(lookAgainMs, ...next));
  }
}
