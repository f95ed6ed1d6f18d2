import type { ServerProblem } from '../../contract/core/problem.ts';
import { type EpochMs, hourMs, minuteMs } from '../../contract/core/time.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import type { PendingLogout, PendingLogoutState } from '../../contract/sessions/pending-logout.ts';
import type { SavedPendingLogout } from '../profiles/saved/pending-logouts-schema.ts';

/** How long to wait after each try that was without success; the last one holds for all later ones. */
const waitsMs = [
  ...[0.5, 1, 2, 5, 15, 30].map((minutes) => minutes * minuteMs),
  ...[1, 2, 4, 6].map((hours) => hours * hourMs),
];

/** A server that answers so often without ending the session is not going to. */
export const maxRefusals = 10;

/** A server that was not reached for so long is most likely gone. */
export const maxRetryPeriodMs = 14 * 24 * hourMs;

/** An early try, because something changed, comes no sooner than this after the last one. */
const minGapMs = 30_000;

/** Where the token of a pending log-out is. */
export type PendingTokenPlace = 'here' | 'unreadable' | 'gone';

/** A pending log-out that begins now, before anything is known of it. */
export function newPendingLogout(
  id: string,
  { address, tls, proxy, deviceId }: Profile,
  until: EpochMs | null,
  now: EpochMs,
): SavedPendingLogout {
  const tally = { tries: 0, answers: 0, triedAt: null, cause: null, givenUp: false };
  return { id, address, tls, proxy, deviceId, startedAt: now, until, ...tally };
}

/** The same pending log-out after one more try that was without success. */
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

/** When it is tried again automatically; null: not any more. */
export function nextAttemptAt(ending: SavedPendingLogout): EpochMs | null {
  if (ending.givenUp) return null;
  if (ending.triedAt === null) return ending.startedAt;
  const wait = waitsMs[Math.min(ending.tries, waitsMs.length) - 1] ?? minGapMs;
  return ending.triedAt + wait;
}

/** May it be tried before its time, because the app started, woke up or reached the server? */
export function mayRetryEarly({ givenUp, triedAt }: SavedPendingLogout, now: EpochMs): boolean {
  // A clock that was put back must not hold it up.
  return !givenUp && (triedAt === null || now - triedAt >= minGapMs || now < triedAt);
}

/** Has its token expired, so that there is nothing left to end? */
export function isOver({ until }: SavedPendingLogout, now: EpochMs): boolean {
  return until !== null && until <= now;
}

/** The profile as it was when the session was granted: only that server may be sent its token. */
export function profileForLogout(
  profile: Profile,
  { address, tls, proxy, deviceId }: SavedPendingLogout,
): Profile {
  return { ...profile, address, tls, proxy, deviceId };
}

/** What a row tells of a pending log-out. */
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
 * When the clock alone next moves one of these pending log-outs; null if it never will.
 *
 * What cannot be acted on at its moment is not waited for: a moment that is past would come again at once, for ever.
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

/** Did the server itself say something, and not only the way to it? */
function isAnswer(problem: ServerProblem): boolean {
  return 'status' in problem;
}
