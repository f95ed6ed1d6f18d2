import { randomUUID } from 'node:crypto';
import type { AutoLogoutPolicy } from '../../contract/profiles/auto-logout.ts';
import {
  asProfileId,
  type ClientCertificate,
  type Draft,
  type Profile,
} from '../../contract/profiles/profile.ts';
import type { ProbeOutcome } from '../probe/server-probe.ts';
import { newDeviceId } from '../profiles/device-id.ts';
import { type AcceptedDraft, withDraft } from '../profiles/draft.ts';
import { type ConnectionRoute, isSameTrust } from '../sessions/same-connection.ts';

/** Values that come from a file instead of the form. */
export type ProfileOverrides = Partial<
  Pick<Profile, 'favourite' | 'hidden' | 'tls' | 'proxy' | 'clientCertificate' | 'deviceId' | 'address'>
>;

/** Connection settings that were chosen; a client certificate of null is removed. */
export type ChosenConnection = Partial<ConnectionRoute> & {
  readonly certificate?: ClientCertificate | null;
};

/** What accompanies an edit: the result of a probe, values from a file, chosen connection settings. */
export type Edited = Omit<ProfileOverrides, 'address'> &
  ChosenConnection & { readonly probed?: ProbeOutcome | null };

/** A profile to be added. */
export interface NewProfile {
  readonly draft: Draft;
  readonly brought: ProfileOverrides;
  /** Whose client certificate it gets too. */
  readonly like?: Profile | null;
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
  { address, tls, proxy, clientCertificate }: Profile,
  probed: ProbeOutcome | null,
): ProfileOverrides {
  const decided = probed?.finding.address.origin === address.origin ? probed.decided : null;
  // SECURITY: it is presented only where the profile itself would present it (0044).
  const isPresented = clientCertificate !== undefined && (decided === null || isSameTrust(decided, tls));
  return { address, tls: decided ?? tls, proxy, ...(isPresented ? { clientCertificate } : {}) };
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
