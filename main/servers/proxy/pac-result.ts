/** One way to a server: without a proxy, or through a tunnel of one. */
export type Route = { readonly kind: 'direct' } | ProxyHop;

/** A proxy that can open tunnels. */
export interface ProxyHop {
  readonly kind: 'http' | 'socks5';
  /** A name or an IP; an IPv6 address without its brackets. */
  readonly host: string;
  readonly port: number;
}

const defaultPorts = { http: 80, socks5: 1080 };
const kinds = new Map<string, ProxyHop['kind']>([
  ['PROXY', 'http'],
  ['HTTP', 'http'],
  ['SOCKS5', 'socks5'],
]);

/** More are not tried: a script could name thousands, each waited for. */
const maxRoutes = 8;
const maxResponseSize = 10_000;

/**
 * Reads what a proxy script answers, such as `PROXY a:3128; SOCKS5 b:1080; DIRECT`, in its order.
 *
 * What is not understood, or of a kind that opens no tunnel here (`HTTPS`, `SOCKS` of version 4), is left out. Empty:
 * there is no way. `DIRECT` is one only where it is said.
 */
export function parsePacResult(answer: string): readonly Route[] {
  // Cut short, its last entry would be another one.
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

/** The way through a proxy that a person typed, in the form in which it is kept. */
export function parseProxyUrl(url: string): readonly Route[] {
  const [scheme = '', place = ''] = url.split('://');
  return proxyAt(scheme === 'socks5' ? 'socks5' : 'http', place);
}

/** `host:port`, with brackets around an IPv6 address. */
export function hostAndPort({ host, port }: { readonly host: string; readonly port: number }): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
