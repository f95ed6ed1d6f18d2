import type { EpochMs } from '../../../contract/core/time.ts';
import { readHttpDate } from './clock-skew.ts';
import { sanitizeText } from './sanitize-text.ts';

/** Response headers by lower-case name; a repeated header is a list. */
export type ResponseHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Upper limit for `Retry-After`, in seconds. */
const maxWait = 300;

/** The value of a header, or null. */
export function readHeader(headers: ResponseHeaders, name: string): string | null {
  const found = headers[name];
  if (found === undefined) return null;
  return typeof found === 'string' ? found : found.join(', ');
}

/** Whether the content type is JSON; JSON sent as text is not read. */
export function isJsonResponse(headers: ResponseHeaders): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(readHeader(headers, 'content-type') ?? '');
}

/** Whether the body is compressed. */
export function isCompressed(headers: ResponseHeaders): boolean {
  const encoding = readHeader(headers, 'content-encoding') ?? '';
  return encoding !== '' && encoding.trim().toLowerCase() !== 'identity';
}

/** `Retry-After` in seconds, at most 300; null if absent or malformed. */
export function retryAfterSeconds(headers: ResponseHeaders, now: EpochMs): number | null {
  const asked = readHeader(headers, 'retry-after')?.trim() ?? '';
  if (/^\d{1,15}$/.test(asked)) return Math.min(Number(asked), maxWait);
  const until = readHttpDate(asked);
  if (until === null) return null;
  return Math.min(Math.max(Math.ceil((until - now) / 1000), 0), maxWait);
}

/**
 * The first scheme of `WWW-Authenticate` if FindFace uses none of the listed ones, else null.
 *
 * `Bearer` next to FindFace's own error fields was added by a gateway and does not say who refused.
 */
export function foreignScheme(headers: ResponseHeaders, saidByFindFace = false): string | null {
  const isAside = (scheme: string) => saidByFindFace && /^bearer$/i.test(scheme);
  const named = challengeSchemes(readHeader(headers, 'www-authenticate') ?? '');
  const schemes = named.filter((scheme) => !isAside(scheme));
  const isOurs = (scheme: string) => /^(basic|token)$/i.test(scheme);
  return schemes.some(isOurs) ? null : (schemes[0] ?? null);
}

/** The origin of a redirect's target; only the origin, since path and query may contain a secret. */
export function redirectTarget(headers: ResponseHeaders, origin: string): string {
  const location = readHeader(headers, 'location') ?? '';
  if (!URL.canParse(location, origin)) return origin;
  const url = new URL(location, origin);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.origin : url.protocol;
}

/** Commas separate challenges as well as the parameters of one. */
function challengeSchemes(header: string): string[] {
  return header
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^[^\s=]+\s*=/.test(part))
    .map((part) => sanitizeText(part.split(/\s/)[0] ?? '', 40));
}
