import { type EpochMs, minuteMs, secondMs } from '../../contract/core/time.ts';
import type { NextCheck, WhyNotChecked } from '../../contract/sessions/checking.ts';
import {
  type Check,
  hasToken,
  type Session,
  type TokenSession,
  type Verdict,
} from '../../contract/sessions/session.ts';

/** The first wait after a check that failed; each further one doubles it. */
const firstWaitMs = 30 * secondMs;
/** After so many failures in a row a server is asked as seldom as the slower of these and the usual pace. */
const patientFailures = 5;
const maxWaitMs = 10 * minuteMs;
/** The longest wait that a server may ask for; what it asked is not known any more after a restart. */
const maxRetryAfterMs = 5 * minuteMs;
/** A session whose end nobody knows is trusted for no longer than this without asking. */
const maxUnknownMs = 24 * 60 * minuteMs;
/** What the network needs to come back after a computer woke up. */
const settleMs = 5 * secondMs;
const maxSpreadMs = 5 * minuteMs;
/** After a change of the network, checks that are younger than this still count. */
const freshMs = 5 * minuteMs;

/** What decides when a session is next checked. */
export interface CheckFacts {
  readonly session: Session;
  readonly checksItself: boolean;
  /** The usual pace; null: never. */
  readonly everyMinutes: number | null;
  /** How many checks in a row failed. */
  readonly failures: number;
  /** From 0 to 1, another for each session and check: so that not all of them come at once. */
  readonly luck: number;
  /** How many sessions share the time. */
  readonly sessions: number;
  /** Since when there is somebody to check: the start, an unlocking, a waking. */
  readonly since: EpochMs;
  /** When the network last changed; checks before that are half worth. */
  readonly networkAt: EpochMs;
  /** How long must be waited whatever the clock says; measured by a clock that nobody puts back. */
  readonly restMs: number;
  readonly now: EpochMs;
}

/** When a session is next checked without anybody asking, or why it is not. */
export function nextCheckAt(facts: CheckFacts): NextCheck {
  const { session, failures } = facts;
  if (!hasToken(session)) return { kind: 'not', why: 'no-session' };
  const why = whyNot(session, facts);
  if (why !== null) return { kind: 'not', why };
  const failed = session.lastCheck !== null && isFailure(session.lastCheck.verdict);
  return { kind: 'at', at: momentOf(session, facts), failures: failed ? Math.max(failures, 1) : 0 };
}

/** Did a check end without any word about the session, so that it is worth asking again soon? */
export function isFailure(verdict: Verdict): boolean {
  return verdict === 'unreachable' || verdict === 'uncertain';
}

/** How long a server wants to be left alone after this check, in ms. */
export function retryAfterMs({ verdict, problem }: Check): number {
  if (problem?.code === 'too-many-requests' || problem?.code === 'server-unavailable')
    return Math.min((problem.retryAfterSeconds ?? 0) * secondMs, maxRetryAfterMs);
  return problem === null && verdict === 'uncertain' ? maxRetryAfterMs : 0;
}

function whyNot(
  session: TokenSession,
  { checksItself, everyMinutes, now }: CheckFacts,
): WhyNotChecked | null {
  // SECURITY: a token that the server refused is not sent again unless a person asks (0018).
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
  // A check of the time to come was made before the clock was put back, so its age is unknown.
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
    // Whoever wakes up, or has a network again, does not wait for what failed before.
    const waitMs = check.at < since ? 0 : waitAfter(Math.max(failures, 1), paceMs) * (1 + luck / 5);
    // SECURITY: a server that asks to be left alone is left alone, whatever happens here (0018).
    return check.at + Math.max(waitMs, retryAfterMs(check));
  }
  const usual = check.at + (expiresAt === null ? Math.min(paceMs, maxUnknownMs) : paceMs) * (1 - luck / 10);
  return check.at < networkAt ? Math.min(usual, Math.max(networkAt, check.at + freshMs)) : usual;
}

function waitAfter(failures: number, paceMs: number): number {
  if (failures > patientFailures) return Math.max(maxWaitMs, paceMs);
  return Math.min(firstWaitMs * 2 ** (failures - 1), maxWaitMs);
}
