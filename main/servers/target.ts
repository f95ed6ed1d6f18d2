import type { SecureContext } from 'node:tls';
import type { ProxyChoice, ServerAddress, TlsTrust } from '../../contract/profiles/profile.ts';
import type { Timeouts } from './http/timeouts.ts';
import type { SystemProxy } from './proxy/system-proxy.ts';

/** The part of a profile that a server must know; a change of it needs another line. */
export interface Target {
  readonly address: ServerAddress;
  readonly tls: TlsTrust;
  /** The certificate of the profile's own authority in PEM; null if it has none, or it is not kept. */
  readonly authority: string | null;
  readonly proxy: ProxyChoice;
  readonly deviceId: string;
}

/** What surrounds a line, and what a test may change: how long to wait, and whom to trust as the system does. */
export interface TransportOptions {
  readonly timeouts?: Partial<Timeouts>;
  readonly authorities?: () => SecureContext;
  /** What the settings of this computer say about proxies; without it there are none. */
  readonly systemProxy?: SystemProxy;
}
