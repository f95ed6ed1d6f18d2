import type { ServerProblem } from '../../contract/core/problem.ts';
import { type EpochMs, hourMs, minuteMs } from '../../contract/core/time.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import type { PendingLogout, PendingLogoutState } from '../../contract/sessions/pending-logout.ts';
import type { SavedPendingLogout } from '../profiles/saved/pending-logouts-schema.ts';

/** The delay after each failed attempt; the last one repeats. */
const waitsMs = [
  ...[0.5, 1, 2, 5, 15, 30].map((minutes) => minutes * minuteMs),
  ...[1, 2, 4, 6].map((hours) => hours * hourMs),
];

/** After this many responses that did not end the session the app gives up. */
export const maxRefusals = 10;

/** A server that is unreachable for this long has probably been removed. */
export const maxRetryPeriodMs = 14 * 24 * hourMs;

/** Minimum time between an attempt and an early retry. */
const minGapMs = 30_000;

/** Where the token of a pending log-out is. */
export type PendingTokenPlace = 'here' | 'unreadable' | 'gone';

/** A new pending log-out, before the first attempt. */
export function newPendingLogout(
  id: string,
  { address, tls, proxy, deviceId }: Profile,
  until: EpochMs | null,
  now: EpochMs,
): SavedPendingLogout {
  const tally = { tries: 0, answers: 0, triedAt: null, cause: null, givenUp: false };
  return { id, address, tls, proxy, deviceId, startedAt: now, until, ...tally };
}

/** The pending log-out after another failed attempt. */
export function afterAttempt(
  ending: SavedPendingLogout,
  problem: ServerProblem,
  now: EpochMs,
): SavedPendingLogout {
  const answers = ending.answers + (isAnswer(problem) ? 1 : 0);
  const isOld = now - ending.startedAt >= maxRetryPeriodMs;
  const givenUp = ending.givenUp || isOld || answers >= maxRefusals;
  return { ...ending, tries: ending.tries + 1, answers, triedAt: now, cause: problem.code, givenUp };
}

/** The time of the next automatic attempt; null if there is none. */
export function nextAttemptAt(ending: SavedPendingLogout): EpochMs | null {
  if (ending.givenUp) return null;
  if (ending.triedAt === null) return ending.startedAt;
  const wait = waitsMs[Math.min(ending.tries, waitsMs.length) - 1] ?? minGapMs;
  return ending.triedAt + wait;
}

/** Whether it may be retried early, on start, on wake-up or when the server is reachable again. */
export function mayRetryEarly({ givenUp, triedAt }: SavedPendingLogout, now: EpochMs): boolean {
  // Setting the clock back must not delay it.
  return !givenUp && (triedAt === null || now - triedAt >= minGapMs || now < triedAt);
}

/** Whether the token has expired, so that nothing is left to end. */
export function isOver({ until }: SavedPendingLogout, now: EpochMs): boolean {
  return until !== null && until <= now;
}

/** The profile as it was when the session was granted: only that server may receive the token. */
export function profileForLogout(
  profile: Profile,
  { address, tls, proxy, deviceId }: SavedPendingLogout,
): Profile {
  return { ...profile, address, tls, proxy, deviceId };
}

/** The part of a pending log-out that a row shows. */
export function pendingLogoutView(
  ending: SavedPendingLogout,
  place: PendingTokenPlace,
  asking: boolean,
): PendingLogout {
  const { id, startedAt, until, tries, triedAt, cause } = ending;
  const state = stateOf(ending, place, asking);
  const nextTryAt = state === 'waiting' ? nextAttemptAt(ending) : null;
  const { host } = new URL(ending.address.origin);
  return { id, host, state, startedAt, until, tries, triedAt, nextTryAt, cause };
}

/**
 * When the first of the pending log-outs changes by time alone; null if none does.
 *
 * Times in the past are skipped: they would fire again at once, endlessly.
 */
export function nextRetryAt(endings: readonly PendingLogout[]): EpochMs | null {
  const moments = endings.flatMap(({ state, nextTryAt, until }) =>
    state === 'vault-closed' || state === 'asking' ? [] : [nextTryAt, until].filter((at) => at !== null),
  );
  return moments.length === 0 ? null : Math.min(...moments);
}

function stateOf(
  { givenUp }: SavedPendingLogout,
  place: PendingTokenPlace,
  asking: boolean,
): PendingLogoutState {
  if (place === 'gone') return 'token-lost';
  if (asking) return 'asking';
  if (place === 'unreadable') return 'vault-closed';
  return givenUp ? 'given-up' : 'waiting';
}

/** Whether the server itself responded, instead of the connection failing. */
function isAnswer(problem: ServerProblem): boolean {
  return 'status' in problem;
}
