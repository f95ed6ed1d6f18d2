import type { FaceProblem, OtherTokenKind } from '../../contract/core/face-problem.ts';
import { isTokenText } from '../token/token.ts';

/** What the text on the clipboard is. */
export type PastedText =
  /** `usual`: 64 hexadecimal digits, the form of FindFace Multi. */
  | { readonly kind: 'token'; readonly secret: string; readonly usual: boolean }
  | { readonly kind: 'none'; readonly problem: FaceProblem };

/** In characters; longer than any response or request headers copied with the token. */
const maxTextLength = 100_000;

/** Finds the token in copied text: bare, quoted, after `Token`, or within the whole header. */
export function readPastedText(copied: string): PastedText {
  if (copied.length > maxTextLength) return none({ code: 'token-malformed' });
  const text = bare(copied);
  if (text === '') return none({ code: 'clipboard-empty' });
  // The response to a log-in, as shown in the API documentation.
  const inAnswer = /"token"\s*:\s*"([0-9a-f]{64})"/.exec(text)?.[1];
  if (inAnswer !== undefined) return { kind: 'token', secret: inAnswer, usual: true };

  const value = bare(afterHeaderName(headerLine(text)));
  if (isAddress(value)) return other('address');
  const [, scheme, rest = ''] = /^([A-Za-z]+)\s+(\S[\s\S]*)$/.exec(value) ?? [];
  const foreign = scheme === undefined ? null : foreignScheme(scheme, rest);
  if (foreign !== null) return other(foreign);
  return judge(bare(scheme?.toLowerCase() === 'token' ? rest : value));
}

function judge(value: string): PastedText {
  // Terminals wrap long lines; nothing else consists of 64 hexadecimal digits.
  const joined = value.replace(/\s+/g, '');
  if (/^[0-9a-f]{64}$/.test(joined)) return { kind: 'token', secret: joined, usual: true };
  if (/^[0-9a-f]{32}$/i.test(value)) return other('detector');
  if (isJwt(value)) return other('lite');
  if (/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/.test(value)) return other('enterprise');
  if (!isTokenText(value)) return none({ code: 'token-malformed' });
  return { kind: 'token', secret: value, usual: false };
}

function foreignScheme(scheme: string, rest: string): OtherTokenKind | null {
  switch (scheme.toLowerCase()) {
    case 'vmsplugintoken':
      return 'vms-plugin';
    case 'jwt':
      return 'lite';
    case 'bearer':
      return isJwt(bare(rest)) ? 'lite' : 'bearer';
    case 'basic':
      return 'basic';
    default:
      return null;
  }
}

/** The `Authorization` line of a copied request, or the text itself. */
function headerLine(text: string): string {
  const line = text.split(/[\r\n]+/).find((each) => /(^|["'\s])authorization["']?\s*[:=]/i.test(each));
  return line ?? text;
}

/** Removes the header name, also after curl's `-H`. */
function afterHeaderName(line: string): string {
  const found = /(?:^|["'\s])authorization["']?\s*[:=]\s*([\s\S]*)$/i.exec(line)?.[1];
  if (found === undefined) return line;
  // Text after the closing quote belongs to the rest of the command.
  const opened = /["'](?=authorization)/i.exec(line)?.[0];
  const closed = opened === undefined ? -1 : found.indexOf(opened);
  return /^["']/.test(found) || closed < 0 ? found : found.slice(0, closed);
}

function isAddress(value: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return true;
  return [...value.matchAll(/[?&]([\w-]+)=/g)].some(([, name = '']) => /token|key|auth/i.test(name));
}

function isJwt(value: string): boolean {
  return /^eyJ[\w-]*(\.[\w-]*){1,2}$/.test(value);
}

const blanksAndQuotes = new Set(
  '\u200b\u200c\u200d\u200e\u200f\u2060"\'`\u201c\u201d\u2018\u2019\u00ab\u00bb',
);

/**
 * Removes surrounding spaces, invisible characters, quotes and trailing commas or semicolons.
 *
 * A loop from both ends, since a regular expression anchored only at the end is quadratic on long runs of spaces.
 */
function bare(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isEdge(text.charAt(start))) start += 1;
  while (end > start && (isEdge(text.charAt(end - 1)) || ',;'.includes(text.charAt(end - 1)))) end -= 1;
  return text.slice(start, end);
}

function isEdge(sign: string): boolean {
  return blanksAndQuotes.has(sign) || /\s/.test(sign);
}

function other(kind: OtherTokenKind): PastedText {
  return none({ code: 'token-of-other-kind', kind });
}

function none(problem: FaceProblem): PastedText {
  return { kind: 'none', problem };
}
