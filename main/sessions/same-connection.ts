import { isDeepStrictEqual } from 'node:util';
import {
  type ClientCertificate,
  isEncrypted,
  type Profile,
  type ProxyChoice,
  type TlsTrust,
} from '../../contract/profiles/profile.ts';
import { isSameLogin } from './login-rules.ts';

/** The trust and the proxy of a profile. */
export type ConnectionRoute = Pick<Profile, 'tls' | 'proxy'>;

/** Whether both name the same certificate, CA or trust store; the time of the choice is ignored. */
export function isSameTrust(one: TlsTrust, other: TlsTrust): boolean {
  return one.mode === other.mode && trusted(one) === trusted(other);
}

export function isSameProxy(one: ProxyChoice, other: ProxyChoice): boolean {
  return isDeepStrictEqual(one, other);
}

export function isSameConnection(one: ConnectionRoute, other: ConnectionRoute): boolean {
  return isSameTrust(one.tls, other.tls) && isSameProxy(one.proxy, other.proxy);
}

/** Whether secrets of one profile may be used for the other: same server, user, trust and proxy. */
export function isSameServer(one: Profile, other: Profile): boolean {
  return isSameLogin(one, other) && isSameConnection(one, other);
}

/** A profile with another client certificate, or without one. */
export function withClientCertificate(profile: Profile, certificate: ClientCertificate | null): Profile {
  const { clientCertificate, ...others } = profile;
  return certificate === null ? others : { ...others, clientCertificate: certificate };
}

/** A changed profile, without the client certificate that it had for another server. */
export function withoutForeignCertificate(before: Profile, after: Profile): Profile {
  const isMoved = before.address.origin !== after.address.origin;
  // SECURITY: a client certificate is for the server that it was chosen for (0044).
  return isMoved && after.clientCertificate === before.clientCertificate
    ? withClientCertificate(after, null)
    : after;
}

/** Whether another proxy could read the traffic after the change; without a proxy nobody new can. */
export function letsOthersRead(before: Profile, after: Profile): boolean {
  const isOpen = !isEncrypted(after.address);
  return isOpen && after.proxy.mode !== 'direct' && !isSameProxy(before.proxy, after.proxy);
}

function trusted(tls: TlsTrust): string {
  return tls.mode === 'system' ? '' : tls.fingerprint;
}
