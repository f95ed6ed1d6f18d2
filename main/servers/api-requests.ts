import type { Language } from '../../contract/settings.ts';
import type { Token } from '../token/token.ts';
import type { HttpRequest } from './connection.ts';

/** What every request says about this computer. */
export interface RequestIdentity {
  readonly deviceId: string;
  readonly language: Language;
}

/** The fields of a log-in. */
export interface LoginWords {
  readonly userName: string;
  readonly password: string;
  /** The token of a face check (`video_auth_token`); null leaves it out, as `AUTH_TYPE` `password` expects. */
  readonly faceToken: string | null;
  readonly deviceInfo: Readonly<Record<string, string>>;
}

/** `POST /auth/login/`: user name and password as HTTP Basic in UTF-8; the JSON body describes the device. */
export function loginRequest(identity: RequestIdentity, words: LoginWords): HttpRequest {
  const credentials = Buffer.from(`${words.userName}:${words.password}`, 'utf8').toString('base64');
  const body = {
    uuid: identity.deviceId,
    mobile: false,
    device_info: words.deviceInfo,
    ...(words.faceToken === null ? {} : { video_auth_token: words.faceToken }),
  };
  return {
    method: 'POST',
    path: '/auth/login/',
    headers: {
      ...makeHeaders(identity),
      authorization: `Basic ${credentials}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  };
}

/** `POST /auth/logout/`, without a body; the documented answer is 204. */
export function logoutRequest(identity: RequestIdentity, token: Token): HttpRequest {
  return { method: 'POST', path: '/auth/logout/', headers: withToken(identity, token), body: null };
}

/** `GET /users/me/`, the only request whose 401 counts as the end of a session. */
export function checkRequest(identity: RequestIdentity, token: Token, isLast = false): HttpRequest {
  return { method: 'GET', path: '/users/me/', headers: withToken(identity, token), body: null, isLast };
}

/** `GET /config.json`, which needs no token; contains `AUTH_TYPE`. */
export function configRequest(identity: RequestIdentity): HttpRequest {
  return publicRequest(identity, '/config.json');
}

/** A request without token and user name. */
export function publicRequest(identity: RequestIdentity, path: string): HttpRequest {
  return { method: 'GET', path, headers: makeHeaders(identity), body: null };
}

/** The headers of a request with a token. */
export function withToken(identity: RequestIdentity, token: Token): Record<string, string> {
  return { ...makeHeaders(identity), authorization: `Token ${token.reveal()}` };
}

/**
 * The headers of every request. FindFace's web UI sends `x-uuid` with each of its requests; `accept-language` selects
 * the language of `desc`.
 */
export function makeHeaders(identity: RequestIdentity): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-language': identity.language,
    // A device ID with characters that headers cannot carry is left out; servers accept requests without `x-uuid`.
    ...(/^[\x21-\x7e]+$/.test(identity.deviceId) ? { 'x-uuid': identity.deviceId } : {}),
  };
}
