import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { getRow } from '../state/app-state.ts';
import { showProblem } from '../state/view-state.ts';

/** Excepts a server from the checks that nobody asks for, or lets it in again. */
export async function toggleAutoChecks(profileId: ProfileId): Promise<void> {
  const row = getRow(profileId);
  if (row !== undefined)
    await showProblem(profileId, bridge.letCheckItself({ profileId, on: !row.checksItself }));
}

/** Takes the card away that says how rights changed. */
export async function dismissRightsChange(profileId: ProfileId): Promise<void> {
  await showProblem(profileId, bridge.dismissRightsChange({ profileId }));
}
