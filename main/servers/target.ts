import type { SecureContext } from 'node:tls';
import type { ProxyChoice, ServerAddress, TlsTrust } from '../../contract/profiles/profile.ts';
import type { Timeouts } from './http/timeouts.ts';
import type { SystemProxy } from './proxy/system-proxy.ts';
import type { ClientCredentials } from './tls/client-certificate.ts';

/** The part of a profile that a transport depends on; a change requires a new transport. */
export interface Target {
  readonly address: ServerAddress;
  readonly tls: TlsTrust;
  /** PEM of the profile's custom CA; null if it has none, or it is not saved. */
  readonly authority: string | null;
  readonly proxy: ProxyChoice;
  /** What is presented to this server if it requests a client certificate; null or absent: nothing. */
  readonly client?: ClientCredentials | null;
  readonly deviceId: string;
}

/** Settings of a transport that tests replace: timeouts, the system's proxy and CAs. */
export interface TransportOptions {
  readonly timeouts?: Partial<Timeouts>;
  readonly authorities?: () => SecureContext;
  /** The system's proxy settings; without it there are none. */
  readonly systemProxy?: SystemProxy;
}
