import { fail, ok, type Result } from '../../../contract/core/result.ts';
import type { Profile } from '../../../contract/profiles/profile.ts';
import { headersForServer } from '../../gateway/forwarded-headers.ts';
import { judgePath } from '../../gateway/gateway-rules.ts';
import type { ClientPool } from '../../servers/client-pool.ts';
import type { Token } from '../../token/token.ts';

/** Maximum size of an answer for an agent, in bytes. */
const maxBytes = 256 * 1024;

/** What a server answered: HTTP status and text, without the token. */
export interface ServerAnswer {
  readonly status: number;
  readonly text: string;
  /** Whether there was more. */
  readonly isCut: boolean;
}

/** Whether a path, with its query, may be requested for an agent. */
export function mayRequest(path: string): boolean {
  const [plain = ''] = path.split('?');
  return plain.startsWith('/') && judgePath(plain) === null && !/[\s#]/.test(path);
}

/**
 * Sends a GET with the token of a profile, over its own trust, proxy and client certificate, and follows no redirect.
 * Fails with the problem of the connection.
 */
export async function getFromServer(
  clients: Pick<ClientPool, 'openForwarding'>,
  profile: Profile,
  token: Token,
  path: string,
  signal: AbortSignal,
): Promise<Result<ServerAnswer>> {
  const connection = await clients.openForwarding(profile);
  if (connection === null) return fail({ code: 'demo-without-page' });
  try {
    const headers = headersForServer({ accept: 'application/json' }, `Token ${token.reveal()}`);
    const outcome = await connection.forward({ method: 'GET', path, headers, body: null }, signal);
    if (!outcome.ok) return outcome;
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of outcome.body) {
      pieces.push(piece as Buffer);
      bytes += (piece as Buffer).length;
      if (bytes > maxBytes) break;
    }
    const text = Buffer.concat(pieces).subarray(0, maxBytes).toString('utf8');
    return ok({ status: outcome.status, text: withoutToken(text, token), isCut: bytes > maxBytes });
  } finally {
    await connection.close();
  }
}

/** The length from which a half of a token is told from other text. */
const shortestHalf = 16;

/** The text with the token struck out, also where a server repeats a part of it. */
export function withoutToken(text: string, token: Token): string {
  const secret = token.reveal();
  const middle = Math.ceil(secret.length / 2);
  // SECURITY: a server that repeats the token, as JSON or cut off at the end of the text, does not give it to an agent
  // (0052).
  const halves = [secret.slice(0, middle), secret.slice(middle)].filter(
    ({ length }) => length >= shortestHalf,
  );
  const parts = [secret, JSON.stringify(secret).slice(1, -1), ...halves];
  return parts.reduce((left, part) => left.replaceAll(new RegExp(literal(part), 'gi'), '[token]'), text);
}

/** A text in a regular expression: a token is what the server sent, and may hold any printable character. */
function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
