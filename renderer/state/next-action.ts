import type { ProfileId } from '../../contract/profiles/profile.ts';
import type { RowStatus } from '../../contract/sessions/session.ts';

/** The next action for a session. */
export type NextAction = 'copy' | 'log-in' | 'log-in-again' | 'cancel' | 'compare' | 'wait';

const nextActions: { readonly [Name in RowStatus]: NextAction } = {
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

/** The action of a session's button. */
export function nextAction(status: RowStatus): NextAction {
  return nextActions[status];
}

/** A press of a session's button, or of Enter. */
export interface ActionPress {
  readonly profileId: ProfileId;
  readonly action: NextAction;
  readonly atMs: number;
}

const doublePressMs = 500;

/** Whether a press is the second of a double click: it was meant for the previous button, not for Cancel. */
export function isDoublePress(before: ActionPress | null, press: ActionPress): boolean {
  return (
    before !== null &&
    before.profileId === press.profileId &&
    before.action !== press.action &&
    press.atMs - before.atMs < doublePressMs
  );
}
