import type { Problem } from '../../contract/core/problem.ts';
import { isInUse, type SessionOwner } from '../../contract/sessions/remote-sessions.ts';
import type { ListedEntry } from './session-list.ts';

/** In which order chosen sessions are ended, and which are left alone. */
export interface EndPlan {
  readonly kept: readonly ListedEntry[];
  /** Of anybody but the session that asks. */
  readonly others: readonly ListedEntry[];
  /** The session that asks: after it nothing more can be asked. */
  readonly own: readonly ListedEntry[];
}

/** SECURITY: what this app uses is ended only if that was asked for, whatever the page chose (0019). */
export function endPlan(chosen: readonly ListedEntry[], inUseToo: boolean): EndPlan {
  const kept = inUseToo ? [] : chosen.filter(({ shown }) => isInUse(shown.mark));
  const ended = chosen.filter((entry) => !kept.includes(entry));
  return {
    kept,
    others: ended.filter(({ shown }) => !mayAsk(shown.mark)),
    own: ended.filter(({ shown }) => mayAsk(shown.mark)),
  };
}

const mayAsk = (mark: SessionOwner): boolean => mark === 'own' || mark === 'unknown';

/** Would the next session of the same server most likely fail for the same reason? */
export function endsTheRound(problem: Problem): boolean {
  switch (problem.code) {
    case 'not-allowed':
    case 'not-found':
    case 'conflict':
    case 'request-refused':
      return false;
    default:
      return true;
  }
}
