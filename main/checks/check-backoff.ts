import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { type Check, hasToken, type Session } from '../../contract/sessions/session.ts';
import { isFailure, retryAfterMs } from './check-schedule.ts';

/** Minimum time between two automatic checks of a session, whatever the wall clock does. */
const minRestMs = 30_000;

/** What is remembered about the checks of one session. */
interface BackoffState {
  readonly last: Check | null;
  readonly jitter: number;
  failures: number;
  /** Since when the session can be checked. */
  since: EpochMs;
  /** Monotonic time until which the server asked to be left alone, and until which the app leaves it alone. */
  askedUntil: number;
  restUntil: number;
}

interface BackoffClocks {
  readonly now: () => EpochMs;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow: () => number;
  readonly random: () => number;
}

/** Counts the failed checks of each session and keeps its backoff and the cooldown its server asked for. */
export class CheckBackoff {
  readonly #clocks: BackoffClocks;
  readonly #kept = new Map<ProfileId, BackoffState>();

  constructor(clocks: BackoffClocks) {
    this.#clocks = clocks;
  }

  /** The entry of a session, updated with the result of its last check. */
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

  /** How long a session must not be checked, in ms. */
  cooldownMs({ askedUntil, restUntil }: BackoffState): number {
    return Math.max(askedUntil, restUntil) - this.#clocks.monotonicNow();
  }

  /** Whether the server of a session asked to be left alone. */
  isCoolingDown(id: ProfileId): boolean {
    return (this.#kept.get(id)?.askedUntil ?? 0) > this.#clocks.monotonicNow();
  }

  /** Records that a check starts, whatever its result. */
  markAttempt(id: ProfileId): void {
    const memory = this.#kept.get(id);
    if (memory) memory.restUntil = this.#clocks.monotonicNow() + minRestMs;
  }

  /** Records a `Retry-After`, whichever token of the session was checked. */
  coolDown(id: ProfileId, answer: Check): void {
    const memory = this.#kept.get(id);
    if (memory)
      memory.askedUntil = Math.max(memory.askedUntil, this.#clocks.monotonicNow() + retryAfterMs(answer));
  }

  /** Clears the backoff after failures; a cooldown that a server asked for stays. */
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
