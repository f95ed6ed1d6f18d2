import type { ServerProblem } from '../core/problem.ts';
import type { EpochMs } from '../core/time.ts';
import type { PendingLogout } from './pending-logout.ts';

/** What the server last said about a token; only `GET /users/me/` decides it. */
export type Verdict =
  | 'accepted'
  | 'refused'
  | 'blocked'
  | 'licence'
  | 'unreachable'
  | 'certificate-changed'
  | 'uncertain';

/** The outcome of one check. */
export interface Check {
  readonly verdict: Verdict;
  readonly at: EpochMs;
  /** How long the server took to answer, in ms; null if it did not. */
  readonly tookMs: number | null;
  /** What stood in the way of `accepted`; null when accepted. */
  readonly problem: ServerProblem | null;
}

/** Where a token rests: sealed on disk, in memory until the app quits, or sealed but not to be opened here. */
export type SecretPlace = 'sealed' | 'memory' | 'unreadable';

/** How a session came about. */
export const loginMethods = ['password', 'face', 'pasted'] as const;
export type LoginMethod = (typeof loginMethods)[number];

/** A session the server granted: alive by the clock or not, but with a token that once worked. */
export interface TokenSession {
  readonly phase: 'active' | 'expired';
  readonly loggedInAt: EpochMs;
  /** By this computer's clock, corrected by the server's `Date` header; null if the server gave none. */
  readonly expiresAt: EpochMs | null;
  /** When the app ends it automatically; null: never by the clock. */
  readonly leaseEndsAt: EpochMs | null;
  /** How far the server's clock is ahead of this computer's, in ms. */
  readonly skewMs: number;
  readonly secret: SecretPlace;
  readonly wayIn: LoginMethod;
  /** First 8 hex digits of the token's SHA-256: enough to compare two places, useless to a thief. */
  readonly fingerprint: string;
  readonly lastCheck: Check | null;
}

/** A session that nobody is changing just now. */
export type StableSession = { readonly phase: 'logged-out' } | TokenSession;

/** Where one profile stands with its server. Holds no secret, so it may cross the bridge. */
export type Session =
  | StableSession
  | { readonly phase: 'logging-in'; readonly before: StableSession }
  | { readonly phase: 'logging-out'; readonly before: TokenSession };

/** What a row shows, one word for each: the phase by the clock and the verdict of the server, joined. */
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

/** Joins clock and verdict into the one word that a row shows; `expiringMs` is how near the end counts as near. */
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

/** The same for a whole row: a session that has ended here, but not on its server as far as is known, is not logged out. */
export function rowStatus(
  row: { readonly session: Session; readonly endings: readonly PendingLogout[] },
  now: EpochMs,
  expiringMs: number,
): RowStatus {
  const standing = sessionStatus(row.session, now, expiringMs);
  // SECURITY: a log-out is never shown as done before the server has said so (0020).
  return standing === 'logged-out' && row.endings.length > 0 ? 'log-out-pending' : standing;
}

/** Is there a token behind this session, dead or alive? */
export function hasToken(session: Session): session is TokenSession {
  return session.phase === 'active' || session.phase === 'expired';
}

/** The session behind one that is being changed just now. */
export function stableSession(session: Session): StableSession {
  return session.phase === 'logging-in' || session.phase === 'logging-out' ? session.before : session;
}
