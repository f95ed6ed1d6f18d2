import type { NetworkInterfaceInfo } from 'node:os';

/**
 * The networks this computer is connected to, as one comparable string.
 *
 * Without loopback and link-local addresses, which containers add and remove, and with only the /64 prefix of IPv6
 * addresses, since the rest changes daily.
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
