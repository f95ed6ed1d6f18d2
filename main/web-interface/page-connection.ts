import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { Profile } from '../../contract/profiles/profile.ts';
import { proxyProblem } from '../servers/proxy/proxy-errors.ts';
import { ProxyRoute } from '../servers/proxy/route.ts';
import type { SystemProxy } from '../servers/proxy/system-proxy.ts';
import { isAcceptedCertificate } from '../servers/tls/accepted-certificate.ts';
import { type ChromiumProxy, chromiumProxy } from './chromium-proxy.ts';

/** What decides about the connections of a page. */
export interface PageConnectionDeps {
  readonly systemProxy: SystemProxy;
  /** The PEM of a CA by its fingerprint, or null. */
  readonly authority: (fingerprint: string) => string | null;
}

const connectMs = 10_000;

/** The connections of a page, as the app itself would make them for the profile. */
export class PageConnection {
  readonly #origin: string;
  readonly #road: ProxyRoute;

  constructor(
    private readonly profile: Pick<Profile, 'address' | 'tls' | 'proxy'>,
    private readonly deps: PageConnectionDeps,
  ) {
    this.#origin = profile.address.origin;
    this.#road = new ProxyRoute(this.#origin, profile.proxy, deps.systemProxy, connectMs);
  }

  /** Whether the app trusts a certificate, in PEM, that its server presented. */
  trusts(pem: string): Promise<boolean> {
    const { tls } = this.profile;
    const authority = tls.mode === 'ca' ? this.deps.authority(tls.fingerprint) : null;
    return isAcceptedCertificate(pem, this.#origin, { tls, authority }, this.#road, connectMs);
  }

  /** The way to the server at present; fails if the system's settings contain none. */
  async proxy(): Promise<Result<ChromiumProxy>> {
    try {
      return ok(chromiumProxy(await this.#road.routes(), this.#origin));
    } catch (error) {
      const problem = proxyProblem(error, new URL(this.#origin).host, this.#road.chosenBy);
      if (problem === null) throw error;
      return fail(problem);
    }
  }
}
