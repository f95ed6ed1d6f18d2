import { unreachable } from '../../contract/core/result.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import {
  type Check,
  hasToken,
  type LoginMethod,
  type SecretPlace,
  type Session,
  stableSession,
  type TokenSession,
} from '../../contract/sessions/session.ts';

/** The verdicts that say whether the token is valid. */
const judging: ReadonlySet<string> = new Set(['accepted', 'refused', 'blocked']);

/** An event in the life of a session; `nextSession` decides what it changes. */
export type SessionEvent =
  | { readonly type: 'login-started' }
  | { readonly type: 'login-failed' }
  | { readonly type: 'login-succeeded'; readonly granted: Grant }
  | { readonly type: 'logout-started' }
  | { readonly type: 'logged-out' }
  /** The log-out could not be carried out; the session is as it was. */
  | { readonly type: 'logout-put-off' }
  | { readonly type: 'lease-changed'; readonly leaseEndsAt: EpochMs | null }
  /** A session was restored from a backup. */
  | { readonly type: 'session-restored'; readonly session: TokenSession; readonly now: EpochMs }
  | { readonly type: 'checked'; readonly check: Check; readonly skewMs: number | null }
  | { readonly type: 'renewed'; readonly renewal: Renewal }
  | { readonly type: 'secret-moved'; readonly secret: SecretPlace }
  | { readonly type: 'time-passed'; readonly now: EpochMs };

/** The result of a successful log-in, without the token. */
export interface Grant {
  readonly loggedInAt: EpochMs;
  readonly expiresAt: EpochMs | null;
  readonly leaseEndsAt: EpochMs | null;
  readonly skewMs: number;
  readonly secret: SecretPlace;
  readonly fingerprint: string;
  readonly wayIn: LoginMethod;
  readonly tookMs: number;
}

/** The result of a renewal: a new expiry for the same token. */
export interface Renewal {
  readonly at: EpochMs;
  readonly expiresAt: EpochMs | null;
  readonly skewMs: number;
  readonly tookMs: number;
}

/**
 * The state machine of sessions; pure, without clock, network or disk.
 *
 * Events that do not fit the phase, such as a check that ends after the log-out, change nothing.
 */
export function nextSession(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'login-started':
      return { phase: 'logging-in', before: stableSession(session) };
    case 'login-failed':
    case 'logout-put-off':
      return stableSession(session);
    case 'login-succeeded':
      return session.phase === 'logging-in' ? granted(event.granted) : session;
    case 'logout-started':
      return hasToken(session) ? { phase: 'logging-out', before: session } : session;
    case 'logged-out':
      return { phase: 'logged-out' };
    case 'lease-changed':
      return changedBehind(session, (held) =>
        held.leaseEndsAt === event.leaseEndsAt ? held : { ...held, leaseEndsAt: event.leaseEndsAt },
      );
    case 'session-restored':
      return session.phase === 'logged-out' ? aged(event.session, event.now) : session;
    case 'checked':
      if (hasToken(session)) return checked(session, event.check, event.skewMs);
      // If this log-in fails, the previous session returns, including the checks made meanwhile.
      return session.phase === 'logging-in' && hasToken(session.before)
        ? { ...session, before: checked(session.before, event.check, event.skewMs) }
        : session;
    case 'renewed':
      return hasToken(session) ? renewed(session, event.renewal) : session;
    case 'secret-moved':
      return changedBehind(session, (held) =>
        held.secret === event.secret ? held : { ...held, secret: event.secret },
      );
    case 'time-passed':
      return hasToken(session) ? aged(session, event.now) : session;
    default:
      return unreachable(event);
  }
}

/** Delay for looking at a passed expiry again, since the clock may be set back. */
const lookAgainMs = 60_000;

/** When time alone may change this session; null if it never will. */
export function nextExpiryCheck(session: Session, now: EpochMs): EpochMs | null {
  if (!hasToken(session) || session.expiresAt === null) return null;
  if (session.phase === 'active') return session.expiresAt;
  return session.expiresAt > now ? now : now + lookAgainMs;
}

/** Changes the session, also if it is currently the previous one of a running log-in or log-out. */
function changedBehind(session: Session, change: (held: TokenSession) => TokenSession): Session {
  const before = stableSession(session);
  if (!hasToken(before)) return session;
  const after = change(before);
  if (after === before) return session;
  return session.phase === 'logging-in' || session.phase === 'logging-out'
    ? { ...session, before: after }
    : after;
}

function granted(grant: Grant): Session {
  const { tookMs, ...held } = grant;
  const lastCheck: Check = { verdict: 'accepted', at: grant.loggedInAt, tookMs, problem: null };
  return aged({ phase: 'active', ...held, lastCheck }, grant.loggedInAt);
}

/** A renewal counts as an accepted check. */
function renewed(session: TokenSession, { at, tookMs, ...moved }: Renewal): Session {
  const lastCheck: Check = { verdict: 'accepted', at, tookMs, problem: null };
  return aged({ ...session, ...moved, lastCheck }, at);
}

/** Adds a check; a change of the server's clock skew moves the expiry accordingly. */
function checked(session: TokenSession, said: Check, skewMs: number | null): TokenSession {
  const before = session.lastCheck?.verdict;
  // SECURITY: a later check without a statement about the token keeps its rejection; otherwise the token would be sent
  // again automatically (0018).
  const stays = (before === 'refused' || before === 'blocked') && !judging.has(said.verdict);
  const check = stays ? { ...said, verdict: before } : said;
  if (skewMs === null || session.expiresAt === null) return { ...session, lastCheck: check };
  const moved = session.skewMs - skewMs;
  // `Date` headers have whole seconds: smaller differences are noise and would change every row at every check.
  if (Math.abs(moved) < 2_000) return aged({ ...session, lastCheck: check }, check.at);
  return aged({ ...session, lastCheck: check, skewMs, expiresAt: session.expiresAt + moved }, check.at);
}

function aged(session: TokenSession, now: EpochMs): TokenSession {
  const phase = session.expiresAt !== null && session.expiresAt <= now ? 'expired' : 'active';
  return phase === session.phase ? session : { ...session, phase };
}
