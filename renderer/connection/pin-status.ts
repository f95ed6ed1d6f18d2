import type { EpochMs } from '../../contract/core/time.ts';
import type { TlsTrust } from '../../contract/profiles/profile.ts';

/** Is a pinned certificate out of its dates? It is still accepted, so it has to be said wherever it shows. */
export function pinTrouble(tls: TlsTrust, now: EpochMs): 'expired' | 'not-yet-valid' | null {
  if (tls.mode !== 'pin' || tls.dates === undefined) return null;
  if (now > tls.dates.validTo) return 'expired';
  return now < tls.dates.validFrom ? 'not-yet-valid' : null;
}
