import type { EpochMs } from '../../contract/core/time.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { type Check, isHeld, type Session } from '../../contract/sessions/session.ts';
import { askedRestMs, isFailure } from './check-schedule.ts';

/** A session is never asked twice by itself within this time, however the clock jumps. */
const leastRestMs = 30_000;

/** What is remembered of the checks of one session. */
interface Memory {
  readonly last: Check | null;
  readonly luck: number;
  failures: number;
  /** Since when it can be checked at all. */
  since: EpochMs;
  /** By the clock that nobody puts back: until when the server wants to be left alone, and until when we leave it. */
  askedUntil: number;
  restUntil: number;
}

interface Clocks {
  readonly now: () => EpochMs;
  /** Milliseconds of a clock that nobody puts back. */
  readonly ticks: () => number;
  readonly random: () => number;
}

/** What the timetable knows of each session beside its row: how often it failed, and how long it must rest. */
export class CheckMemories {
  readonly #clocks: Clocks;
  readonly #kept = new Map<ProfileId, Memory>();

  constructor(clocks: Clocks) {
    this.#clocks = clocks;
  }

  /** Brings the memory of a session up to its last check. */
  of(id: ProfileId, session: Session): Memory {
    const { now, random, ticks } = this.#clocks;
    const check = isHeld(session) ? session.lastCheck : null;
    const known = this.#kept.get(id);
    if (known && known.last === check) return known;
    const failed = check !== null && isFailure(check.verdict);
    const memory: Memory = {
      last: check,
      luck: random(),
      failures: failed ? (known?.failures ?? 0) + 1 : 0,
      since: known?.since ?? now(),
      askedUntil: Math.max(known?.askedUntil ?? 0, known && check ? ticks() + askedRestMs(check) : 0),
      restUntil: known ? ticks() + leastRestMs : 0,
    };
    this.#kept.set(id, memory);
    return memory;
  }

  /** How long a session must still be left alone, in ms. */
  restMs({ askedUntil, restUntil }: Memory): number {
    return Math.max(askedUntil, restUntil) - this.#clocks.ticks();
  }

  /** Notes that a session is asked just now, whatever comes of it. */
  asked(id: ProfileId): void {
    const memory = this.#kept.get(id);
    if (memory) memory.restUntil = this.#clocks.ticks() + leastRestMs;
  }

  /** Notes that a server wants to be left alone, whichever token of the session it said so to. */
  rest(id: ProfileId, answer: Check): void {
    const memory = this.#kept.get(id);
    if (memory) memory.askedUntil = Math.max(memory.askedUntil, this.#clocks.ticks() + askedRestMs(answer));
  }

  /** Gives what failed a new chance; what a server asked for stays. */
  forgive(): void {
    for (const memory of this.#kept.values()) {
      memory.failures = 0;
      memory.restUntil = 0;
    }
  }

  forget(id: ProfileId): void {
    this.#kept.delete(id);
  }
}
