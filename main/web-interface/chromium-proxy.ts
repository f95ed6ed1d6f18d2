import { hostAndPort, type Route } from '../servers/proxy/pac-result.ts';

/** The proxy of a Chromium session, as Electron takes it. */
export interface ChromiumProxy {
  readonly mode: 'fixed_servers';
  readonly proxyRules: string;
  readonly proxyBypassRules: string;
}

/** Port 9 of this computer, where nothing listens. */
const nowhere = 'socks5://127.0.0.1:9';

/**
 * Sends the requests of a session over the routes that the app itself takes to this origin, in the same order.
 *
 * Without a proxy only the host of the origin is reached, and everything else leads nowhere.
 */
export function chromiumProxy(routes: readonly Route[], origin: string): ChromiumProxy {
  // SECURITY: WebRTC does not ask the filter of requests, so without a proxy it must find no other way out (0041).
  if (routes[0]?.kind === 'direct')
    return {
      mode: 'fixed_servers',
      proxyRules: nowhere,
      proxyBypassRules: `<-loopback>;${withPort(origin)}`,
    };
  const rules = routes.map((way) =>
    way.kind === 'direct' ? 'direct://' : `${way.kind}://${hostAndPort(way)}`,
  );
  // Without the usual exception for local addresses, as in the app's own requests.
  return { mode: 'fixed_servers', proxyRules: rules.join(','), proxyBypassRules: '<-loopback>' };
}

/** Sends everything to a proxy on this port of this computer, which lets through what is for its server. */
export function relayProxy(port: number): ChromiumProxy {
  return {
    mode: 'fixed_servers',
    proxyRules: `http://127.0.0.1:${port}`,
    proxyBypassRules: '<-loopback>',
  };
}

/** Host and port of an origin; a rule without a port would let all ports of the host through. */
function withPort(origin: string): string {
  const { hostname, port, protocol } = new URL(origin);
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
}
