import { type EpochMs, minuteMs, secondMs } from '../../contract/core/time.ts';
import type { NextCheck, WhyNotChecked } from '../../contract/sessions/checking.ts';
import {
  type Check,
  hasToken,
  type Session,
  type TokenSession,
  type Verdict,
} from '../../contract/sessions/session.ts';

/** The backoff after the first failed check; doubles with each further failure. */
const firstWaitMs = 30 * secondMs;
/** After more consecutive failures, the backoff is `maxWaitMs` or the usual interval, whichever is longer. */
const patientFailures = 5;
const maxWaitMs = 10 * minuteMs;
/** Upper limit for `Retry-After`. What a server asked for is not kept over a restart. */
const maxRetryAfterMs = 5 * minuteMs;
/** Longest interval between checks of a session without a known expiry. */
const maxUnknownMs = 24 * 60 * minuteMs;
/** Time for the network to come back after the computer wakes up. */
const settleMs = 5 * secondMs;
const maxSpreadMs = 5 * minuteMs;
/** After a change of network, checks younger than this are still valid. */
const freshMs = 5 * minuteMs;

/** What the time of the next check is computed from. */
export interface CheckFacts {
  readonly session: Session;
  readonly checksItself: boolean;
  /** The usual interval; null: no automatic checks. */
  readonly everyMinutes: number | null;
  /** Number of consecutive failures. */
  readonly failures: number;
  /** Random number from 0 to 1, different for each session and check, which spreads the checks. */
  readonly luck: number;
  /** How many sessions share the interval. */
  readonly sessions: number;
  /** Start of the period in which checks are possible: app start, unlock or wake-up. */
  readonly since: EpochMs;
  /** When the network last changed; earlier checks count only while they are fresh. */
  readonly networkAt: EpochMs;
  /** Remaining cooldown by a monotonic clock, independent of the wall clock. */
  readonly restMs: number;
  readonly now: EpochMs;
}

/** When a session is next checked automatically, or why it is not. */
export function nextCheckAt(facts: CheckFacts): NextCheck {
  const { session, failures } = facts;
  if (!hasToken(session)) return { kind: 'not', why: 'no-session' };
  const why = whyNot(session, facts);
  if (why !== null) return { kind: 'not', why };
  const failed = session.lastCheck !== null && isFailure(session.lastCheck.verdict);
  return { kind: 'at', at: momentOf(session, facts), failures: failed ? Math.max(failures, 1) : 0 };
}

/** Whether a check ended without any statement about the session, so that it is worth repeating soon. */
export function isFailure(verdict: Verdict): boolean {
  return verdict === 'unreachable' || verdict === 'uncertain';
}

/** How long the server asked to be left alone, in ms. */
export function retryAfterMs({ verdict, problem }: Check): number {
  if (problem?.code === 'too-many-requests' || problem?.code === 'server-unavailable')
    return Math.min((problem.retryAfterSeconds ?? 0) * secondMs, maxRetryAfterMs);
  return problem === null && verdict === 'uncertain' ? maxRetryAfterMs : 0;
}

function whyNot(
  session: TokenSession,
  { checksItself, everyMinutes, now }: CheckFacts,
): WhyNotChecked | null {
  // SECURITY: a token that the server rejected is not sent again unless a person asks for it (0018).
  if (session.lastCheck?.verdict === 'refused') return 'refused';
  if (session.lastCheck?.verdict === 'blocked') return 'blocked';
  if (session.phase === 'expired' || (session.expiresAt !== null && session.expiresAt <= now))
    return 'expired';
  if (session.secret === 'unreadable') return 'unreadable';
  if (!checksItself) return 'paused';
  return everyMinutes === null ? 'switched-off' : null;
}

function momentOf(session: TokenSession, facts: CheckFacts): EpochMs {
  const { luck, now, restMs, sessions, since } = facts;
  const { lastCheck } = session;
  // A check dated in the future was made before the clock was set back; its age is unknown.
  const known = lastCheck !== null && lastCheck.at <= now + minuteMs ? lastCheck : null;
  const due = known === null ? since : dueAfter(known, session.expiresAt, facts);
  const isFresh = known !== null && known.at >= since;
  const spreadMs = settleMs + luck * Math.min(sessions * secondMs, maxSpreadMs);
  const rested = restMs > 0 ? now + Math.ceil(restMs / secondMs) * secondMs : 0;
  return Math.round(Math.max(due, isFresh ? 0 : since + spreadMs, rested));
}

function dueAfter(check: Check, expiresAt: EpochMs | null, facts: CheckFacts): EpochMs {
  const { everyMinutes, failures, luck, networkAt, since } = facts;
  const paceMs = (everyMinutes ?? 0) * minuteMs;
  if (isFailure(check.verdict)) {
    // A wake-up or a new network ends the backoff of earlier failures.
    const waitMs = check.at < since ? 0 : waitAfter(Math.max(failures, 1), paceMs) * (1 + luck / 5);
    // SECURITY: a cooldown that the server asked for is always respected (0018).
    return check.at + Math.max(waitMs, retryAfterMs(check));
  }
  const usual = check.at + (expiresAt === null ? Math.min(paceMs, maxUnknownMs) : paceMs) * (1 - luck / 10);
  return check.at < networkAt ? Math.min(usual, Math.max(networkAt, check.at + freshMs)) : usual;
}

function waitAfter(failures: number, paceMs: number): number {
  if (failures > patientFailures) return Math.max(maxWaitMs, paceMs);
  return Math.min(firstWaitMs * 2 ** (failures - 1), maxWaitMs);
}
