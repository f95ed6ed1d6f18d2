/** A route to a server: direct, or through a proxy. */
export type Route = { readonly kind: 'direct' } | ProxyHop;

/** A proxy that can open tunnels. */
export interface ProxyHop {
  readonly kind: 'http' | 'socks5';
  /** Host name or IP address; IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
}

const defaultPorts = { http: 80, socks5: 1080 };
const kinds = new Map<string, ProxyHop['kind']>([
  ['PROXY', 'http'],
  ['HTTP', 'http'],
  ['SOCKS5', 'socks5'],
]);

/** Limit of routes tried: a script could return thousands, each with its own timeout. */
const maxRoutes = 8;
const maxResponseSize = 10_000;

/**
 * Parses the result of a proxy script, such as `PROXY a:3128; SOCKS5 b:1080; DIRECT`, in order.
 *
 * Unknown entries and proxies without tunnels (`HTTPS`, SOCKS 4) are dropped. Empty if nothing is left: there is no
 * implicit `DIRECT`.
 */
export function parsePacResult(answer: string): readonly Route[] {
  // If it were truncated, its last entry could become another one.
  if (answer.length > maxResponseSize) return [];
  return answer.split(';').flatMap(parsePacEntry).slice(0, maxRoutes);
}

function parsePacEntry(entry: string): readonly Route[] {
  const [word = '', place = '', ...rest] = entry.trim().split(/\s+/);
  if (word.toUpperCase() === 'DIRECT') return place === '' ? [{ kind: 'direct' }] : [];
  const kind = kinds.get(word.toUpperCase());
  return kind === undefined || rest.length > 0 ? [] : proxyAt(kind, place);
}

function proxyAt(kind: ProxyHop['kind'], place: string): readonly Route[] {
  const found = /^(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?$/i.exec(place);
  const host = found?.[1] ?? found?.[2];
  const port = Number(found?.[3] ?? defaultPorts[kind]);
  return host === undefined || port < 1 || port > 65_535 ? [] : [{ kind, host, port }];
}

/** The route through a proxy that was typed, in its saved form. */
export function parseProxyUrl(url: string): readonly Route[] {
  const [scheme = '', place = ''] = url.split('://');
  return proxyAt(scheme === 'socks5' ? 'socks5' : 'http', place);
}

/** `host:port`, with brackets around an IPv6 address. */
export function hostAndPort({ host, port }: { readonly host: string; readonly port: number }): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
