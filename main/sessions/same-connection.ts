import { isDeepStrictEqual } from 'node:util';
import type { Profile, ProxyChoice, TlsTrust } from '../../contract/profiles/profile.ts';
import { isSameLogin } from './login-rules.ts';

/** Whom a profile trusts, and by which way its server is reached. */
export type ConnectionRoute = Pick<Profile, 'tls' | 'proxy'>;

/** Is it the same certificate, authority or trust store? When it was chosen does not matter. */
export function isSameTrust(one: TlsTrust, other: TlsTrust): boolean {
  return one.mode === other.mode && trusted(one) === trusted(other);
}

export function isSameProxy(one: ProxyChoice, other: ProxyChoice): boolean {
  return isDeepStrictEqual(one, other);
}

export function isSameConnection(one: ConnectionRoute, other: ConnectionRoute): boolean {
  return isSameTrust(one.tls, other.tls) && isSameProxy(one.proxy, other.proxy);
}

/** Would a secret of the one profile go to the same place, by the same way, for the other? */
export function isSameServer(one: Profile, other: Profile): boolean {
  return isSameLogin(one, other) && isSameConnection(one, other);
}

/** Would somebody else than before read everything from now on? Without a proxy there is nobody new. */
export function letsOthersRead(before: Profile, after: Profile): boolean {
  const isOpen = after.address.origin.startsWith('http:');
  return isOpen && after.proxy.mode !== 'direct' && !isSameProxy(before.proxy, after.proxy);
}

function trusted(tls: TlsTrust): string {
  return tls.mode === 'system' ? '' : tls.fingerprint;
}
