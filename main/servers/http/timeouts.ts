/** Timeouts in milliseconds. */
export interface Timeouts {
  /** A whole log-in. */
  readonly loginMs: number;
  /** Any other call as a whole. */
  readonly otherMs: number;
  /** Until TCP and TLS are established. */
  readonly connectMs: number;
  readonly headersMs: number;
  /** Between two chunks of a body. */
  readonly bodyGapMs: number;
}

/** The timeouts of the app; tests use shorter ones. */
export const defaultTimeouts: Timeouts = {
  loginMs: 20_000,
  otherMs: 15_000,
  connectMs: 5_000,
  headersMs: 10_000,
  bodyGapMs: 5_000,
};

/** Time for uploading a video in ms: that of a log-in, plus the transfer at 128 KB/s. */
export function uploadMs(loginMs: number, bytes: number): number {
  return loginMs + Math.ceil(bytes / 128);
}

/** The abort reason of a call that exceeded its deadline. */
export class DeadlineExceeded extends Error {
  constructor(readonly seconds: number) {
    super('No answer in time');
    this.name = 'TimeIsUp';
  }
}

/** The abort reason of a call that its caller cancelled. */
export class Cancelled extends Error {
  constructor() {
    super('Cancelled');
    this.name = 'Cancelled';
  }
}

/**
 * Runs `work` under a deadline and the caller's signal.
 *
 * Its signal is aborted with `DeadlineExceeded` or `Cancelled`. The timeouts between chunks do not stop a server that
 * keeps sending single bytes; this deadline does.
 */
export async function withDeadline<Value>(
  ms: number,
  caller: AbortSignal,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController();
  const cancel = () => controller.abort(new Cancelled());
  const timer = setTimeout(() => controller.abort(new DeadlineExceeded(ms / 1000)), ms);
  caller.addEventListener('abort', cancel, { once: true });
  if (caller.aborted) cancel();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    caller.removeEventListener('abort', cancel);
  }
}

/** Rejects with the reason of the signal once it is aborted. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const tell = () => reject(signal.reason);
    signal.addEventListener('abort', tell, { once: true });
    if (signal.aborted) tell();
  });
}
