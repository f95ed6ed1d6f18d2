import type { EpochMs } from '../../contract/core/time.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import { hasToken, stableSession } from '../../contract/sessions/session.ts';
import type { Row } from '../../contract/state.ts';
import { reasonNotToCopy } from '../token/token-header.ts';

/** What an open web window goes by. */
export interface OpenPage {
  /** Of the token that its page got. */
  readonly fingerprint: string;
  /** As `connectionKey` had it when the window was opened. */
  readonly connection: string;
  /** Whether its page has logged out, or is about to. */
  readonly saidLogout: boolean;
  /** Whether its session is over, and it waits for another one. */
  readonly isOver: boolean;
}

/**
 * What a change of its row means for a web window.
 *
 * `end`: it stays, and offers to log in again. `renew`: its page gets the session of another log-in.
 */
export type NextStep = 'stay' | 'end' | 'renew' | 'close';

/** What a change of its row means for a web window; without a row its profile was removed. */
export function nextStep(open: OpenPage, row: Row | undefined, now: EpochMs, leaseIsOver: boolean): NextStep {
  // SECURITY: a session that the app ended, or that a server or a person took back, stays in no window (0041).
  if (!row || connectionKey(row.profile) !== open.connection) return 'close';
  const held = stableSession(row.session);
  const isOther = hasToken(held) && held.fingerprint !== open.fingerprint;
  const isUsable = reasonNotToCopy(row.session, now, leaseIsOver) === null;
  if (open.isOver) return isOther && isUsable && hasToken(row.session) ? 'renew' : 'stay';
  if (!hasToken(held) || leaseIsOver || row.session.phase === 'logging-out') return 'close';
  if (isOther) return isUsable ? 'renew' : 'close';
  const verdict = held.lastCheck?.verdict;
  if (verdict === 'refused' || verdict === 'blocked') return open.saidLogout ? 'end' : 'close';
  if (verdict === 'certificate-changed') return 'close';
  return held.expiresAt !== null && held.expiresAt <= now ? 'end' : 'stay';
}

/** Changes if the server, the way to it, the trust in it or the user becomes another one. */
export function connectionKey({ address, userName, tls, proxy, clientCertificate }: Profile): string {
  const trusted = tls.mode === 'system' ? '' : tls.fingerprint;
  const presented = clientCertificate?.fingerprint ?? null;
  return JSON.stringify([address, userName, tls.mode, trusted, proxy, presented]);
}
