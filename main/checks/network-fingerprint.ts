import type { NetworkInterfaceInfo } from 'node:os';

/**
 * The networks that this computer is in, as one text to compare.
 *
 * Only what a change of place changes: no loopback, no link-local addresses that containers come and go with, and of an
 * IPv6 address only its network, since the rest is made anew each day.
 */
export function networkFingerprint(interfaces: NodeJS.Dict<readonly NetworkInterfaceInfo[]>): string {
  const networks = Object.values(interfaces).flatMap((addresses = []) =>
    addresses.flatMap(({ internal, family, address }) => {
      if (internal || /^(fe80:|169\.254\.)/i.test(address)) return [];
      return family === 'IPv6' ? [address.split(':').slice(0, 4).join(':')] : [address];
    }),
  );
  return [...new Set(networks)].sort().join(' ');
}
