import { randomUUID } from 'node:crypto';
import type { AutoLogoutPolicy } from '../../contract/profiles/auto-logout.ts';
import { asProfileId, type Draft, type Profile } from '../../contract/profiles/profile.ts';
import type { ProbeOutcome } from '../probe/server-probe.ts';
import { newDeviceId } from '../profiles/device-id.ts';
import { type AcceptedDraft, withDraft } from '../profiles/draft.ts';

/** Values that come from a file instead of the form. */
export type ProfileOverrides = Partial<
  Pick<Profile, 'favourite' | 'hidden' | 'tls' | 'proxy' | 'deviceId' | 'address'>
>;

/** What accompanies an edit: the result of a probe, values from a file, chosen connection settings. */
export type Edited = Omit<ProfileOverrides, 'address'> & { readonly probed?: ProbeOutcome | null };

/** A profile to be added. */
export interface NewProfile {
  readonly draft: Draft;
  readonly brought: ProfileOverrides;
}

/** Uses the probed address if it completes what was typed; otherwise keeps what was typed. */
export function overridesFromProbe({
  finding: { address, completesTyped },
  decided,
}: ProbeOutcome): ProfileOverrides {
  return { ...(completesTyped ? { address } : {}), ...(decided ? { tls: decided } : {}) };
}

/**
 * What another account has from a profile. It may trust a certificate that the profile does not trust yet, but at no
 * other origin.
 */
export function overridesFromProfile(
  { address, tls, proxy }: Profile,
  probed: ProbeOutcome | null,
): ProfileOverrides {
  const decided = probed?.finding.address.origin === address.origin ? probed.decided : null;
  return { address, tls: decided ?? tls, proxy };
}

/** A new profile: trusts the system's CAs and uses the system's proxy. */
export function newProfile(accepted: AcceptedDraft, lease: AutoLogoutPolicy): Profile {
  const profile: Profile = {
    ...accepted,
    id: asProfileId(randomUUID()),
    favourite: false,
    tls: { mode: 'system' },
    proxy: { mode: 'system' },
    deviceId: newDeviceId(),
    lease,
  };
  return withDraft(profile, accepted);
}
