import type {
  ConnectionProblem,
  RefusalProblem,
  ResponseProblem,
  ServerProblem,
  ServerText,
} from '../../contract/core/problem.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { ErrorBody } from './http/error-body.ts';
import { foreignScheme, type ResponseHeaders, redirectTarget, retryAfterSeconds } from './http/headers.ts';

/** What was requested when the server refused. */
export type RequestKind =
  | { readonly kind: 'login'; readonly userName: string }
  | { readonly kind: 'logout' }
  | { readonly kind: 'check' }
  | { readonly kind: 'face-login' }
  | { readonly kind: 'face-renew' }
  /** Any other request; its refusal says nothing about the session. */
  | { readonly kind: 'other' };

/** A response that is not a success. */
export interface Refused {
  readonly call: RequestKind;
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly body: ErrorBody;
  readonly origin: string;
  readonly now: EpochMs;
}

/**
 * The meaning of a refusal: by `code` first, then by status, never by `desc`.
 *
 * Only `session-refused` means that the token is invalid. HTML from a proxy says nothing about FindFace; 429 and 5xx
 * mean the same from any sender.
 */
export function refusalProblem(refused: Refused): ServerProblem {
  const { body, call, headers, origin, status } = refused;
  const { host } = new URL(origin);
  const words: ServerText = { host, status, serverCode: body.code, desc: body.desc };
  if (status >= 300 && status < 400) {
    const to = redirectTarget(headers, origin);
    return to === origin
      ? notFindFace(words)
      : ({ code: 'redirected', host, to } satisfies ConnectionProblem);
  }

  const ofVideo = byFace(call) ? problemOfVideo(status, body.parameter) : null;
  if (ofVideo !== null) return { code: 'video-refused', reason: ofVideo, ...words };
  // FindFace sends it with 401 (seen in responses) or 403 (expected by its web UI); the token is still valid.
  if (body.code === 'LICENSE_ERROR') return { code: 'licence-invalid', ...words };
  if (body.code === 'ONVIF_UNAUTHORIZED') return { code: 'camera-refused', ...words };
  if (status === 429 || status === 502 || status === 503 || status === 504) {
    const code = status === 429 ? 'too-many-requests' : 'server-unavailable';
    return { code, retryAfterSeconds: retryAfterSeconds(headers, refused.now), ...words };
  }
  if (status >= 500) return { code: 'server-failed', ...words };
  // The answer to a blocked device is not documented; any code with this word is taken for it.
  if (body.code !== null && /BLOCK|BLACKLIST/i.test(body.code)) return { code: 'device-blocked', ...words };
  if (status === 401) return unauthorized(refused, words);
  if (!body.isJson) return notFindFace(words);
  if (call.kind === 'login' && body.parameter === 'video_auth_token')
    return { code: 'face-token-refused', ...words };
  if (call.kind === 'login' || call.kind === 'face-login') {
    if (status === 404 || status === 405) return notFindFace(words);
    if (status === 403) return { code: 'login-forbidden', ...words };
    if (status === 400 && body.parameter === 'uuid') return { code: 'device-id-refused', ...words };
  }
  return byStatus(body, words);
}

function byFace(call: RequestKind): boolean {
  return call.kind === 'face-login' || call.kind === 'face-renew';
}

/** What was wrong with a video; gateways in front of FindFace also refuse large ones. */
function problemOfVideo(status: number, parameter: string | null): 'too-large' | 'unusable' | null {
  if (status === 413) return 'too-large';
  const isUnusable = status === 415 || ((status === 400 || status === 422) && parameter === 'video');
  return isUnusable ? 'unusable' : null;
}

function unauthorized({ body, call, headers }: Refused, words: ServerText): ServerProblem {
  if (call.kind !== 'login' && !byFace(call) && body.code === 'UNAUTHORIZED')
    return { code: 'session-refused', ...words };
  const scheme = foreignScheme(headers, body.saidByFindFace);
  if (scheme !== null) return { code: 'foreign-authentication', scheme, ...words };
  if (!body.isJson) return notFindFace(words);
  if (byFace(call)) return { code: 'face-not-recognised', ...words };
  // The field name, if present, tells which of password and face token was rejected.
  if (call.kind === 'login' && body.parameter === 'video_auth_token')
    return { code: 'face-token-refused', ...words };
  if (call.kind === 'login') return { code: 'wrong-password', userName: call.userName, ...words };
  // An unknown code must not make a check report an expired session; after a log-out it makes no difference.
  if (body.code === null || call.kind === 'logout') return { code: 'session-refused', ...words };
  return { code: 'request-refused', parameter: body.parameter, ...words };
}

function byStatus(body: ErrorBody, words: ServerText): RefusalProblem {
  switch (words.status) {
    case 403:
      return { code: 'not-allowed', missing: body.missing, ...words };
    case 404:
      return { code: 'not-found', ...words };
    case 409:
      return { code: 'conflict', ...words };
    case 405:
    case 406:
    case 413:
    case 415:
      return { code: 'request-not-understood', ...words };
    default:
      return { code: 'request-refused', parameter: body.parameter, ...words };
  }
}

function notFindFace({ host, status }: ServerText): ResponseProblem {
  return { code: 'not-findface', host, status };
}
