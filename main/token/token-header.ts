import type { Problem } from '../../contract/core/problem.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import { hasToken, type Session, stableSession } from '../../contract/sessions/session.ts';
import type { Token } from './token.ts';

/** The header that every FindFace call wants; the scheme word is `Token`, not `Bearer`. */
export function headerLine(token: Token): string {
  return `Authorization: Token ${token.reveal()}`;
}

/** When a session ends, on its server or by its auto-logout; null if neither is known. */
export function expiryOf(session: Session): EpochMs | null {
  const held = stableSession(session);
  if (!hasToken(held)) return null;
  const ends = [held.expiresAt, held.leaseEndsAt].filter((end) => end !== null);
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Why a header had better not be copied just now; null when nothing speaks against it. */
export function reasonNotToCopy(session: Session, now: EpochMs, leaseIsOver: boolean): Problem | null {
  const held = stableSession(session);
  if (!hasToken(held)) return { code: 'no-session' };
  // SECURITY: what an auto-logout has ended stays ended, however late it can be carried out; nobody overrules it (0020).
  if (leaseIsOver) return { code: 'lease-ended' };
  if (held.secret === 'unreadable') return { code: 'secret-unreadable' };
  const verdict = held.lastCheck?.verdict;
  if (verdict === 'refused' || verdict === 'blocked') return { code: 'session-was-refused' };
  // SECURITY: whoever pastes it would send the token to whoever shows the other certificate (0005).
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

/** May a person overrule this reason? A missing or unreadable token cannot be copied by any will. */
export function mayOverrule(reason: Problem): boolean {
  return overrulable.has(reason.code);
}
