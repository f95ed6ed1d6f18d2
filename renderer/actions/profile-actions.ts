import { addressText, type ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { focusSearch } from '../keyboard/panes.ts';
import { getRow } from '../state/app-state.ts';
import { openDialog, setViewState, showProblem } from '../state/view-state.ts';

/** Opens the form for a profile that is not there yet. */
export function addServer(): void {
  openDialog({ kind: 'add', from: null });
}

/** Opens the form for another account on the server of a profile. */
export function addAccount(profileId: ProfileId): void {
  const profile = getRow(profileId)?.profile;
  if (profile === undefined) return;
  const { tags, environment } = profile;
  const from = { address: addressText(profile.address), name: '', userName: '', tags, environment };
  openDialog({ kind: 'add', from, like: profileId });
}

/** Shows what the search finds in all views, and goes on with the search. */
export function searchAllViews(): void {
  setViewState({ view: 'all' });
  focusSearch();
}

/** Opens the form of a profile. */
export function editProfile(profileId: ProfileId): void {
  openDialog({ kind: 'edit', profileId });
}

/** Asks whether and how to remove a profile. */
export function removeProfile(profileId: ProfileId): void {
  openDialog({ kind: 'remove', profileId });
}

/** Marks a profile as a favourite, or takes the mark away. */
export async function toggleFavourite(profileId: ProfileId): Promise<void> {
  const profile = getRow(profileId)?.profile;
  if (profile === undefined) return;
  await showProblem(profileId, bridge.markFavourite({ profileId, favourite: !profile.favourite }));
}
