import type { EpochMs } from '../../../contract/core/time.ts';
import { readHttpDate } from './clock-skew.ts';
import { sanitizeText } from './sanitize-text.ts';

/** The headers of an answer, names in lower case; a repeated one is a list. */
export type ResponseHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The longest wait a server may ask for, in seconds. */
const maxWait = 300;

/** One header as one text, or null. */
export function readHeader(headers: ResponseHeaders, name: string): string | null {
  const found = headers[name];
  if (found === undefined) return null;
  return typeof found === 'string' ? found : found.join(', ');
}

/** Whether a body says it is JSON; JSON that calls itself text is not read. */
export function isJsonResponse(headers: ResponseHeaders): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(readHeader(headers, 'content-type') ?? '');
}

/** Whether a body would have to be unpacked first. */
export function isCompressed(headers: ResponseHeaders): boolean {
  const encoding = readHeader(headers, 'content-encoding') ?? '';
  return encoding !== '' && encoding.trim().toLowerCase() !== 'identity';
}

/** How long `Retry-After` asks to wait, in seconds, at most 300; null when it says nothing usable. */
export function retryAfterSeconds(headers: ResponseHeaders, now: EpochMs): number | null {
  const asked = readHeader(headers, 'retry-after')?.trim() ?? '';
  if (/^\d{1,15}$/.test(asked)) return Math.min(Number(asked), maxWait);
  const until = readHttpDate(asked);
  if (until === null) return null;
  return Math.min(Math.max(Math.ceil((until - now) / 1000), 0), maxWait);
}

/**
 * The first scheme of `WWW-Authenticate` when none of them is one FindFace uses, else null.
 *
 * `Bearer` beside FindFace's own words was put there by something in between, and says nothing about who refuses.
 */
export function foreignScheme(headers: ResponseHeaders, saidByFindFace = false): string | null {
  const isAside = (scheme: string) => saidByFindFace && /^bearer$/i.test(scheme);
  const named = challengeSchemes(readHeader(headers, 'www-authenticate') ?? '');
  const schemes = named.filter((scheme) => !isAside(scheme));
  const isOurs = (scheme: string) => /^(basic|token)$/i.test(scheme);
  return schemes.some(isOurs) ? null : (schemes[0] ?? null);
}

/** Where a redirect leads, as an origin; never more, since a path or query may hold a secret. */
export function redirectTarget(headers: ResponseHeaders, origin: string): string {
  const location = readHeader(headers, 'location') ?? '';
  if (!URL.canParse(location, origin)) return origin;
  const url = new URL(location, origin);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.origin : url.protocol;
}

/** Parts of a challenge are separated by commas, and so are the parameters of one part. */
function challengeSchemes(header: string): string[] {
  return header
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^[^\s=]+\s*=/.test(part))
    .map((part) => sanitizeText(part.split(/\s/)[0] ?? '', 40));
}
