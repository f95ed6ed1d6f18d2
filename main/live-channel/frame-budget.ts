/** Frames and bytes that a server may send at once, and per second in the long run. */
const limits = {
  frames: { most: 60, perSecond: 1 },
  bytes: { most: 256 * 1024, perSecond: 4 * 1024 },
};

/** Counts what a server sends, without a timer: what is left grows with the time between two frames. */
export class FrameBudget {
  #frames = limits.frames.most;
  #bytes = limits.bytes.most;
  #at: number;

  /** `monotonicNow` is in ms, here and below. */
  constructor(monotonicNow: number) {
    this.#at = monotonicNow;
  }

  /** Takes these off; false if the server has sent more than any that is quiet. */
  take({ frames = 0, bytes = 0 }: { frames?: number; bytes?: number }, monotonicNow: number): boolean {
    const seconds = Math.max(monotonicNow - this.#at, 0) / 1_000;
    this.#at = monotonicNow;
    this.#frames = Math.min(this.#frames + seconds * limits.frames.perSecond, limits.frames.most) - frames;
    this.#bytes = Math.min(this.#bytes + seconds * limits.bytes.perSecond, limits.bytes.most) - bytes;
    return this.#frames >= 0 && this.#bytes >= 0;
  }
}
