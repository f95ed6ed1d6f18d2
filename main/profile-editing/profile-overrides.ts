import { randomUUID } from 'node:crypto';
import type { AutoLogoutPolicy } from '../../contract/profiles/auto-logout.ts';
import type { Draft, Profile } from '../../contract/profiles/profile.ts';
import { asProfileId } from '../../contract/requests/parse.ts';
import type { ProbeOutcome } from '../probe/server-probe.ts';
import { newDeviceId } from '../profiles/device-id.ts';
import type { AcceptedDraft } from '../profiles/draft.ts';

/** What a file can bring along that nobody types. */
export type ProfileOverrides = Partial<Pick<Profile, 'favourite' | 'tls' | 'proxy' | 'deviceId' | 'address'>>;

/** What goes along with an edit: what a probe found, what a file brought, or what a person chose for the connection. */
export type Edited = Omit<ProfileOverrides, 'address'> & { readonly probed?: ProbeOutcome | null };

/** A profile that is to be added. */
export interface NewProfile {
  readonly draft: Draft;
  readonly brought: ProfileOverrides;
}

/** A found address is taken over where it completes what was typed; otherwise what was typed stands. */
export function overridesFromProbe({
  finding: { address, completesTyped },
  decided,
}: ProbeOutcome): ProfileOverrides {
  return { ...(completesTyped ? { address } : {}), ...(decided ? { tls: decided } : {}) };
}

/** A profile as it begins: the system judges its certificate and names its proxy. */
export function newProfile(accepted: AcceptedDraft, lease: AutoLogoutPolicy): Profile {
  return {
    ...accepted,
    id: asProfileId(randomUUID()),
    favourite: false,
    tls: { mode: 'system' },
    proxy: { mode: 'system' },
    deviceId: newDeviceId(),
    lease,
  };
}
