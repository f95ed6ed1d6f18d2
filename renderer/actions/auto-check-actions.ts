import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { getRow } from '../state/app-state.ts';
import { showProblem } from '../state/view-state.ts';

/** Turns automatic checks of a server off or on. */
export async function toggleAutoChecks(profileId: ProfileId): Promise<void> {
  const row = getRow(profileId);
  if (row !== undefined)
    await showProblem(profileId, bridge.letCheckItself({ profileId, on: !row.checksItself }));
}

/** Turns the live channel of a server on or off. */
export async function toggleLiveChannel(profileId: ProfileId): Promise<void> {
  const row = getRow(profileId);
  if (row !== undefined)
    await showProblem(profileId, bridge.letHearLive({ profileId, on: row.channel === 'off' }));
}

/** Dismisses the card about changed rights. */
export async function dismissRightsChange(profileId: ProfileId): Promise<void> {
  await showProblem(profileId, bridge.dismissRightsChange({ profileId }));
}

/** Turns the reminders of a server off, or on again. */
export async function muteReminders(profileId: ProfileId, muted: boolean): Promise<void> {
  await showProblem(profileId, bridge.muteReminders({ profileId, muted }));
}
