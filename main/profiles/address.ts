import { isIPv4, isIPv6 } from 'node:net';
import type { FormProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { ServerAddress } from '../../contract/profiles/profile.ts';

/** The longest address that is read, blanks around it not counted. */
export const maxAddressLength = 2048;

/** Where the paths of the API and of the web UI begin; nothing from here on belongs to an address. */
const pages = new Set(
  `api-docs auth audit cameras camera-groups config.json device-blacklist-records events groups login
   logout ntls sessions settings swagger.json users verify detect`.split(/\s+/),
);

/**
 * Reads a server's address as it was pasted: a bare IP, `host:port`, or the URL of any page of its web UI.
 *
 * Without a scheme it becomes `https`, the safe guess, except with an explicit port 80. Path, query and hash
 * are cut off, up to a last `/api`, so no token from a query is ever kept. Problems: the `address-…` ones.
 */
export function readAddress(typed: string): Result<ServerAddress, FormProblem> {
  const text = typed.trim();
  if (text === '') return fail({ code: 'address-missing' });
  if (text.length > maxAddressLength) return fail({ code: 'address-too-long', longest: maxAddressLength });
  // SECURITY: a URL parser would drop or turn these, and so read another host than a person sees.
  if (/[\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\\]/u.test(text)) return malformed;

  const parts = splitAddress(text);
  if ('code' in parts) return fail(parts);
  // SECURITY: `https://findface.example@evil.example` goes to evil.example; it is never guessed right.
  if (parts.authority.includes('@')) return fail({ code: 'address-holds-credentials' });

  const place = splitAuthority(parts.authority);
  if (place === null) return malformed;
  if (place.port !== '' && !isPort(place.port))
    return fail({ code: 'address-port-invalid', port: place.port.slice(0, 20) });

  const scheme = parts.scheme ?? (Number(place.port) === 80 ? 'http' : 'https');
  const url = readUrl(`${scheme}://${place.host}${place.port === '' ? '' : `:${place.port}`}${parts.path}`);
  if (url === null || !isPlainHost(url.hostname, place.host)) return malformed;
  return ok({ origin: url.origin, basePath: readBasePath(url.pathname) });
}

/** Whether a scheme was typed, so that no other one may be tried. */
export function namesScheme(typed: string): boolean {
  return readScheme(typed.trim()) !== null;
}

/**
 * The path of an address up to the first page of the web UI, which a server may be set up under; empty if there is none.
 *
 * Unlike `/api` it is a mere guess, to be believed only when FindFace answers there.
 */
export function readPrefix(typed: string): string {
  const parts = splitAddress(typed.trim());
  if ('code' in parts) return '';
  const segments = parts.path.split('/').filter((part) => part !== '');
  const end = segments.findIndex((segment) => pages.has(segment.toLowerCase()));
  const kept = end < 0 ? segments : segments.slice(0, end);
  return kept.every((segment) => /^[\w~-][\w.~-]*$/.test(segment))
    ? kept.map((one) => `/${one}`).join('')
    : '';
}

const malformed = fail({ code: 'address-malformed' } as const);

interface Deps {
  readonly scheme: 'http' | 'https' | null;
  readonly authority: string;
  readonly path: string;
}

function splitAddress(text: string): Deps | FormProblem {
  const scheme = readScheme(text);
  if (scheme !== null && scheme !== 'http' && scheme !== 'https')
    return { code: 'address-scheme-unsupported', scheme: scheme.slice(0, 20) };
  const rest =
    scheme === null ? text.replace(/^\/\//, '') : text.slice(scheme.length + 1).replace(/^\/+/, '');
  const end = /[/?#]/.exec(rest)?.index ?? rest.length;
  const path = /^[^?#]*/.exec(rest.slice(end))?.[0] ?? '';
  return { scheme, authority: rest.slice(0, end), path };
}

/** The scheme in lower case, or null: `localhost:8080` and `http:8080` have none, `http:host` and `mailto:a` have. */
function readScheme(text: string): string | null {
  const found = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(text);
  const name = found?.[1]?.toLowerCase();
  const rest = found?.[2];
  if (name === undefined || rest === undefined) return null;
  if (rest.startsWith('//')) return name;
  if (/^\d+([/?#]|$)/.test(rest)) return null;
  return schemesWithoutSlashes.has(name) ? name : null;
}

const schemesWithoutSlashes = new Set('http https about blob data file javascript mailto'.split(' '));

/** Takes `host:port` apart; an IPv6 literal may come without its brackets. Null: no host in it. */
function splitAuthority(authority: string): { readonly host: string; readonly port: string } | null {
  if (isIPv6(authority)) return { host: `[${authority}]`, port: '' };
  const found = /^(\[[^[\]]*\]|[^[\]:%]+)(?::(.*))?$/.exec(authority);
  if (found?.[1] === undefined) return null;
  // A dot at the end means the same host, but certificates and server names do not have it.
  return { host: found[1].replace(/\.$/, ''), port: found[2] ?? '' };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

function readUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** Refuses `8080` or `0x7f.1`, which a URL parser turns into an IP nobody typed, and empty labels. */
function isPlainHost(host: string, typed: string): boolean {
  if (isIPv4(host)) return isIPv4(typed);
  return host.length <= 253 && host.split('.').every((label) => label !== '');
}

/** `/api` or `/prefix/api` when the path begins so; everything else is a page, or a guess not worth keeping. */
function readBasePath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/').filter((part) => part !== '')) {
    if (segment.toLowerCase() === 'api') return `/${[...kept, 'api'].join('/')}`;
    if (pages.has(segment.toLowerCase()) || !/^[\w.~-]+$/.test(segment)) return '';
    kept.push(segment);
  }
  return '';
}
