import type { FormProblem } from '../../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../../contract/core/result.ts';

/** Maximum length of a typed proxy in characters, without surrounding spaces. */
const maxProxyLength = 300;

const schemes = new Set(['http', 'socks5']);

/**
 * Parses a typed proxy: `http://host:port`, `socks5://host:port`, or `host:port` for an HTTP proxy.
 *
 * The port is required, since there is no common default. Fails with the `proxy-…` problems.
 */
export function readProxyUrl(typed: string): Result<string, FormProblem> {
  const text = typed.trim();
  if (text.length > maxProxyLength || /[\s\p{Cc}\p{Cf}\\]/u.test(text)) return malformed;
  const [, scheme = 'http', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/i.exec(text) ?? [];
  const kind = scheme.toLowerCase();
  if (!schemes.has(kind)) return fail({ code: 'proxy-scheme-unsupported', scheme: kind.slice(0, 20) });
  // SECURITY: a password in the URL would be saved in profiles.json in clear text (0017).
  if (rest.includes('@')) return fail({ code: 'proxy-holds-credentials' });
  const [, host = '', port = ''] = /^(\[[^\]]+\]|[^:/?#]+):(\d{1,5})\/?$/.exec(rest) ?? [];
  if (Number(port) < 1 || Number(port) > 65_535 || !URL.canParse(`http://${host}/`)) return malformed;
  const { hostname } = new URL(`http://${host}/`);
  return hostname === '' ? malformed : ok(`${kind}://${hostname}:${Number(port)}`);
}

/** Whether this is a proxy in the form that `readProxyUrl` returns. */
export function isProxyUrl(text: string): boolean {
  const read = readProxyUrl(text);
  return read.ok && read.value === text;
}

const malformed = fail({ code: 'proxy-malformed' } as const);
