import { timingSafeEqual } from 'node:crypto';
import type { GatewayAccess } from '../../contract/sessions/gateway.ts';

/** What a gateway lets through. */
export interface GatewayRules {
  /** The secret first segment of every path. */
  readonly key: string;
  readonly port: number;
  readonly access: GatewayAccess;
  /** The path that requests have to begin with, with a slash at both ends. */
  readonly path: string;
}

/** The request line and headers as they arrived; names of headers in lower case. */
export interface ArrivedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: ArrivedHeaders;
}

/** Every value of each header. */
export type ArrivedHeaders = Readonly<Record<string, readonly string[] | undefined>>;

/** Why a request is refused; for the answer to the program that sent it. */
export type GatewayRefusal =
  | 'wrong-host'
  | 'wrong-key'
  | 'from-a-page'
  | 'method-not-permitted'
  | 'path-not-permitted'
  | 'path-unclear';

/** Where a permitted request goes, or why it does not. */
export type GatewayVerdict =
  | { readonly kind: 'forward'; readonly path: string }
  | { readonly kind: 'refuse'; readonly status: number; readonly reason: GatewayRefusal };

const readMethods: readonly string[] = ['GET', 'HEAD'];
const writeMethods: readonly string[] = [...readMethods, 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Decides about a request to a gateway. */
export function judgeRequest(
  { method, target, headers }: ArrivedRequest,
  rules: GatewayRules,
): GatewayVerdict {
  const refuse = (status: number, reason: GatewayRefusal) => ({ kind: 'refuse', status, reason }) as const;
  // SECURITY: a name of an attacker that resolves to this computer must not reach the gateway (0042).
  if (headers.host?.join() !== `127.0.0.1:${rules.port}`) return refuse(421, 'wrong-host');
  const [, key = '', rest = ''] = /^\/([^/?]*)(\/.*)$/s.exec(target) ?? [];
  if (!isSame(key, rules.key)) return refuse(404, 'wrong-key');
  // SECURITY: a page in a browser that learned the address must not use it (0042).
  const site = headers['sec-fetch-site']?.join() ?? 'none';
  if (headers.origin !== undefined || (site !== 'none' && site !== 'same-origin'))
    return refuse(403, 'from-a-page');
  if (!(rules.access === 'read' ? readMethods : writeMethods).includes(method))
    return refuse(405, 'method-not-permitted');
  const [path = ''] = rest.split('?');
  const refusal = judgePath(path);
  if (refusal !== null) return refuse(refusal === 'path-unclear' ? 400 : 403, refusal);
  if (!`${path}/`.startsWith(rules.path)) return refuse(403, 'path-not-permitted');
  return { kind: 'forward', path: rest };
}

/** Why the path of a request, without its query, is not sent for a program; null if it may be. */
export function judgePath(path: string): 'path-unclear' | 'path-not-permitted' | null {
  const segments = readSegments(path);
  if (segments === null) return 'path-unclear';
  // SECURITY: no program can end the session, or log in with it, through a gateway (0042).
  return segments.some((segment) => segment.toLowerCase() === 'auth') ? 'path-not-permitted' : null;
}

/** The path that a gateway is limited to, with a slash at both ends; null if it is not a plain path. */
export function readPathLimit(typed: string): string | null {
  const inner = typed.trim().replace(/^\/+|\/+$/g, '');
  if (inner === '') return '/';
  const path = `/${inner}`;
  return readSegments(path) === null || /[?#%]/.test(path) ? null : `${path}/`;
}

/**
 * The decoded segments of a path; null if servers could read it in different ways, so that what is compared here need
 * not be what the server uses.
 */
function readSegments(path: string): readonly string[] | null {
  // SECURITY: dots, slashes and control characters can leave the permitted path once they are decoded (0042).
  if (!/^(\/[\w.~!$&'()*+,=:@%-]*)+$/.test(path) || path.includes('//')) return null;
  const segments: string[] = [];
  for (const segment of path.slice(1).split('/')) {
    const decoded = decode(segment);
    if (decoded === null || decoded === '.' || decoded === '..' || /[\p{Cc}/\\%;]/u.test(decoded))
      return null;
    segments.push(decoded);
  }
  return segments;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
