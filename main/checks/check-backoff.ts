import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { type Check, hasToken, type Session } from '../../contract/sessions/session.ts';
import { isFailure, retryAfterMs } from './check-schedule.ts';

/** A session is never asked twice automatically within this time, however the clock jumps. */
const minRestMs = 30_000;

/** What is remembered of the checks of one session. */
interface BackoffState {
  readonly last: Check | null;
  readonly jitter: number;
  failures: number;
  /** Since when it can be checked at all. */
  since: EpochMs;
  /** By the clock that nobody puts back: until when the server wants to be left alone, and until when we leave it. */
  askedUntil: number;
  restUntil: number;
}

interface BackoffClocks {
  readonly now: () => EpochMs;
  /** Milliseconds of a clock that nobody puts back. */
  readonly monotonicNow: () => number;
  readonly random: () => number;
}

/** What the timetable knows of each session beside its row: how often it failed, and how long it must rest. */
export class CheckBackoff {
  readonly #clocks: BackoffClocks;
  readonly #kept = new Map<ProfileId, BackoffState>();

  constructor(clocks: BackoffClocks) {
    this.#clocks = clocks;
  }

  /** Brings the memory of a session up to its last check. */
  of(id: ProfileId, session: Session): BackoffState {
    const { now, random, monotonicNow } = this.#clocks;
    const check = hasToken(session) ? session.lastCheck : null;
    const known = this.#kept.get(id);
    if (known && known.last === check) return known;
    const failed = check !== null && isFailure(check.verdict);
    const memory: BackoffState = {
      last: check,
      jitter: random(),
      failures: failed ? (known?.failures ?? 0) + 1 : 0,
      since: known?.since ?? now(),
      askedUntil: Math.max(known?.askedUntil ?? 0, known && check ? monotonicNow() + retryAfterMs(check) : 0),
      restUntil: known ? monotonicNow() + minRestMs : 0,
    };
    this.#kept.set(id, memory);
    return memory;
  }

  /** How long a session must still be left alone, in ms. */
  cooldownMs({ askedUntil, restUntil }: BackoffState): number {
    return Math.max(askedUntil, restUntil) - this.#clocks.monotonicNow();
  }

  /** Notes that a session is asked just now, whatever comes of it. */
  markAttempt(id: ProfileId): void {
    const memory = this.#kept.get(id);
    if (memory) memory.restUntil = this.#clocks.monotonicNow() + minRestMs;
  }

  /** Notes that a server wants to be left alone, whichever token of the session it said so to. */
  coolDown(id: ProfileId, answer: Check): void {
    const memory = this.#kept.get(id);
    if (memory)
      memory.askedUntil = Math.max(memory.askedUntil, this.#clocks.monotonicNow() + retryAfterMs(answer));
  }

  /** Gives what failed a new chance; what a server asked for stays. */
  reset(): void {
    for (const memory of this.#kept.values()) {
      memory.failures = 0;
      memory.restUntil = 0;
    }
  }

  forget(id: ProfileId): void {
    this.#kept.delete(id);
  }
}
