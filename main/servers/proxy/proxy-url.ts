import type { FormProblem } from '../../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../../contract/core/result.ts';

/** The longest proxy address that is read, blanks around it not counted. */
export const maxProxyLength = 300;

const schemes = new Set(['http', 'socks5']);

/**
 * Reads a proxy as it was typed: `http://host:port`, `socks5://host:port`, or `host:port`, which is an HTTP proxy.
 *
 * The port is always said, because no default is right everywhere. Problems: the `proxy-…` ones.
 */
export function readProxyUrl(typed: string): Result<string, FormProblem> {
  const text = typed.trim();
  if (text.length > maxProxyLength || /[\s\p{Cc}\p{Cf}\\]/u.test(text)) return malformed;
  const [, scheme = 'http', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/i.exec(text) ?? [];
  const kind = scheme.toLowerCase();
  if (!schemes.has(kind)) return fail({ code: 'proxy-scheme-unsupported', scheme: kind.slice(0, 20) });
  // SECURITY: a password in the address would lie in profiles.json in the clear (0017).
  if (rest.includes('@')) return fail({ code: 'proxy-holds-credentials' });
  const [, host = '', port = ''] = /^(\[[^\]]+\]|[^:/?#]+):(\d{1,5})\/?$/.exec(rest) ?? [];
  if (Number(port) < 1 || Number(port) > 65_535 || !URL.canParse(`http://${host}/`)) return malformed;
  const { hostname } = new URL(`http://${host}/`);
  return hostname === '' ? malformed : ok(`${kind}://${hostname}:${Number(port)}`);
}

/** Is this a proxy as `readProxyUrl` writes it? */
export function isProxyUrl(text: string): boolean {
  const read = readProxyUrl(text);
  return read.ok && read.value === text;
}

const malformed = fail({ code: 'proxy-malformed' } as const);
