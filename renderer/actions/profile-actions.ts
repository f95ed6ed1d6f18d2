import { addressText, type ProfileId } from '../../contract/profiles/profile.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import { bridge } from '../bridge.ts';
import { copyText } from '../components/buttons/copy-text.ts';
import { focusSearch } from '../keyboard/panes.ts';
import { getRow, useAppState } from '../state/app-state.ts';
import { isLocked, isManagedServer, mayAddAccount } from '../state/managed.ts';
import { openDialog, setViewState, showProblem } from '../state/view-state.ts';

/** Whether presentation mode keeps a text of a profile from being copied; then that is said below the list. */
function isHidden(profileId: ProfileId): boolean {
  const { presentation } = useAppState.getState().settings;
  if (presentation) setViewState({ lastProblem: { profileId, problem: { code: 'presentation-mode' } } });
  return presentation;
}

/** Whether the policy keeps a person from something; then the reason is shown below the list. */
function isRefused(refuses: boolean, profileId: ProfileId | null): boolean {
  if (refuses) setViewState({ lastProblem: { profileId, problem: { code: 'managed' } } });
  return refuses;
}

const managed = () => useAppState.getState().managed;

/** Opens the form for a new profile. */
export function addServer(): void {
  if (!isRefused(isLocked(managed(), 'servers'), null)) openDialog({ kind: 'add', from: null });
}

/** Opens the form for another account on the server of a profile. */
export function addAccount(profileId: ProfileId): void {
  const profile = getRow(profileId)?.profile;
  if (profile === undefined || isRefused(!mayAddAccount(managed(), profileId), profileId)) return;
  const { tags, environment } = profile;
  const from = { address: addressText(profile.address), name: '', userName: '', tags, environment };
  openDialog({ kind: 'add', from, like: profileId });
}

/** Switches to the view of all servers and continues the search there. */
export function searchAllViews(): void {
  setViewState({ view: 'all' });
  focusSearch();
}

/** Opens the form of a profile. */
export function editProfile(profileId: ProfileId): void {
  openDialog({ kind: 'edit', profileId });
}

/** Opens the form of a profile at its client certificate. */
export function chooseClientCertificate(profileId: ProfileId): void {
  openDialog({ kind: 'edit', profileId, start: 'client-certificate' });
}

/** Opens the dialog that removes a profile. */
export function removeProfile(profileId: ProfileId): void {
  if (!isRefused(isManagedServer(managed(), profileId), profileId)) openDialog({ kind: 'remove', profileId });
}

/** Adds a profile to the favorites, or removes it. */
export async function toggleFavourite(profileId: ProfileId): Promise<void> {
  const profile = getRow(profileId)?.profile;
  if (profile === undefined) return;
  await showProblem(profileId, bridge.markFavourite({ profileId, favourite: !profile.favourite }));
}

/** Copies the address of a server. */
export function copyAddress(profileId: ProfileId): void {
  const profile = getRow(profileId)?.profile;
  if (profile !== undefined && !isHidden(profileId)) copyText(addressText(profile.address));
}

/** Copies the user name of a profile. */
export function copyUserName(profileId: ProfileId): void {
  const profile = getRow(profileId)?.profile;
  if (profile !== undefined && !isHidden(profileId)) copyText(profile.userName);
}

/** Copies the name of a profile. */
export function copyName(profileId: ProfileId): void {
  const profile = getRow(profileId)?.profile;
  if (profile !== undefined && !isHidden(profileId)) copyText(profile.name);
}

/** Copies when the session of a profile expires, as ISO 8601 in UTC; nothing if it is not known. */
export function copyExpiry(profileId: ProfileId): void {
  const session = getRow(profileId)?.session;
  if (session !== undefined && hasToken(session) && session.expiresAt !== null)
    copyText(new Date(session.expiresAt).toISOString());
}

/** Opens the dialog that exports the list or backs it up, unless it is empty. */
export function openExport(kind: 'export' | 'back-up'): void {
  if (useAppState.getState().rows.length > 0) openDialog({ kind });
}
