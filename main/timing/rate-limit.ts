import { setTimeout as pause } from 'node:timers/promises';

/** Lets at most `burst` callers through at once, and after that `perSecond`; the others wait in order. */
export class RateLimit {
  readonly #burstMs: number;
  readonly #stepMs: number;
  readonly #now: () => number;
  readonly #pause: (ms: number) => Promise<unknown>;
  /** When all that was let through so far would be over at an even rate, in ms of the clock. */
  #evenAt = Number.NEGATIVE_INFINITY;

  /** `now`: milliseconds of a monotonic clock. */
  constructor(
    burst: number,
    perSecond: number,
    now: () => number = () => performance.now(),
    wait: (ms: number) => Promise<unknown> = pause,
  ) {
    this.#stepMs = 1_000 / perSecond;
    this.#burstMs = (burst - 1) * this.#stepMs;
    this.#now = now;
    this.#pause = wait;
  }

  /** Resolves when it is this caller's turn. */
  async next(): Promise<void> {
    const now = this.#now();
    this.#evenAt = Math.max(this.#evenAt, now);
    const waitMs = this.#evenAt - this.#burstMs - now;
    this.#evenAt += this.#stepMs;
    if (waitMs > 0) await this.#pause(waitMs);
  }
}
