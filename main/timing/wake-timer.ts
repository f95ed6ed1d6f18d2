import type { EpochMs } from '../../contract/core/time.ts';

/** `setTimeout` fires at once for longer delays, so longer waits take several steps. */
const maxWaitMs = 2 ** 31 - 1;
const aMinuteMs = 60_000;

/** A single timer for the earliest of many times. */
export class WakeTimer {
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly now: () => EpochMs,
    private readonly ring: () => void,
  ) {}

  /** Calls back once at `moment`, or soon if it has passed; replaces an earlier one. Null: never. */
  set(moment: EpochMs | null): void {
    this.stop();
    if (moment === null) return;
    const waitMs = Math.min(Math.max(moment - this.now(), 0) + 1, maxWaitMs);
    this.#timer = setTimeout(() => {
      const leftMs = moment - this.now();
      // If the clock was set back while waiting, it rings early instead of late.
      const isPutBack = waitMs < maxWaitMs && leftMs > aMinuteMs;
      if (leftMs <= 0 || isPutBack) this.ring();
      else this.set(moment);
    }, waitMs);
    // The timer must not keep the process alive.
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
