const inARow = 20;
const everyMs = 500;

/**
 * How fast a pipe is opened again and again: some times at once, then twice a second. Programs only wait for it, and one
 * that does nothing else must not keep the computer busy.
 */
export class Pace {
  #left = inARow;
  #at = 0;

  /** How long to wait before the next one, in ms; `now` is of a monotonic clock. */
  next(now: number): number {
    this.#left = Math.min(inARow, this.#left + (now - this.#at) / everyMs) - 1;
    this.#at = now;
    return Math.max(0, Math.ceil(-this.#left * everyMs));
  }
}
