import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { ApiClient } from './api-client.ts';
import type { Timeouts } from './http/timeouts.ts';
import type { SystemProxy } from './proxy/system-proxy.ts';
import type { Target } from './target.ts';
import type { Device, FindFaceTransport } from './transport.ts';

/** Where a line leads that nobody in particular asks over: it shows no device id. */
export type TransportTarget = Omit<Target, 'authority' | 'deviceId'>;

interface Kept {
  readonly key: string;
  readonly client: Promise<ApiClient>;
}

/** The HTTP client takes longer to load than the window may take to show, so it is loaded when first needed. */
const load = () => import('./api-client.ts');

/** One client a profile, made when first needed and made anew when the profile's address, trust or proxy has changed. */
export class ClientPool {
  readonly #device: Device;
  readonly #systemProxy: SystemProxy;
  readonly #authority: (fingerprint: string) => string | null;
  readonly #kept = new Map<ProfileId, Kept>();

  /** `authority` gives the certificate of an authority by its fingerprint, or null. */
  constructor(device: Device, systemProxy: SystemProxy, authority: (fingerprint: string) => string | null) {
    this.#device = device;
    this.#systemProxy = systemProxy;
    this.#authority = authority;
  }

  of(profile: Profile): Promise<ApiClient> {
    const { id } = profile;
    const key = this.#keyOf(profile);
    const kept = this.#kept.get(id);
    if (kept?.key === key) return kept.client;
    // SECURITY: a connection made under other rules of trust is not used again (0005).
    void this.close(id);
    const client = this.apart(profile);
    this.#kept.set(id, { key, client });
    return client;
  }

  /** Keeps a client that was made apart for a profile exactly as it is given. */
  keep(profile: Profile, client: ApiClient): void {
    void this.close(profile.id);
    this.#kept.set(profile.id, { key: this.#keyOf(profile), client: Promise.resolve(client) });
  }

  /** A line that belongs to no profile; whoever asks for it closes it. */
  async openTransport(
    { tls, ...target }: TransportTarget,
    timeouts: Partial<Timeouts>,
  ): Promise<FindFaceTransport> {
    const { FindFaceTransport } = await import('./transport.ts');
    const authority = tls.mode === 'ca' ? this.#authority(tls.fingerprint) : null;
    const systemProxy = this.#systemProxy;
    return new FindFaceTransport({ ...target, tls, authority, deviceId: '' }, this.#device, {
      timeouts,
      systemProxy,
    });
  }

  /** The client of a profile, if one was needed before. */
  async known(id: ProfileId): Promise<ApiClient | undefined> {
    return this.#kept.get(id)?.client;
  }

  /** A client of its own for a profile as it is given, whatever is kept; whoever asked for it closes it. */
  async apart({ address, tls, proxy, deviceId }: Profile): Promise<ApiClient> {
    const authority = tls.mode === 'ca' ? this.#authority(tls.fingerprint) : null;
    const { ApiClient } = await load();
    const target = { address, tls, authority, proxy, deviceId };
    return new ApiClient(target, this.#device, { systemProxy: this.#systemProxy });
  }

  /** Hands over the client of a profile: whoever takes it closes it, and the next one is new. */
  take(profile: Profile): Promise<ApiClient> {
    const client = this.of(profile);
    this.#kept.delete(profile.id);
    return client;
  }

  /** Ends the connections of one profile; what is under way there fails. */
  async close(id: ProfileId): Promise<void> {
    const kept = this.#kept.get(id);
    this.#kept.delete(id);
    await (await kept?.client)?.close();
  }

  /** Ends every connection. */
  async closeAll(): Promise<void> {
    await Promise.all([...this.#kept.keys()].map((id) => this.close(id)));
  }

  #keyOf({ address, tls, proxy, deviceId }: Profile): string {
    const authority = tls.mode === 'ca' ? this.#authority(tls.fingerprint) : null;
    const trusted = tls.mode === 'system' ? '' : tls.fingerprint;
    return JSON.stringify([address, tls.mode, trusted, authority, proxy, deviceId]);
  }
}
