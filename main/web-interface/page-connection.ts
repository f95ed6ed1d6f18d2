import { X509Certificate } from 'node:crypto';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import { isEncrypted, type Profile } from '../../contract/profiles/profile.ts';
import type { ClientPool } from '../servers/client-pool.ts';
import { proxyProblem } from '../servers/proxy/proxy-errors.ts';
import { ProxyRoute } from '../servers/proxy/route.ts';
import type { SystemProxy } from '../servers/proxy/system-proxy.ts';
import { acceptedSocket, isAcceptedCertificate } from '../servers/tls/accepted-certificate.ts';
import { fingerprint } from '../servers/tls/certificate-facts.ts';
import type { ClientCredentials } from '../servers/tls/client-certificate.ts';
import type { Trust } from '../servers/tls/trusting-connector.ts';
import type { CertificateRelay } from './certificate-relay.ts';
import { type ChromiumProxy, chromiumProxy, relayProxy } from './chromium-proxy.ts';
import type { ProxyLogin } from './web-window.ts';

/** What decides about the connections of a page. */
export interface PageConnectionDeps {
  readonly systemProxy: SystemProxy;
  /** The PEM of a CA by its fingerprint, or null. */
  readonly authority: (fingerprint: string) => string | null;
  readonly clients: Pick<ClientPool, 'credentials'>;
}

const connectMs = 10_000;

/** The connections of a page, as the app itself would make them for the profile. */
export class PageConnection {
  readonly #origin: string;
  readonly #road: ProxyRoute;
  #relay: CertificateRelay | null = null;
  #port: Promise<number> | null = null;
  #isClosed = false;

  constructor(
    private readonly profile: Profile,
    private readonly deps: PageConnectionDeps,
  ) {
    this.#origin = profile.address.origin;
    this.#road = new ProxyRoute(this.#origin, profile.proxy, deps.systemProxy, connectMs);
  }

  /** Whether the app trusts a certificate, in PEM, that its server presented. */
  async trusts(pem: string): Promise<boolean> {
    // SECURITY: with a relay Chromium meets nothing but it, and the relay decides about the server (0044).
    if (this.#relay !== null) return fingerprint(new X509Certificate(pem)) === this.#relay.fingerprint;
    return isAcceptedCertificate(pem, this.#origin, this.#trust(), this.#road, connectMs);
  }

  /** What a page logs in with at the proxy; null: with nothing. */
  get proxyLogin(): ProxyLogin | null {
    return this.#relay?.credentials ?? null;
  }

  /** Ends what the page is connected to. */
  close(): void {
    this.#isClosed = true;
    this.#relay?.stop();
  }

  /** The way to the server at present; fails if the system's settings contain none. */
  async proxy(): Promise<Result<ChromiumProxy>> {
    try {
      const client = isEncrypted(this.profile.address) ? this.deps.clients.credentials(this.profile) : null;
      if (client !== null) return ok(relayProxy(await this.#relayPort(client)));
      return ok(chromiumProxy(await this.#road.routes(), this.#origin));
    } catch (error) {
      const problem = proxyProblem(error, new URL(this.#origin).host, this.#road.chosenBy);
      if (problem === null) throw error;
      return fail(problem);
    }
  }

  #trust(): Trust {
    const { tls } = this.profile;
    return { tls, authority: tls.mode === 'ca' ? this.deps.authority(tls.fingerprint) : null };
  }

  /** Starts the relay that presents the client certificate, once. */
  #relayPort(client: ClientCredentials): Promise<number> {
    this.#port ??= this.#startRelay(client);
    return this.#port;
  }

  async #startRelay(client: ClientCredentials): Promise<number> {
    const { CertificateRelay } = await import('./certificate-relay.ts');
    const trust = { ...this.#trust(), client };
    const dial = () => acceptedSocket(this.#origin, trust, this.#road, connectMs);
    this.#relay = new CertificateRelay(this.#origin, Date.now(), dial);
    const port = await this.#relay.start();
    if (this.#isClosed) this.#relay.stop();
    return port;
  }
}
