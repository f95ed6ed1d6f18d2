import { minuteMs, secondMs } from '../../contract/core/time.ts';

/**
 * How a live channel ended. `lost`: there was no connection, or it ended; `absent`: the server has none; `contradicted`:
 * it said what a check then did not find; `hostile`: it broke the rules.
 */
export type ChannelEnd = 'lost' | 'absent' | 'contradicted' | 'hostile';

/** What is remembered about the attempts at one server. */
export interface ChannelMemory {
  readonly last: ChannelEnd | null;
  /** Number of consecutive failures. */
  readonly failures: number;
  /** No attempt before this time of a monotonic clock, in ms. */
  readonly notBefore: number;
}

/** The first wait after each end, which doubles with each further failure, and the longest one; in ms. */
const waits: Readonly<Record<ChannelEnd, { readonly first: number; readonly longest: number }>> = {
  lost: { first: 5 * secondMs, longest: 10 * minuteMs },
  absent: { first: 60 * minuteMs, longest: 6 * 60 * minuteMs },
  contradicted: { first: minuteMs, longest: 60 * minuteMs },
  hostile: { first: 30 * minuteMs, longest: 6 * 60 * minuteMs },
};

/** A channel that was open for so long had no failure before. */
const steadyMs = minuteMs;
/** After a change of the network at most so many failures count, so that the next waits are short again. */
const patientFailures = 2;
/** Time for a session to settle, and for the network to come back. */
const settleMs = secondMs;
const spreadEachMs = 100;
const maxSpreadMs = minuteMs;

/**
 * The memory of a server that was not tried yet, one of `channels` that are opened together; `luck` is a random number
 * from 0 to 1, different for each.
 */
export function firstAttempt(monotonicNow: number, channels: number, luck: number): ChannelMemory {
  const spreadMs = Math.min(channels * spreadEachMs, maxSpreadMs) * luck;
  return { last: null, failures: 0, notBefore: monotonicNow + settleMs + spreadMs };
}

/** The memory after a channel that was open for `openMs` has ended; 0: it never was. */
export function afterEnd(
  { failures }: ChannelMemory,
  last: ChannelEnd,
  openMs: number,
  monotonicNow: number,
  luck: number,
): ChannelMemory {
  const { first, longest } = waits[last];
  const isFresh = last === 'lost' && openMs >= steadyMs;
  const count = isFresh ? 1 : failures + 1;
  // SECURITY: the wait grows, and differs for each server, so that no outage becomes a storm (0046).
  const waitMs = Math.min(first * 2 ** (count - 1), longest) * (1 + luck);
  return { last, failures: count, notBefore: monotonicNow + waitMs };
}

/** The memory after the computer woke up or its network changed. */
export function afterChange(
  memory: ChannelMemory,
  monotonicNow: number,
  channels: number,
  luck: number,
): ChannelMemory {
  // SECURITY: what a server did wrong has nothing to do with the network (0046).
  if (memory.last === 'hostile' || memory.last === 'contradicted') return memory;
  const { notBefore } = firstAttempt(monotonicNow, channels, luck);
  return { ...memory, failures: Math.min(memory.failures, patientFailures), notBefore };
}
