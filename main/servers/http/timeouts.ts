/** How long a server is waited for, in milliseconds. */
export interface Timeouts {
  /** One login from the first packet to the last, whatever the server does in between. */
  readonly loginMs: number;
  /** The same for every other call. */
  readonly otherMs: number;
  /** Until TCP and TLS are through. */
  readonly connectMs: number;
  readonly headersMs: number;
  /** Between two pieces of a body. */
  readonly bodyGapMs: number;
}

/** What holds unless a test is in a hurry. */
export const defaultTimeouts: Timeouts = {
  loginMs: 20_000,
  otherMs: 15_000,
  connectMs: 5_000,
  headersMs: 10_000,
  bodyGapMs: 5_000,
};

/** How long a video may be on its way, in ms: the time of a login, and what a line of 128 KB a second takes to carry it. */
export function uploadMs(loginMs: number, bytes: number): number {
  return loginMs + Math.ceil(bytes / 128);
}

/** Why a call was given up: its whole time was used. */
export class DeadlineExceeded extends Error {
  constructor(readonly seconds: number) {
    super('No answer in time');
    this.name = 'TimeIsUp';
  }
}

/** Why a call was given up: whoever asked does not want the answer any more. */
export class Cancelled extends Error {
  constructor() {
    super('Cancelled');
    this.name = 'Cancelled';
  }
}

/**
 * Does some work under one deadline and the caller's signal.
 *
 * The work's signal is aborted with `TimeIsUp` or `Cancelled`. A slow server that keeps sending single bytes
 * never exceeds the gaps between them, so only this ends it.
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
