import type { Problem } from '../../contract/core/problem.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { hasToken, type Session, stableSession } from '../../contract/sessions/session.ts';

/** When a session ends, by its expiry or its auto log-out, whichever is first; null if neither is known. */
export function expiryOf(session: Session): EpochMs | null {
  const held = stableSession(session);
  if (!hasToken(held)) return null;
  const ends = [held.expiresAt, held.leaseEndsAt].filter((end) => end !== null);
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Why a header should not be copied now; null if it may be. */
export function reasonNotToCopy(session: Session, now: EpochMs, leaseIsOver: boolean): Problem | null {
  const held = stableSession(session);
  if (!hasToken(held)) return { code: 'no-session' };
  // SECURITY: a session that auto log-out has ended is not copied, even before the server confirms; this cannot be
  // overridden (0020).
  if (leaseIsOver) return { code: 'lease-ended' };
  if (held.secret === 'unreadable') return { code: 'secret-unreadable' };
  const verdict = held.lastCheck?.verdict;
  if (verdict === 'refused' || verdict === 'blocked') return { code: 'session-was-refused' };
  // SECURITY: the header would be sent to a server with an unknown certificate (0005).
  if (verdict === 'certificate-changed') return { code: 'certificate-in-doubt' };
  if (held.expiresAt !== null && held.expiresAt <= now)
    return { code: 'session-expired', expiredAt: held.expiresAt };
  return null;
}

const overrulable: ReadonlySet<Problem['code']> = new Set<Problem['code']>([
  'session-was-refused',
  'session-expired',
  'certificate-in-doubt',
]);

/** Whether the person may copy anyway; impossible for a missing or unreadable token. */
export function mayOverrule(reason: Problem): boolean {
  return overrulable.has(reason.code);
}
