import type { UnreachableReason } from '../../../contract/core/connection-problem.ts';
import type { ConnectionProblem, ResponseProblem } from '../../../contract/core/problem.ts';
import { sanitizeText } from './sanitize-text.ts';
import { Cancelled, DeadlineExceeded, type Timeouts } from './timeouts.ts';
import { tlsProblem } from './tls-errors.ts';

const reasons = new Map<string, UnreachableReason>([
  ['ENOTFOUND', 'name-unknown'],
  ['EAI_AGAIN', 'name-unknown'],
  ['EAI_FAIL', 'name-unknown'],
  ['EAI_NODATA', 'name-unknown'],
  ['EAI_NONAME', 'name-unknown'],
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'no-route'],
  ['EHOSTDOWN', 'no-route'],
  ['ENETUNREACH', 'no-route'],
  ['ENETDOWN', 'no-route'],
  ['EADDRNOTAVAIL', 'no-route'],
  ['ECONNRESET', 'connection-lost'],
  ['ECONNABORTED', 'connection-lost'],
  ['EPIPE', 'connection-lost'],
  ['UND_ERR_SOCKET', 'connection-lost'],
  ['ETIMEDOUT', 'no-answer-in-time'],
  ['ERR_SOCKET_CONNECTION_TIMEOUT', 'no-answer-in-time'],
  ['UND_ERR_CONNECT_TIMEOUT', 'no-answer-in-time'],
]);

/** The problem for a failed request, perhaps with a client certificate; rethrows errors that are bugs of this app. */
export function networkProblem(
  error: unknown,
  host: string,
  timeouts: Timeouts,
  isPresenting = false,
): ConnectionProblem | ResponseProblem {
  if (error instanceof Cancelled) return { code: 'cancelled' };
  if (error instanceof DeadlineExceeded) return { code: 'no-answer-in-time', host, seconds: error.seconds };
  const code = errorCode(error);
  if (code === null || code === 'UND_ERR_INVALID_ARG' || code.startsWith('ERR_INVALID_')) throw error;
  if (speaksNoTls(code, error)) return { code: 'tls-not-spoken', host };
  const told = tlsProblem(code, host, isPresenting);
  if (told !== null) return told;
  if (/^(ERR_SSL_|ERR_TLS_|EPROTO$)/.test(code)) {
    return { code: 'tls-failed', host, detail: sanitizeText(code, 100) };
  }
  switch (code) {
    case 'UND_ERR_HEADERS_TIMEOUT':
      return { code: 'no-answer-in-time', host, seconds: timeouts.headersMs / 1000 };
    case 'UND_ERR_BODY_TIMEOUT':
      return { code: 'no-answer-in-time', host, seconds: timeouts.bodyGapMs / 1000 };
    case 'UND_ERR_RES_EXCEEDED_MAX_SIZE':
    case 'UND_ERR_HEADERS_OVERFLOW':
    case 'HPE_HEADER_OVERFLOW':
      return { code: 'answer-too-large', host };
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
      return { code: 'answer-broken', host };
    // The client was closed because the profile was changed or removed.
    case 'UND_ERR_CLOSED':
    case 'UND_ERR_DESTROYED':
    case 'UND_ERR_ABORTED':
      return { code: 'cancelled' };
  }
  if (code.startsWith('HPE_')) return { code: 'answer-broken', host };
  return { code: 'server-unreachable', host, reason: reasonOfCode(code) };
}

/** The reason for a network error code. */
export function reasonOfCode(code: string): UnreachableReason {
  return reasons.get(code) ?? 'other';
}

/** Whether the code means that no connection was established. */
export function isNoConnection(code: string | null): boolean {
  const reason = code === null ? undefined : reasons.get(code);
  return reason !== undefined && reason !== 'connection-lost';
}

/** Whether a keep-alive socket was dead: nothing was received, so a GET may be repeated. */
export function isDeadSocket(error: unknown): boolean {
  const code = errorCode(error);
  return code !== null && reasons.get(code) === 'connection-lost';
}

/** The code of an error or of one of its causes, or null. */
export function errorCode(error: unknown): string | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    // For some parser errors undici 7 has no code in its table and leaves it undefined.
    if (at.name === 'HTTPParserError') return 'HPE_OTHER';
  }
  return null;
}

/** Whether the server answered a TLS handshake in plain HTTP; the code differs between OpenSSL and BoringSSL. */
function speaksNoTls(code: string, error: unknown): boolean {
  if (/^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNKNOWN_PROTOCOL)$/.test(code))
    return true;
  return (
    code === 'EPROTO' && error instanceof Error && /wrong.version.number|packet.length/i.test(error.message)
  );
}
