import type { Socket } from 'node:net';
import type { UsedRoute } from '../../../contract/profiles/connection.ts';
import type { ProxyChoice } from '../../../contract/profiles/profile.ts';
import { errorCode, isNoConnection } from '../http/network-errors.ts';
import { hostAndPort, parsePacResult, parseProxyUrl, type Route } from './pac-result.ts';
import { NoUsableRoute, ProxyFailed } from './proxy-failed.ts';
import type { SystemProxy } from './system-proxy.ts';
import { type Destination, openTunnel } from './tunnel.ts';

/** The routes to one server, from the profile or from the system's settings. */
export class ProxyRoute {
  readonly #origin: string;
  readonly #to: Destination;
  readonly #choice: ProxyChoice;
  readonly #system: SystemProxy | null;
  readonly #ms: number;

  constructor(origin: string, choice: ProxyChoice, system: SystemProxy | null, ms: number) {
    const { hostname, port, protocol } = new URL(origin);
    this.#origin = origin;
    this.#to = {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (protocol === 'https:' ? 443 : 80),
    };
    this.#choice = choice;
    this.#system = system;
    this.#ms = ms;
  }

  /** Whether the system or the profile chose the proxy. */
  get chosenBy(): 'system' | 'profile' {
    return this.#choice.mode === 'system' ? 'system' : 'profile';
  }

  /**
   * Connects over the first route that works: `onward` gets the socket of a tunnel, or null for a direct connection.
   *
   * System settings are resolved for each connection, since they change with the network. The next route is tried only
   * if no connection to the server was established; a direct connection only if it is listed.
   */
  async connectVia<Value>(
    signal: AbortSignal,
    onward: (tunnel: Socket | null) => Promise<Value>,
  ): Promise<{ readonly value: Value; readonly way: UsedRoute }> {
    let failure: unknown = null;
    for (const way of await this.routes()) {
      signal.throwIfAborted();
      try {
        const tunnel = way.kind === 'direct' ? null : await openTunnel(way, this.#to, this.#ms, signal);
        return { value: await onward(tunnel), way: this.#toUsedRoute(way) };
      } catch (error) {
        const leadsNowhere =
          error instanceof ProxyFailed || (way.kind === 'direct' && isNoConnection(errorCode(error)));
        if (!leadsNowhere) throw error;
        failure = error;
      }
    }
    throw failure;
  }

  /** The routes in order; throws `NoUsableRoute` if the system's settings contain none. */
  async routes(): Promise<readonly Route[]> {
    if (this.#choice.mode === 'fixed') return limitHops(parseProxyUrl(this.#choice.url), this.#choice.url);
    if (this.#choice.mode === 'direct' || this.#system === null) return [{ kind: 'direct' }];
    const answer = await this.#system.resolve(this.#origin).catch(() => '');
    return limitHops(parsePacResult(answer), answer);
  }

  #toUsedRoute(way: Route): UsedRoute {
    if (way.kind === 'direct') return { kind: 'direct' };
    return { kind: 'proxy', proxy: hostAndPort(way), chosenBy: this.chosenBy };
  }
}

function limitHops(ways: readonly Route[], said: string): readonly Route[] {
  // SECURITY: if the settings cannot be understood, a proxy they may require is not bypassed (0017).
  if (ways.length === 0) throw new NoUsableRoute(said);
  return ways;
}
