import { networkInterfaces } from 'node:os';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken, type Session, stableSession } from '../../contract/sessions/session.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Row, StateChange } from '../../contract/state.ts';
import type { LiveState } from '../state/live-state.ts';
import { WakeTimer } from '../timing/wake-timer.ts';
import { CheckBackoff } from './check-backoff.ts';
import { nextCheckAt } from './check-schedule.ts';
import { networkFingerprint } from './network-fingerprint.ts';
import type { SessionChecks } from './session-checks.ts';

/** Maximum number of concurrent automatic checks; the other slots stay free for checks that a person asks for. */
const maxAtOnce = 4;
/** Minimum time between two resets of the backoff while the computer does not sleep. */
const forgivingRestMs = 60_000;

interface Deps {
  readonly live: Pick<LiveState, 'read' | 'row' | 'rows' | 'change' | 'watch'>;
  readonly checks: Pick<SessionChecks, 'check' | 'settled' | 'onRetryAfter'>;
  readonly now: () => EpochMs;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow?: () => number;
  readonly random?: () => number;
  readonly networks?: () => string;
  readonly alarm?: (ring: () => void) => Pick<WakeTimer, 'set' | 'stop'>;
}

/**
 * Runs automatic checks. They only change rows and never log in.
 *
 * A single timer is set to the earliest due check. Nothing runs while the window is locked.
 */
export class CheckScheduler {
  readonly #deps: Required<Deps>;
  readonly #timer: Pick<WakeTimer, 'set' | 'stop'>;
  readonly #backoff: CheckBackoff;
  readonly #asked = new Set<ProfileId>();
  readonly #changed = new Set<ProfileId>();
  readonly #withToken = new Set<ProfileId>();
  /** When the timer rings; by then the check that it was set for may have moved. Null: never. */
  #ringsAt: EpochMs | null = null;
  /** Whether only a look at all rows tells when the timer has to ring. */
  #mustLookAtAll = true;
  #stopWatching: (() => void) | null = null;
  #isLocked = false;
  #everyMinutes: Settings['checkEveryMinutes'] = null;
  #since: EpochMs = 0;
  #networkAt: EpochMs = 0;
  #networks = '';
  #backoffResetAt = Number.NEGATIVE_INFINITY;

  constructor(deps: Deps) {
    this.#deps = {
      monotonicNow: () => performance.now(),
      random: Math.random,
      networks: () => networkFingerprint(networkInterfaces()),
      alarm: (ring) => new WakeTimer(deps.now, ring),
      ...deps,
    };
    this.#backoff = new CheckBackoff(this.#deps);
    this.#timer = this.#deps.alarm(() => this.#onTimer());
    deps.checks.onRetryAfter((id, answer) => this.#backoff.coolDown(id, answer));
  }

  /** Starts the schedule; called once it is known which tokens can be read. */
  start(): void {
    if (this.#stopWatching) return;
    const { live, networks } = this.#deps;
    const { lock, settings } = live.read();
    this.#isLocked = lock.kind === 'locked';
    this.#everyMinutes = settings.checkEveryMinutes;
    this.#networks = networks();
    for (const row of live.rows()) this.#count(row);
    this.#stopWatching = live.watch((change) => this.#onChange(change));
    this.#beginAnew();
  }

  /** Stops the schedule for good; called on quit. */
  stop(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#timer.stop();
  }

  /** Called on wake-up: reschedules everything, spreading what is overdue, and clears the backoff. */
  wakeUp(): void {
    this.#lookAtNetworks();
    this.#resetBackoff();
  }

  /** Called when the network may have changed; calls in quick succession are ignored. */
  networkMayHaveChanged(): void {
    if (this.#mayResetBackoff()) this.wakeUp();
  }

  /** Checks a session at once, because its server says that something has changed. */
  async checkNow(id: ProfileId): Promise<void> {
    const { checks, live } = this.#deps;
    // A running check may have been answered before that.
    await checks.settled(id);
    const row = live.row(id);
    if (this.#isLocked || !this.#stopWatching || !row) return;
    const mayCheck = this.#nextCheckOf(row, this.#withToken.size).kind === 'at';
    // SECURITY: a cooldown that the server asked for is always respected (0018).
    if (mayCheck && !this.#backoff.isCoolingDown(id)) this.#ask(id);
  }

  #onChange({ rows = [], gone = [], lock, settings }: StateChange): void {
    for (const id of gone) {
      this.#backoff.forget(id);
      this.#withToken.delete(id);
    }
    const isPaceNew = settings !== undefined && settings.checkEveryMinutes !== this.#everyMinutes;
    if (settings) this.#everyMinutes = settings.checkEveryMinutes;
    if (lock) {
      this.#isLocked = lock.kind === 'locked';
      this.#timer.stop();
      this.#mustLookAtAll = true;
    }
    if (lock?.kind === 'open' || isPaceNew) this.#beginAnew();
    for (const row of rows) {
      this.#count(row);
      this.#backoff.of(row.profile.id, stableSession(row.session));
      this.#planSoon(row.profile.id);
    }
  }

  #count({ profile, session }: Row): void {
    if (hasToken(session)) this.#withToken.add(profile.id);
    else this.#withToken.delete(profile.id);
  }

  #beginAnew(): void {
    this.#since = this.#deps.now();
    for (const { profile } of this.#deps.live.rows()) this.#planSoon(profile.id);
  }

  // SECURITY: neither the page nor an unstable network may make the app check servers without limit (0018).
  #mayResetBackoff(): boolean {
    const monotonicNow = this.#deps.monotonicNow();
    if (monotonicNow - this.#backoffResetAt < forgivingRestMs) return false;
    this.#backoffResetAt = monotonicNow;
    return true;
  }

  #resetBackoff(): void {
    this.#backoff.reset();
    this.#beginAnew();
  }

  #lookAtNetworks(): boolean {
    const networks = this.#deps.networks();
    if (networks === this.#networks) return false;
    this.#networks = networks;
    this.#networkAt = this.#deps.now();
    return true;
  }

  /**
   * Plans in a microtask: changing the state inside its own notification would reach the window before the first
   * change.
   */
  #planSoon(id: ProfileId): void {
    if (this.#changed.size === 0) queueMicrotask(() => this.#plan());
    this.#changed.add(id);
  }

  #plan(): void {
    const { live } = this.#deps;
    const ids = [...this.#changed];
    this.#changed.clear();
    if (this.#isLocked || !this.#stopWatching) return;
    const rows = ids.flatMap((id) => {
      const row = live.row(id);
      if (!row || !isSettled(row.session) || row.checking || this.#asked.has(id)) return [];
      const nextCheck = this.#nextCheckOf(row, this.#withToken.size);
      return isSame(nextCheck, row.nextCheck) ? [] : [{ ...row, nextCheck }];
    });
    if (rows.length > 0) live.change({ rows });
    this.#setTimer(ids.flatMap((id) => live.row(id) ?? []));
  }

  #nextCheckOf({ profile, session, checksItself, nextCheck }: Row, sessions: number): Row['nextCheck'] {
    const { now } = this.#deps;
    const memory = this.#backoff.of(profile.id, session);
    const facts = {
      ...{ session, checksItself, sessions, everyMinutes: this.#everyMinutes, networkAt: this.#networkAt },
      ...{ failures: memory.failures, luck: memory.jitter, now: now() },
      restMs: this.#backoff.cooldownMs(memory),
    };
    // A session that becomes checkable gets a place in the schedule instead of being checked at once.
    if (nextCheck.kind === 'not') memory.since = facts.now;
    return nextCheckAt({ ...facts, since: Math.max(this.#since, memory.since) });
  }

  /** Has the timer ring for these rows too, if there is room for another check. It may ring early. */
  #setTimer(changed: readonly Row[]): void {
    const isFull = this.#asked.size >= maxAtOnce;
    if (isFull || this.#mustLookAtAll) this.#ringsAt = null;
    const looked = this.#mustLookAtAll ? this.#deps.live.rows() : changed;
    this.#mustLookAtAll = isFull;
    for (const { at } of isFull ? [] : this.#waiting(looked))
      this.#ringsAt = Math.min(at, this.#ringsAt ?? at);
    this.#timer.set(this.#ringsAt);
  }

  #waiting(rows: readonly Row[]): readonly { readonly row: Row; readonly at: EpochMs }[] {
    return rows.flatMap((row) => {
      const { profile, session, nextCheck, checking } = row;
      const isIdle = hasToken(session) && !checking && !this.#asked.has(profile.id);
      return isIdle && nextCheck.kind === 'at' ? [{ row, at: nextCheck.at }] : [];
    });
  }

  #onTimer(): void {
    // SECURITY: no check starts while the window is locked, whatever was planned before (0018).
    if (this.#isLocked || !this.#stopWatching) return;
    const now = this.#deps.now();
    this.#mustLookAtAll = true;
    if (this.#lookAtNetworks() && this.#mayResetBackoff()) this.#resetBackoff();
    // The clock was set back, so the planned times are void.
    else if (this.#since > now) this.#beginAnew();
    else this.#askWhoIsDue(now);
  }

  #askWhoIsDue(now: EpochMs): void {
    const due = this.#waiting(this.#deps.live.rows())
      .filter(({ at }) => at <= now)
      .sort((one, other) => one.at - other.at);
    for (const { row } of due.slice(0, maxAtOnce - this.#asked.size)) {
      const planned = this.#nextCheckOf(row, due.length);
      if (planned.kind === 'at' && planned.at <= now) this.#ask(row.profile.id);
      else this.#planSoon(row.profile.id);
    }
    this.#setTimer([]);
  }

  #ask(id: ProfileId): void {
    this.#asked.add(id);
    this.#backoff.markAttempt(id);
    void this.#deps.checks.check(id).finally(() => {
      this.#asked.delete(id);
      this.#planSoon(id);
    });
  }
}

function isSettled(session: Session): boolean {
  return hasToken(session) || session.phase === 'logged-out';
}

function isSame(one: Row['nextCheck'], other: Row['nextCheck']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
