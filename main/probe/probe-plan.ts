import type { FormProblem } from '../../contract/core/problem.ts';
import { ok, type Result } from '../../contract/core/result.ts';
import type { ServerAddress } from '../../contract/profiles/profile.ts';
import { namesScheme, readAddress, readPrefix } from '../profiles/address.ts';

/** What a probe tries, in order. */
export interface ProbePlan {
  readonly origins: readonly string[];
  readonly basePaths: readonly string[];
  /** The base path as typed; empty if there was none. */
  readonly typedBasePath: string;
  /** The whole typed path up to a page of the web UI; a guess. */
  readonly typedPrefix: string;
}

/**
 * The origins and base paths to try for a typed address: HTTPS before HTTP, and HTTP only if no scheme was typed or
 * `http` was.
 *
 * The port is kept. Fails with the `address-…` problems.
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
    // FindFace may be installed under a path that `readAddress` drops.
    basePaths: [...new Set([basePath, '', '/api', prefix])],
    typedBasePath: basePath,
    typedPrefix: prefix,
  });
}

/** Whether this base path adds to what was typed instead of contradicting it. */
export function completes({ typedBasePath, typedPrefix }: ProbePlan, basePath: string): boolean {
  return typedBasePath === '' || basePath === typedBasePath || basePath === typedPrefix;
}

/** The address in `server.url`, resolved against the server that sent it; null if no profile can have it. */
export function namedAddress(serverUrl: string, origin: string): ServerAddress | null {
  const url = URL.canParse(serverUrl, origin) ? new URL(serverUrl, origin) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const read = readAddress(url.href);
  const path = url.pathname.replace(/\/+$/, '');
  if (!read.ok || (read.value.basePath !== path && readPrefix(url.href) !== path)) return null;
  if (isLoopback(url.hostname) && !isLoopback(new URL(origin).hostname)) return null;
  return { origin: read.value.origin, basePath: path };
}

/** A loopback address sent by a server would mean this computer when used here. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host);
}

function overHttp(origin: string): string {
  const url = new URL(origin);
  url.protocol = 'http:';
  return url.origin;
}
