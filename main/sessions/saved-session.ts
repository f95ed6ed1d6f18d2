import type { StableSession, TokenSession } from '../../contract/sessions/session.ts';
import type { SessionFacts } from '../profiles/saved/profiles-schema.ts';

/** What is saved of a session for the next start; null if its token will be gone by then. */
export function savedSession(session: StableSession): SessionFacts | null {
  if (session.phase === 'logged-out' || session.secret === 'memory') return null;
  const { lastCheck, loggedInAt, expiresAt, leaseEndsAt, skewMs, fingerprint, wayIn } = session;
  const check = lastCheck && withoutProblem(lastCheck);
  return { loggedInAt, expiresAt, leaseEndsAt, skewMs, fingerprint, wayIn, lastCheck: check };
}

/** The session from its saved facts, before the clock and the vault are consulted. */
export function restoreSession(facts: SessionFacts | null): StableSession {
  if (facts === null) return { phase: 'logged-out' };
  const lastCheck = facts.lastCheck && { ...facts.lastCheck, problem: null };
  return { phase: 'active', ...facts, lastCheck, secret: 'sealed' };
}

function withoutProblem({
  verdict,
  at,
  tookMs,
}: NonNullable<TokenSession['lastCheck']>): SessionFacts['lastCheck'] {
  return { verdict, at, tookMs };
}
