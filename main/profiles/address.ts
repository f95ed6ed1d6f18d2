import { isIPv4, isIPv6 } from 'node:net';
import type { FormProblem } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import type { ServerAddress } from '../../contract/profiles/profile.ts';

/** Maximum length of a typed address in characters, without surrounding spaces. */
export const maxAddressLength = 2048;

/** First path segments of the API and of the web UI; from there on the path is not part of the address. */
const pages = new Set(
  `api-docs auth audit cameras camera-groups config.json device-blacklist-records events groups login
   logout ntls sessions settings swagger.json users verify detect`.split(/\s+/),
);

/**
 * Parses an address as pasted: an IP address, `host:port`, or the URL of any page of the web UI.
 *
 * Without a scheme it gets `https`, except with the explicit port 80. Path, query and hash are removed up to the last
 * `/api`, so no token in a query is ever kept. Fails with the `address-…` problems.
 */
export function readAddress(typed: string): Result<ServerAddress, FormProblem> {
  const text = typed.trim();
  if (text === '') return fail({ code: 'address-missing' });
  if (text.length > maxAddressLength) return fail({ code: 'address-too-long', longest: maxAddressLength });
  // SECURITY: a URL parser drops or converts these, and would use another host than the one that is shown.
  if (/[\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\\]/u.test(text)) return malformed;

  const parts = splitAddress(text);
  if ('code' in parts) return fail(parts);
  // SECURITY: `https://findface.example@evil.example` leads to evil.example, so it is rejected.
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

/** Whether a scheme was typed, in which case no other is tried. */
export function namesScheme(typed: string): boolean {
  return readScheme(typed.trim()) !== null;
}

/**
 * The typed path up to the first page of the web UI, under which FindFace may be installed; empty if there is none.
 *
 * Unlike `/api` it is only a guess, used if FindFace answers there.
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

/** The scheme in lower case, or null: `localhost:8080` and `http:8080` have none, `http:host` and `mailto:a` do. */
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

/** Splits `host:port`; an IPv6 address may lack its brackets. Null if there is no host. */
function splitAuthority(authority: string): { readonly host: string; readonly port: string } | null {
  if (isIPv6(authority)) return { host: `[${authority}]`, port: '' };
  const found = /^(\[[^[\]]*\]|[^[\]:%]+)(?::(.*))?$/.exec(authority);
  if (found?.[1] === undefined) return null;
  // A trailing dot means the same host, but certificates and server names do not have it.
  return { host: found[1].replace(/\.$/, ''), port: found[2] ?? '' };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

function readUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** Rejects `8080` and `0x7f.1`, which URL parsers convert to an IP address, and empty labels. */
function isPlainHost(host: string, typed: string): boolean {
  if (isIPv4(host)) return isIPv4(typed);
  return host.length <= 253 && host.split('.').every((label) => label !== '');
}

/** `/api` or `/prefix/api` if the path starts with it; the rest is a page of the web UI. */
function readBasePath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/').filter((part) => part !== '')) {
    if (segment.toLowerCase() === 'api') return `/${[...kept, 'api'].join('/')}`;
    if (pages.has(segment.toLowerCase()) || !/^[\w.~-]+$/.test(segment)) return '';
    kept.push(segment);
  }
  return '';
}
