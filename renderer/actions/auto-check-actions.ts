import type { ProfileId } from '../../contract/profiles/profile.ts';
import { bridge } from '../bridge.ts';
import { rowOf } from '../state/app-state.ts';
import { report } from '../state/view-state.ts';

/** Excepts a server from the checks that nobody asks for, or lets it in again. */
export async function toggleSelfChecks(profileId: ProfileId): Promise<void> {
  const row = rowOf(profileId);
  if (row !== undefined) await report(profileId, bridge.letCheckItself({ profileId, on: !row.checksItself }));
}

/** Takes the card away that says how rights changed. */
export async function dismissRightsChange(profileId: ProfileId): Promise<void> {
  await report(profileId, bridge.dismissRightsChange({ profileId }));
}
