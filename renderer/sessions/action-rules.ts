import { type Session, type Standing, settled, standingOf } from '../../contract/session.ts';
import type { EpochMs } from '../../contract/time.ts';

/** The one thing to do next with a session. */
export type NextAction = 'copy' | 'log-in' | 'log-in-again' | 'cancel' | 'compare' | 'wait';

const nextActions: { readonly [Name in Standing]: NextAction } = {
  'logged-out': 'log-in',
  'logging-in': 'cancel',
  'logging-out': 'wait',
  'log-out-pending': 'log-in',
  accepted: 'copy',
  expiring: 'copy',
  expired: 'log-in-again',
  refused: 'log-in-again',
  blocked: 'log-in-again',
  licence: 'copy',
  unreachable: 'copy',
  'certificate-changed': 'compare',
  uncertain: 'copy',
  'not-checked': 'copy',
  unreadable: 'log-in-again',
};

/** What the one obvious button of a session does. */
export function nextAction(standing: Standing): NextAction {
  return nextActions[standing];
}

const ended: ReadonlySet<Standing> = new Set(['logged-out', 'expired', 'refused', 'blocked']);

/** May the server still hold this session, so that there is something to log out of? */
export function mayLiveOnServer(session: Session, now: EpochMs): boolean {
  return !ended.has(standingOf(settled(session), now, 0));
}
