import { networkInterfaces } from 'node:os';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { isHeld, type Session, settled } from '../../contract/sessions/session.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Row, StateChange } from '../../contract/state.ts';
import type { LiveState } from '../state/live-state.ts';
import { Alarm } from '../timing/wake-timer.ts';
import { CheckMemories } from './check-backoff.ts';
import { nextCheckOf } from './check-schedule.ts';
import { networksOf } from './network-fingerprint.ts';
import type { SessionChecks } from './session-checks.ts';

/** So many are asked at once without anybody waiting; the other places are for people. */
const mostAtOnce = 4;
/** What failed gets a new chance no more often than this, as long as the computer does not sleep. */
const forgivingRestMs = 60_000;

interface Parts {
  readonly live: Pick<LiveState, 'read' | 'row' | 'rows' | 'change' | 'watch'>;
  readonly checks: Pick<SessionChecks, 'check' | 'tellOfRests'>;
  readonly now: () => EpochMs;
  /** Milliseconds of a clock that nobody puts back. */
  readonly ticks?: () => number;
  readonly random?: () => number;
  readonly networks?: () => string;
  readonly alarm?: (ring: () => void) => Pick<Alarm, 'set' | 'stop'>;
}

/**
 * Checks sessions by itself, quietly: it changes rows and nothing else, and never logs in.
 *
 * One timer rings at the earliest moment. Nothing runs behind a lock.
 */
export class Timetable {
  readonly #parts: Required<Parts>;
  readonly #alarm: Pick<Alarm, 'set' | 'stop'>;
  readonly #memories: CheckMemories;
  readonly #asked = new Set<ProfileId>();
  readonly #changed = new Set<ProfileId>();
  #stopWatching: (() => void) | null = null;
  #isLocked = false;
  #everyMinutes: Settings['checkEveryMinutes'] = null;
  #since: EpochMs = 0;
  #networkAt: EpochMs = 0;
  #networks = '';
  #forgivenAt = Number.NEGATIVE_INFINITY;

  constructor(parts: Parts) {
    this.#parts = {
      ticks: () => performance.now(),
      random: Math.random,
      networks: () => networksOf(networkInterfaces()),
      alarm: (ring) => new Alarm(parts.now, ring),
      ...parts,
    };
    this.#memories = new CheckMemories(this.#parts);
    this.#alarm = this.#parts.alarm(() => this.#ring());
    parts.checks.tellOfRests((id, answer) => this.#memories.rest(id, answer));
  }

  /** Begins, once it is known which tokens can be read. */
  start(): void {
    if (this.#stopWatching) return;
    const { live, networks } = this.#parts;
    const { lock, settings } = live.read();
    this.#isLocked = lock.kind === 'locked';
    this.#everyMinutes = settings.checkEveryMinutes;
    this.#networks = networks();
    this.#stopWatching = live.watch((change) => this.#hear(change));
    this.#beginAnew();
  }

  /** Ends; for the end of the app. */
  stop(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#alarm.stop();
  }

  /** Looks at everything again after the computer slept: what is overdue is spread, and what failed gets its chance. */
  wakeUp(): void {
    this.#lookAtNetworks();
    this.#forgive();
  }

  /** Follows a hint that the network came or went; hints that come thick and fast are not heard. */
  networkMayHaveChanged(): void {
    if (this.#mayForgive()) this.wakeUp();
  }

  #hear({ rows = [], gone = [], lock, settings }: StateChange): void {
    for (const id of gone) this.#memories.forget(id);
    const isPaceNew = settings !== undefined && settings.checkEveryMinutes !== this.#everyMinutes;
    if (settings) this.#everyMinutes = settings.checkEveryMinutes;
    if (lock) {
      this.#isLocked = lock.kind === 'locked';
      this.#alarm.stop();
    }
    if (lock?.kind === 'open' || isPaceNew) this.#beginAnew();
    for (const { profile, session } of rows) {
      this.#memories.of(profile.id, settled(session));
      this.#planSoon(profile.id);
    }
  }

  #beginAnew(): void {
    this.#since = this.#parts.now();
    for (const { profile } of this.#parts.live.rows()) this.#planSoon(profile.id);
  }

  // SECURITY: a page, or a network that comes and goes, must not have servers asked as often as it likes (0018).
  #mayForgive(): boolean {
    const ticks = this.#parts.ticks();
    if (ticks - this.#forgivenAt < forgivingRestMs) return false;
    this.#forgivenAt = ticks;
    return true;
  }

  #forgive(): void {
    this.#memories.forgive();
    this.#beginAnew();
  }

  #lookAtNetworks(): boolean {
    const networks = this.#parts.networks();
    if (networks === this.#networks) return false;
    this.#networks = networks;
    this.#networkAt = this.#parts.now();
    return true;
  }

  /** Plans after everybody has heard the change: a change in the middle of it would overtake it on its way to the window. */
  #planSoon(id: ProfileId): void {
    if (this.#changed.size === 0) queueMicrotask(() => this.#plan());
    this.#changed.add(id);
  }

  #plan(): void {
    const { live } = this.#parts;
    const ids = [...this.#changed];
    this.#changed.clear();
    if (this.#isLocked || !this.#stopWatching) return;
    const sessions = live.rows().filter(({ session }) => isHeld(session)).length;
    const rows = ids.flatMap((id) => {
      const row = live.row(id);
      if (!row || !isSettled(row.session) || row.checking || this.#asked.has(id)) return [];
      const nextCheck = this.#nextCheckOf(row, sessions);
      return isSame(nextCheck, row.nextCheck) ? [] : [{ ...row, nextCheck }];
    });
    if (rows.length > 0) live.change({ rows });
    this.#setAlarm();
  }

  #nextCheckOf({ profile, session, checksItself, nextCheck }: Row, sessions: number): Row['nextCheck'] {
    const { now } = this.#parts;
    const memory = this.#memories.of(profile.id, session);
    const facts = {
      ...{ session, checksItself, sessions, everyMinutes: this.#everyMinutes, networkAt: this.#networkAt },
      ...{ failures: memory.failures, luck: memory.luck, now: now() },
      restMs: this.#memories.restMs(memory),
    };
    // What could not be checked until now has its turn among all others, not at once.
    if (nextCheck.kind === 'not') memory.since = facts.now;
    return nextCheckOf({ ...facts, since: Math.max(this.#since, memory.since) });
  }

  #setAlarm(): void {
    const room = this.#asked.size < mostAtOnce;
    const moments = room ? this.#waiting().map(({ at }) => at) : [];
    this.#alarm.set(moments.length === 0 ? null : Math.min(...moments));
  }

  #waiting(): readonly { readonly row: Row; readonly at: EpochMs }[] {
    return this.#parts.live.rows().flatMap((row) => {
      const { profile, session, nextCheck, checking } = row;
      const isIdle = isHeld(session) && !checking && !this.#asked.has(profile.id);
      return isIdle && nextCheck.kind === 'at' ? [{ row, at: nextCheck.at }] : [];
    });
  }

  #ring(): void {
    // SECURITY: behind a lock nothing is asked, whatever was planned before (0018).
    if (this.#isLocked || !this.#stopWatching) return;
    const now = this.#parts.now();
    if (this.#lookAtNetworks() && this.#mayForgive()) this.#forgive();
    // The clock was put back, so nothing that was planned by it holds.
    else if (this.#since > now) this.#beginAnew();
    else this.#askWhoIsDue(now);
  }

  #askWhoIsDue(now: EpochMs): void {
    const due = this.#waiting()
      .filter(({ at }) => at <= now)
      .sort((one, other) => one.at - other.at);
    for (const { row } of due.slice(0, mostAtOnce - this.#asked.size)) {
      const planned = this.#nextCheckOf(row, due.length);
      if (planned.kind === 'at' && planned.at <= now) this.#ask(row.profile.id);
      else this.#planSoon(row.profile.id);
    }
    this.#setAlarm();
  }

  #ask(id: ProfileId): void {
    this.#asked.add(id);
    this.#memories.asked(id);
    void this.#parts.checks.check(id).finally(() => {
      this.#asked.delete(id);
      this.#planSoon(id);
    });
  }
}

function isSettled(session: Session): boolean {
  return isHeld(session) || session.phase === 'logged-out';
}

function isSame(one: Row['nextCheck'], other: Row['nextCheck']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
