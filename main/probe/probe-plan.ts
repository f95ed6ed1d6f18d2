import type { FormProblem } from '../../contract/core/problem.ts';
import { ok, type Result } from '../../contract/core/result.ts';
import type { ServerAddress } from '../../contract/profiles/profile.ts';
import { namesScheme, readAddress, readPrefix } from '../profiles/address.ts';

/** What a probe tries, in this order. */
export interface ProbePlan {
  readonly origins: readonly string[];
  readonly basePaths: readonly string[];
  /** The base path that was typed; empty if none was. */
  readonly typedBasePath: string;
  /** The whole path that was typed, up to a page; a guess. */
  readonly typedPrefix: string;
}

/**
 * Where a server can be that was typed so: HTTPS before HTTP, and HTTP only if the scheme was left open or typed.
 *
 * The port stays as typed. Problems: the `address-…` ones.
 */
export function planProbe(typed: string): Result<ProbePlan, FormProblem> {
  const address = readAddress(typed);
  if (!address.ok) return address;
  const { origin, basePath } = address.value;
  const isOpen =
    !namesScheme(typed) && origin.startsWith('https:') && !/^[^/?#]*:443([/?#]|$)/.test(typed.trim());
  const prefix = readPrefix(typed);
  return ok({
    origins: isOpen ? [origin, overHttp(origin)] : [origin],
    // Where the path is one that no address has on its own, FindFace may still have been set up under it.
    basePaths: [...new Set([basePath, '', '/api', prefix])],
    typedBasePath: basePath,
    typedPrefix: prefix,
  });
}

/** Does this base path complete what was typed, rather than contradict it? */
export function completes({ typedBasePath, typedPrefix }: ProbePlan, basePath: string): boolean {
  return typedBasePath === '' || basePath === typedBasePath || basePath === typedPrefix;
}

/** What `server.url` names, as seen from the server that said it; null if that is no address a profile can have. */
export function namedAddress(serverUrl: string, origin: string): ServerAddress | null {
  const url = URL.canParse(serverUrl, origin) ? new URL(serverUrl, origin) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const read = readAddress(url.href);
  const path = url.pathname.replace(/\/+$/, '');
  if (!read.ok || (read.value.basePath !== path && readPrefix(url.href) !== path)) return null;
  if (isLoopback(url.hostname) && !isLoopback(new URL(origin).hostname)) return null;
  return { origin: read.value.origin, basePath: path };
}

/** An address on this server itself means this computer when it is read here. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host);
}

function overHttp(origin: string): string {
  const url = new URL(origin);
  url.protocol = 'http:';
  return url.origin;
}
