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

/** The verdicts that say whether a token lives. */
const judging: ReadonlySet<string> = new Set(['accepted', 'refused', 'blocked']);

/** What happened to a session, told in the past tense; the rules decide what it means. */
export type SessionEvent =
  | { readonly type: 'login-started' }
  | { readonly type: 'login-failed' }
  | { readonly type: 'login-succeeded'; readonly granted: Grant }
  | { readonly type: 'logout-started' }
  | { readonly type: 'logged-out' }
  /** The log-out could not be carried out at present: everything is as it was before. */
  | { readonly type: 'logout-put-off' }
  | { readonly type: 'lease-changed'; readonly leaseEndsAt: EpochMs | null }
  /** A session came back from a backup. */
  | { readonly type: 'session-restored'; readonly session: TokenSession; readonly now: EpochMs }
  | { readonly type: 'checked'; readonly check: Check; readonly skewMs: number | null }
  | { readonly type: 'renewed'; readonly renewal: Renewal }
  | { readonly type: 'secret-moved'; readonly secret: SecretPlace }
  | { readonly type: 'time-passed'; readonly now: EpochMs };

/** What a successful login gave, without the token itself. */
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

/** What a renewal gave: a new end for the same token. */
export interface Renewal {
  readonly at: EpochMs;
  readonly expiresAt: EpochMs | null;
  readonly skewMs: number;
  readonly tookMs: number;
}

/**
 * The whole life of a session in one place: no clock, no network, no disk.
 *
 * An event that does not fit (a check that was answered after the log-out) changes nothing.
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
      // A login that comes to nothing brings the session before back, with what was said of it meanwhile.
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

/** An end that has passed is looked at again so often: the clock may have been ahead, and may have been put right since. */
const lookAgainMs = 60_000;

/** When the clock alone may next change this session; null if it never will. */
export function nextExpiryCheck(session: Session, now: EpochMs): EpochMs | null {
  if (!hasToken(session) || session.expiresAt === null) return null;
  if (session.phase === 'active') return session.expiresAt;
  return session.expiresAt > now ? now : now + lookAgainMs;
}

/** The same change to a session whether it rests or somebody is just changing it. */
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

/** The server has looked at the token, so that a renewal is a check as well. */
function renewed(session: TokenSession, { at, tookMs, ...moved }: Renewal): Session {
  const lastCheck: Check = { verdict: 'accepted', at, tookMs, problem: null };
  return aged({ ...session, ...moved, lastCheck }, at);
}

/** A server that corrects its clock moves the end of the session by as much. */
function checked(session: TokenSession, said: Check, skewMs: number | null): TokenSession {
  const before = session.lastCheck?.verdict;
  // SECURITY: a server that says nothing of the token afterwards takes no refusal back, or the token would be sent again automatically (0018).
  const stays = (before === 'refused' || before === 'blocked') && !judging.has(said.verdict);
  const check = stays ? { ...said, verdict: before } : said;
  if (skewMs === null || session.expiresAt === null) return { ...session, lastCheck: check };
  const moved = session.skewMs - skewMs;
  // The Date header counts whole seconds: a smaller difference is noise, and would make every row change at every check.
  if (Math.abs(moved) < 2_000) return aged({ ...session, lastCheck: check }, check.at);
  return aged({ ...session, lastCheck: check, skewMs, expiresAt: session.expiresAt + moved }, check.at);
}

function aged(session: TokenSession, now: EpochMs): TokenSession {
  const phase = session.expiresAt !== null && session.expiresAt <= now ? 'expired' : 'active';
  return phase === session.phase ? session : { ...session, phase };
}
