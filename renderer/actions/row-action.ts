import type { ProfileId } from '../../contract/profiles/profile.ts';
import { rowStatus } from '../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import { getRow, useAppState } from '../state/app-state.ts';
import { isDoublePress, type NextAction, nextAction } from '../state/next-action.ts';
import { setViewState, useViewState } from '../state/view-state.ts';
import { copyHeader } from './copy-session.ts';
import { cancelLogin, compareCertificate, logIn } from './session-actions.ts';

/** The action of a row's visible button; null if the row does not exist any more. */
export function rowAction(profileId: ProfileId): NextAction | null {
  const row = getRow(profileId);
  if (row === undefined) return null;
  const expiringMs = expiringSpanMs(useAppState.getState().settings);
  return nextAction(rowStatus(row, Date.now(), expiringMs));
}

/** Runs the action of a row's visible button; Enter does the same. */
export function performRowAction(profileId: ProfileId): void {
  const action = rowAction(profileId);
  if (action === null) return;
  const press = { profileId, action, atMs: performance.now() };
  if (isDoublePress(useViewState.getState().lastLogin, press)) return;
  if (action === 'copy') void copyHeader(profileId);
  else if (action === 'log-in' || action === 'log-in-again') logIn(profileId);
  else if (action === 'compare') void compareCertificate(profileId);
  else if (action === 'cancel') void cancelLogin(profileId);
  // An open dialog already keeps the second press from the row.
  const isLogin = action === 'log-in' || action === 'log-in-again';
  if (isLogin && useViewState.getState().dialog === null) setViewState({ lastLogin: press });
}

/** Copies the header of a row by shortcut; a changed certificate is compared first. */
export function copyOrCompare(profileId: ProfileId): void {
  if (rowAction(profileId) === 'compare') void compareCertificate(profileId);
  else void copyHeader(profileId);
}
