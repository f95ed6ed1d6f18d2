import type { Problem } from '../../contract/core/problem.ts';
import { isInUse, type SessionOwner } from '../../contract/sessions/remote-sessions.ts';
import type { ListedEntry } from './session-list.ts';

/** The order in which chosen sessions are ended, and which ones are skipped. */
export interface EndPlan {
  readonly kept: readonly ListedEntry[];
  /** All but the session that sends the requests. */
  readonly others: readonly ListedEntry[];
  /** The session that sends the requests; nothing can be sent after it ended. */
  readonly own: readonly ListedEntry[];
}

/**
 * SECURITY: sessions that this app uses are ended only if that was requested explicitly, whatever the page chose
 * (0019).
 */
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

/** Whether the next session on the same server would most likely fail for the same reason. */
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
