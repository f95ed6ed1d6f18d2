import type { EpochMs } from '../../contract/core/time.ts';

/** Node fires a longer timer at once, so a far moment is reached in several steps. */
const maxWaitMs = 2 ** 31 - 1;
const aMinuteMs = 60_000;

/** One wake-up call for the earliest of many moments. */
export class WakeTimer {
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly now: () => EpochMs,
    private readonly ring: () => void,
  ) {}

  /** Rings once at `moment`, or soon after if that is past; replaces what was set before. Null: never. */
  set(moment: EpochMs | null): void {
    this.stop();
    if (moment === null) return;
    const waitMs = Math.min(Math.max(moment - this.now(), 0) + 1, maxWaitMs);
    this.#timer = setTimeout(() => {
      const leftMs = moment - this.now();
      // Nobody waits longer because the clock was put back meanwhile.
      const isPutBack = waitMs < maxWaitMs && leftMs > aMinuteMs;
      if (leftMs <= 0 || isPutBack) this.ring();
      else this.set(moment);
    }, waitMs);
    // A waiting alarm never keeps the app from quitting.
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
