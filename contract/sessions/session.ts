import type { ServerProblem } from '../core/problem.ts';
import type { EpochMs } from '../core/time.ts';
import type { PendingLogout } from './pending-logout.ts';

/** All verdicts of a check; `checks.json` holds their places in this list, so new ones are added at its end. */
export const verdicts = [
  'accepted',
  'refused',
  'blocked',
  'licence',
  'unreachable',
  'certificate-changed',
  'uncertain',
] as const;

/** What the last check said about a token; only `GET /users/me/` decides it. */
export type Verdict = (typeof verdicts)[number];

/** The result of one check. */
export interface Check {
  readonly verdict: Verdict;
  readonly at: EpochMs;
  /** Response time in ms; null without a response. */
  readonly tookMs: number | null;
  /** Why it was not accepted; null if it was. */
  readonly problem: ServerProblem | null;
}

/**
 * Where a token is: sealed on disk, in memory until the app quits, or sealed but not readable here. `saving`: in memory,
 * for the moment that writing it takes.
 */
export type SecretPlace = 'sealed' | 'saving' | 'memory' | 'unreadable';

/** How a session began. */
export const loginMethods = ['password', 'face', 'pasted'] as const;
export type LoginMethod = (typeof loginMethods)[number];

/** A session that a server granted, with its token; it may have ended since. */
export interface TokenSession {
  readonly phase: 'active' | 'expired';
  readonly loggedInAt: EpochMs;
  /** By this computer's clock, corrected with the server's `Date` header; null if the server sent no expiry. */
  readonly expiresAt: EpochMs | null;
  /** When auto log-out ends it by time; null: never. */
  readonly leaseEndsAt: EpochMs | null;
  /** How far the server's clock is ahead, in ms. */
  readonly skewMs: number;
  readonly secret: SecretPlace;
  readonly wayIn: LoginMethod;
  /** The first 8 hexadecimal digits of the token's SHA-256: enough to compare, useless for an attack. */
  readonly fingerprint: string;
  readonly lastCheck: Check | null;
}

/** A session without a running log-in or log-out. */
export type StableSession = { readonly phase: 'logged-out' } | TokenSession;

/** The session of a profile. Holds no secret, so it may cross the bridge. */
export type Session =
  | StableSession
  | { readonly phase: 'logging-in'; readonly before: StableSession }
  | { readonly phase: 'logging-out'; readonly before: TokenSession };

/** The status of a row: its phase, the clock and the last verdict combined. */
export type RowStatus =
  | 'logged-out'
  | 'logging-in'
  | 'logging-out'
  | 'log-out-pending'
  | 'accepted'
  | 'expiring'
  | 'expired'
  | 'refused'
  | 'blocked'
  | 'licence'
  | 'unreachable'
  | 'certificate-changed'
  | 'uncertain'
  | 'not-checked'
  | 'unreadable';

/** The status of a session; it counts as expiring within `expiringMs` of its end. */
export function sessionStatus(session: Session, now: EpochMs, expiringMs: number): RowStatus {
  if (!hasToken(session)) return session.phase;
  if (session.secret === 'unreadable') return 'unreadable';
  const verdict = session.lastCheck?.verdict ?? null;
  if (verdict === 'refused' || verdict === 'blocked') return verdict;
  if (session.phase === 'expired' || (session.expiresAt !== null && session.expiresAt <= now))
    return 'expired';
  if (verdict === null) return 'not-checked';
  if (verdict !== 'accepted') return verdict;
  return session.expiresAt !== null && session.expiresAt - now < expiringMs ? 'expiring' : 'accepted';
}

/** The status of a row: `log-out-pending` instead of `logged-out` while its server has not confirmed. */
export function rowStatus(
  row: { readonly session: Session; readonly endings: readonly PendingLogout[] },
  now: EpochMs,
  expiringMs: number,
): RowStatus {
  const standing = sessionStatus(row.session, now, expiringMs);
  // SECURITY: a log-out is not shown as done before the server has confirmed it (0020).
  return standing === 'logged-out' && row.endings.length > 0 ? 'log-out-pending' : standing;
}

/** Whether the session has a token, valid or not. */
export function hasToken(session: Session): session is TokenSession {
  return session.phase === 'active' || session.phase === 'expired';
}

const ended: ReadonlySet<RowStatus> = new Set(['logged-out', 'expired', 'refused', 'blocked']);

/** Whether the server may still have this session, so that there is something to end. */
export function mayLiveOnServer(session: Session, now: EpochMs): boolean {
  return !ended.has(sessionStatus(stableSession(session), now, 0));
}

/** The session itself, or the previous one during a log-in or log-out. */
export function stableSession(session: Session): StableSession {
  return session.phase === 'logging-in' || session.phase === 'logging-out' ? session.before : session;
}
