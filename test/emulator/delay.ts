import { setImmediate, setTimeout } from 'node:timers/promises';

/**
 * Delays answers, and lets those that are due go one in each turn of the event loop.
 *
 * One emulator answers as many servers. If it wrote all answers that are due at a time, the next requests would only be
 * read after the last of them, and each server would seem slower by what all others cost.
 */
export class Delay {
  #turn = Promise.resolve();

  /** Waits for `ms` and then for a turn; does not keep the process running. */
  async wait(ms: number): Promise<void> {
    await setTimeout(ms, undefined, { ref: false });
    this.#turn = this.#turn.then(() => setImmediate());
    await this.#turn;
  }
}
