import type { Socket } from 'node:net';
import { isEncrypted, type Profile, type ProfileId } from '../../contract/profiles/profile.ts';
import type { ApiClient } from './api-client.ts';
import type { Connection, ServerConnection } from './connection.ts';
import { defaultTimeouts, type Timeouts } from './http/timeouts.ts';
import type { SystemProxy } from './proxy/system-proxy.ts';
import type { Target } from './target.ts';
import type { ClientCredentials } from './tls/client-certificate.ts';
import type { Device, FindFaceTransport } from './transport.ts';

/** The target of a transport without a profile, which sends no device ID. */
export type TransportTarget = Omit<Target, 'authority' | 'deviceId'>;

/** A connection that takes the place of one over the network; null for almost every origin. */
type ConnectInside = (origin: string) => Promise<ServerConnection | null>;

interface Kept {
  readonly key: string;
  readonly client: Promise<ApiClient>;
}

/** Loaded on first use: the HTTP client takes longer to load than the window to appear. */
const load = () => import('./api-client.ts');

/** One API client per profile, created on first use and again when the address, trust or proxy changes. */
export class ClientPool {
  readonly #device: Device;
  readonly #systemProxy: SystemProxy;
  readonly #authority: (fingerprint: string) => string | null;
  readonly #connectInside: ConnectInside;
  readonly #clientKey: (profile: Profile) => string | null;
  readonly #kept = new Map<ProfileId, Kept>();

  /**
   * `authority` returns the PEM of a CA by its fingerprint, or null; `clientKey` the key and chain of a profile's
   * client certificate, or null if they cannot be opened.
   */
  constructor(
    device: Device,
    systemProxy: SystemProxy,
    authority: (fingerprint: string) => string | null,
    connectInside: ConnectInside = async () => null,
    clientKey: (profile: Profile) => string | null = () => null,
  ) {
    this.#clientKey = clientKey;
    this.#connectInside = connectInside;
    this.#device = device;
    this.#systemProxy = systemProxy;
    this.#authority = authority;
  }

  of(profile: Profile): Promise<ApiClient> {
    const { id } = profile;
    const key = this.#keyOf(profile);
    const kept = this.#kept.get(id);
    if (kept?.key === key) return kept.client;
    // SECURITY: a connection opened under another trust is not reused (0005).
    void this.close(id);
    const client = this.apart(profile);
    this.#kept.set(id, { key, client });
    return client;
  }

  /** Loads the HTTP client and, if this profile trusts them, the CAs of the system; opens no connection. */
  async prepare({ address, tls }: Profile): Promise<void> {
    await load();
    if (tls.mode !== 'system' || !isEncrypted(address)) return;
    const { systemContext } = await import('./tls/authorities.ts');
    systemContext();
  }

  /** Adopts a client that `apart` created for exactly this profile. */
  keep(profile: Profile, client: ApiClient): void {
    void this.close(profile.id);
    this.#kept.set(profile.id, { key: this.#keyOf(profile), client: Promise.resolve(client) });
  }

  /** Opens a transport that belongs to no profile; the caller closes it. */
  async openTransport(
    { tls, ...target }: TransportTarget,
    timeouts: Partial<Timeouts>,
  ): Promise<FindFaceTransport> {
    const { FindFaceTransport } = await import('./transport.ts');
    const authority = tls.mode === 'ca' ? this.#authority(tls.fingerprint) : null;
    const systemProxy = this.#systemProxy;
    const inside = await this.#connectInside(target.address.origin);
    const options = { timeouts, systemProxy };
    return new FindFaceTransport({ ...target, tls, authority, deviceId: '' }, this.#device, options, inside);
  }

  /** Opens a connection of a profile for the requests of other programs; the caller closes it. Null: no network. */
  async openForwarding(profile: Profile): Promise<Connection | null> {
    const { address, tls, proxy } = profile;
    if ((await this.#connectInside(address.origin)) !== null) return null;
    const { Connection } = await import('./connection.ts');
    const authority = tls.mode === 'ca' ? this.#authority(tls.fingerprint) : null;
    const around = { systemProxy: this.#systemProxy, isForwarding: true };
    const client = this.credentials(profile);
    return new Connection({ address, tls, authority, proxy, client }, defaultTimeouts, around);
  }

  /**
   * Opens a socket to the server of a profile, over its own trust and proxy; the caller closes it. Throws why there is
   * none.
   */
  async openSocket(profile: Profile, signal: AbortSignal): Promise<Socket> {
    const { tls, proxy } = profile;
    const { origin } = profile.address;
    const { acceptedSocket } = await import('./tls/accepted-certificate.ts');
    const { ProxyRoute } = await import('./proxy/route.ts');
    const authority = tls.mode === 'ca' ? this.#authority(tls.fingerprint) : null;
    const { connectMs } = defaultTimeouts;
    const road = new ProxyRoute(origin, proxy, this.#systemProxy, connectMs);
    const trust = { tls, authority, client: this.credentials(profile) };
    return acceptedSocket(origin, trust, road, 2 * connectMs, signal);
  }

  /** The client of a profile, if there is one. */
  async known(id: ProfileId): Promise<ApiClient | undefined> {
    return this.#kept.get(id)?.client;
  }

  /**
   * Creates a separate client for a profile as given; the caller closes it. Until the profile has a client certificate
   * of its own, that of `like` is presented.
   */
  async apart(profile: Profile, like: Profile | null = null): Promise<ApiClient> {
    const { address, tls, proxy, deviceId } = profile;
    const authority = tls.mode === 'ca' ? this.#authority(tls.fingerprint) : null;
    const { ApiClient } = await load();
    const target = { address, tls, authority, proxy, deviceId, client: this.credentials(profile, like) };
    const inside = await this.#connectInside(address.origin);
    return new ApiClient(target, this.#device, { systemProxy: this.#systemProxy }, inside);
  }

  /** Removes the client of a profile from the pool and returns it; the caller closes it. */
  take(profile: Profile): Promise<ApiClient> {
    const client = this.of(profile);
    this.#kept.delete(profile.id);
    return client;
  }

  /** Closes the connections of one profile; its running requests fail. */
  async close(id: ProfileId): Promise<void> {
    const kept = this.#kept.get(id);
    this.#kept.delete(id);
    await (await kept?.client)?.close();
  }

  /** Closes every connection. */
  async closeAll(): Promise<void> {
    await Promise.all([...this.#kept.keys()].map((id) => this.close(id)));
  }

  /** The client certificate of a profile; null if it has none. */
  credentials(profile: Profile, like: Profile | null = null): ClientCredentials | null {
    const { clientCertificate: certificate } = profile;
    if (certificate === undefined) return null;
    // SECURITY: the key is opened for each connection, so that a lock takes it from all of them (0011, 0044).
    const reveal = () => this.#clientKey(profile) ?? (like === null ? null : this.#clientKey(like));
    return { certificate, reveal };
  }

  #keyOf({ address, tls, proxy, deviceId, clientCertificate }: Profile): string {
    const authority = tls.mode === 'ca' ? this.#authority(tls.fingerprint) : null;
    const trusted = tls.mode === 'system' ? '' : tls.fingerprint;
    const presented = clientCertificate?.fingerprint ?? null;
    return JSON.stringify([address, tls.mode, trusted, authority, proxy, deviceId, presented]);
  }
}
