import { setTimeout as pause } from 'node:timers/promises';
import { done, fail, type Result } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { LeaseReason } from '../../contract/journal.ts';
import { hasLease, type Lease, leaseEnd } from '../../contract/profiles/auto-logout.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import { isHeld, settled } from '../../contract/sessions/session.ts';
import type { LockReason, Row } from '../../contract/state.ts';
import type { Journal } from '../journal/journal.ts';
import type { SessionKeeper } from '../logins/logins.ts';
import type { ProfileBook } from '../profiles/profile-store.ts';
import type { Endings } from '../sessions/pending-logouts.ts';
import type { Fleet } from '../sessions/session-store.ts';
import type { LiveState } from '../state/live-state.ts';
import { within } from '../timing/deadline.ts';
import { turns } from '../timing/limit-concurrency.ts';
import { Alarm } from '../timing/wake-timer.ts';
import type { Vault } from '../vault/vault.ts';
import { type Clocks, type LeaseWatch, leftMs, watchOf, whyOver } from './auto-logout-policy.ts';

interface Deps {
  readonly live: LiveState;
  readonly fleet: Pick<Fleet, 'profile' | 'rows' | 'session' | 'happen' | 'alter'>;
  readonly book: Pick<ProfileBook, 'change' | 'fileName'>;
  readonly keeper: Pick<SessionKeeper, 'logout'>;
  readonly endings: Pick<Endings, 'opened' | 'wake' | 'tryInMemory' | 'interrupt' | 'beginNow'>;
  readonly vault: Pick<Vault, 'find'>;
  readonly journal: Pick<Journal, 'note'>;
  readonly now: () => EpochMs;
  /** Milliseconds since some moment, by a clock that nobody can set. */
  readonly uptime?: () => number;
}

/** Looked at again at least so often, so that a clock that jumps ahead is noticed. */
const lookAgainMs = 60_000;
const logoutsAtOnce = 8;
/** How long servers are waited for before the vault closes; going to sleep leaves less time. */
const patienceMs = 5_000;
const patienceBeforeSleepMs = 1_000;
/** How long what they did not confirm may take to be sealed. */
const sealingMs = 2_000;

/** Ends sessions whose lease is over: by the clock, with the lock, and with the app; and what was missed, as soon as it can. */
export class LeaseKeeper {
  readonly #uptime: () => number;
  readonly #watches = new Map<ProfileId, LeaseWatch>();
  readonly #inTurn = turns(logoutsAtOnce);
  readonly #alarm: Alarm;
  #isOpen = false;

  constructor(private readonly deps: Deps) {
    this.#uptime = deps.uptime ?? (() => performance.now());
    this.#alarm = new Alarm(this.#uptime, () => this.#carryOut());
    // The app has quit since these sessions were granted.
    for (const row of deps.live.rows()) this.#follow(row, row.profile.lease.onQuit);
    deps.live.watch(({ rows = [], gone = [] }) => {
      for (const row of rows) this.#follow(row, false);
      for (const id of gone) this.#watches.delete(id);
      if (rows.length + gone.length === 0) return;
      this.#wake();
      // Not at once: what ends a session changes rows, and this change is still being told.
      if (rows.some(({ profile }) => this.isOver(profile.id))) queueMicrotask(() => this.#carryOut());
    });
  }

  /** Is the lease of this session over, whether it could be ended yet or not? */
  isOver(id: ProfileId): boolean {
    const watch = this.#watches.get(id);
    return watch !== undefined && whyOver(watch, this.#clocks()) !== null;
  }

  /** Sets when the session of a profile is ended; a live one is measured anew. */
  async set(id: ProfileId, lease: Lease): Promise<Result> {
    const { fleet, book, journal, now } = this.deps;
    const profile = fleet.profile(id);
    if (!profile) return fail({ code: 'profile-gone' });
    const after: Profile = { ...profile, lease };
    fleet.alter(after);
    const session = settled(fleet.session(id));
    if (isHeld(session)) {
      this.#watches.delete(id);
      const leaseEndsAt = leaseEnd(lease, session.loggedInAt, now());
      void fleet.happen(id, { type: 'lease-changed', leaseEndsAt });
      const row = this.deps.live.row(id);
      if (row) this.#follow(row, false);
    }
    await book.change(id, { lease });
    journal.note('lease-changed', after, { on: hasLease(lease) });
    this.#carryOut();
    return done;
  }

  /** The vault can be read: what is over is ended, and what is pending is asked for again. */
  opened(): void {
    this.#isOpen = true;
    this.deps.endings.opened();
    this.#carryOut();
  }

  /** The computer woke up, or the network came back. */
  wake(): void {
    this.#carryOut();
    this.deps.endings.wake();
  }

  /**
   * Before the vault shuts: takes the tokens of sessions that end with a lock out of use, at once; their servers are
   * asked with the tokens in hand, and the promise is settled when they answered or had their time.
   */
  async beforeLock(reason: LockReason): Promise<void> {
    const { fleet, vault, endings, journal } = this.deps;
    const ending = this.locked();
    if (!this.#isOpen) return;
    this.#isOpen = false;
    endings.interrupt();
    const patience = AbortSignal.timeout(reason === 'sleep' ? patienceBeforeSleepMs : patienceMs);
    const asked = ending.flatMap((id) => {
      const profile = fleet.profile(id);
      const session = settled(fleet.session(id));
      const found = profile && vault.find(profile);
      if (!profile || found?.kind !== 'token' || !isHeld(session)) return [];
      journal.note('lease-ended', profile, { reason: 'lock' });
      const asking = endings.beginNow(profile, found.token, session.expiresAt, patience);
      void fleet.happen(id, { type: 'logged-out' });
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
    const inMemory = within(patienceMs, this.deps.endings.tryInMemory());
    await Promise.all([this.#endAll(ending, 'app-quit', patienceMs), inMemory]);
  }

  stop(): void {
    this.#alarm.stop();
    this.#isOpen = false;
  }

  #clocks(): Clocks {
    return { now: this.deps.now(), upMs: this.#uptime() };
  }

  #follow({ profile, session: live }: Row, missed: boolean): void {
    const session = settled(live);
    if (!isHeld(session)) {
      this.#watches.delete(profile.id);
      return;
    }
    const known = this.#watches.get(profile.id);
    if (known?.fingerprint === session.fingerprint && known.endsAt === session.leaseEndsAt) return;
    this.#watches.set(profile.id, watchOf(session, this.#clocks(), missed));
  }

  #markDue(id: ProfileId, due: LeaseReason): void {
    const watch = this.#watches.get(id);
    if (watch) this.#watches.set(id, { ...watch, due });
  }

  #heldWith(isMeant: (profile: Profile) => boolean): readonly ProfileId[] {
    return this.deps.fleet
      .rows()
      .filter(({ profile, session }) => isMeant(profile) && isHeld(settled(session)))
      .map(({ profile }) => profile.id);
  }

  /** A login under way is waited for: it brings another session, or the one before comes back and is ended then. */
  #carryOut(): void {
    for (const [id, watch] of [...this.#watches]) {
      const why = whyOver(watch, this.#clocks());
      const session = this.deps.fleet.session(id);
      if (why === null || !this.#isOpen || !isHeld(session) || session.secret === 'unreadable') continue;
      void this.#inTurn(() => this.#end(id, why, new AbortController().signal));
    }
    this.#wake();
  }

  async #end(id: ProfileId, why: LeaseReason, signal: AbortSignal): Promise<void> {
    const { fleet, keeper, journal } = this.deps;
    const profile = fleet.profile(id);
    if (!profile || !isHeld(fleet.session(id))) return;
    journal.note('lease-ended', profile, { reason: why });
    await keeper.logout(id, signal);
  }

  /** Bounded: servers that do not answer in time are asked again later, and nothing waits for a disk for ever. */
  async #endAll(ids: readonly ProfileId[], why: LeaseReason, ms: number): Promise<void> {
    if (ids.length === 0) return;
    const patience = new AbortController();
    const ending = Promise.all(ids.map((id) => this.#end(id, why, patience.signal)));
    const late = pause(ms, undefined, { ref: false }).then(() => patience.abort());
    await within(ms + sealingMs, Promise.race([ending, late.then(() => ending)]));
  }

  #wake(): void {
    const clocks = this.#clocks();
    const lefts = [...this.#watches.values()].flatMap((watch) => leftMs(watch, clocks) ?? []);
    // One that is over but cannot be ended yet is taken up by whatever opens the way, not by looking again and again.
    const next = lefts.filter((left) => left > 0);
    this.#alarm.set(next.length === 0 ? null : clocks.upMs + Math.min(lookAgainMs, ...next));
  }
}
