import type { ManyChange, RunKind } from '../../contract/profiles/many.ts';
import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { tickedIds } from '../list/tick-rows.ts';
import { getRow, useAppState } from '../state/app-state.ts';
import { isManagedServer } from '../state/managed.ts';
import { openDialog, setViewState, showProblem } from '../state/view-state.ts';
import { logIn } from './session-actions.ts';

/** Checks the sessions of the ticked servers. */
export async function checkTicked(): Promise<void> {
  await showProblem(null, bridge.checkMany({ profileIds: tickedIds() }));
}

/** Opens the bulk log-in with the ticked servers, or the log-in of the only one. */
export function logInToTicked(): void {
  const profileIds = tickedIds();
  const [only] = profileIds;
  if (only !== undefined && profileIds.length === 1) logIn(only);
  else openDialog({ kind: 'bulk-login', profileIds });
}

/** Ends the sessions of the ticked servers. */
export async function logOutOfTicked(): Promise<void> {
  await showProblem(null, bridge.logOutMany({ profileIds: tickedIds() }));
}

/** Opens the dialog for the tags of servers. */
export function openTags(profileIds: readonly ProfileId[]): void {
  openDialog({ kind: 'tag-many', profileIds });
}

/** Opens the dialog for the environment of servers. */
export function chooseEnvironment(profileIds: readonly ProfileId[]): void {
  openDialog({ kind: 'environment', profileIds });
}

/** Changes the ticked servers at once. */
export async function changeTicked(change: ManyChange): Promise<void> {
  await showProblem(null, bridge.changeMany({ profileIds: tickedIds(), change }));
}

/** Makes servers favorites; if all of them are, takes that back. */
export async function toggleFavorites(profileIds: readonly ProfileId[]): Promise<void> {
  const favourite = !profileIds.every((id) => getRow(id)?.profile.favourite);
  await showProblem(null, bridge.changeMany({ profileIds, change: { favourite } }));
}

/** Hides servers; if all of them are hidden, shows them again. */
export async function toggleHidden(profileIds: readonly ProfileId[]): Promise<void> {
  const hidden = !profileIds.every((id) => getRow(id)?.profile.hidden);
  await showProblem(null, bridge.changeMany({ profileIds, change: { hidden } }));
}

/** Opens the export with the ticked servers. */
export function exportTicked(): void {
  openDialog({ kind: 'export', profileIds: tickedIds() });
}

/** Opens the dialog that removes the ticked servers; if the policy keeps one of them, the reason is shown. */
export function removeTicked(): void {
  const profileIds = tickedIds();
  const { managed } = useAppState.getState();
  const kept = profileIds.find((id) => isManagedServer(managed, id));
  if (kept !== undefined) setViewState({ lastProblem: { profileId: kept, problem: { code: 'managed' } } });
  else openDialog({ kind: 'remove-many', profileIds });
}

/** Removes servers; with `logOut` their sessions are ended first. */
export async function removeMany(profileIds: readonly ProfileId[], logOut: boolean): Promise<void> {
  await showProblem(null, bridge.removeMany({ profileIds, logOut }));
}

/** Undoes the last change, if there is one. */
export async function undoLast(): Promise<void> {
  const { undoable } = useAppState.getState();
  if (undoable !== null) await showProblem(null, bridge.undo({ id: undoable.id }));
}

/** Stops what is being done with several servers. */
export async function stopRun(kind: RunKind): Promise<void> {
  await showProblem(null, bridge.stopRun({ kind }));
}
