import type { JournalFacts } from '../../contract/journal.ts';
import type { ServerProblem } from '../../contract/problem.ts';
import { isHeld, type Session, type Verdict } from '../../contract/session.ts';
import type { EpochMs } from '../../contract/time.ts';

/** What the journal is told of a session that changed. */
export type Turn =
  | { readonly what: 'session-refused'; readonly facts: JournalFacts['session-refused'] }
  | { readonly what: 'certificate-changed'; readonly facts: JournalFacts['certificate-changed'] }
  | {
      readonly what: 'session-expired';
      readonly facts: JournalFacts['session-expired'];
      readonly happenedAt: EpochMs;
    };

/** What a change of a session means for the journal; each is told once, when it comes about. */
export function turnsOf(before: Session, after: Session): readonly Turn[] {
  if (!isHeld(before) || !isHeld(after)) return [];
  const turns: Turn[] = [];
  if (before.phase === 'active' && after.phase === 'expired' && after.expiresAt !== null)
    turns.push({ what: 'session-expired', facts: {}, happenedAt: after.expiresAt });
  const verdict = after.lastCheck?.verdict;
  if (verdict !== undefined && verdict !== before.lastCheck?.verdict) turns.push(...turnTo(verdict));
  return turns;
}

/** Was a login refused by the server, or did nothing come of it? Null if a person gave it up. */
export function loginOutcome(problem: ServerProblem): 'login-refused' | 'login-failed' | null {
  if (problem.code === 'cancelled') return null;
  return 'serverCode' in problem ? 'login-refused' : 'login-failed';
}

function turnTo(verdict: Verdict): readonly Turn[] {
  switch (verdict) {
    case 'refused':
      return [{ what: 'session-refused', facts: { code: 'session-refused' } }];
    case 'blocked':
      return [{ what: 'session-refused', facts: { code: 'device-blocked' } }];
    case 'certificate-changed':
      return [{ what: 'certificate-changed', facts: {} }];
    default:
      return [];
  }
}
