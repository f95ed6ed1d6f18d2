import type { Language } from '../../contract/settings.ts';
import type { Token } from '../token/token.ts';
import type { HttpRequest } from './connection.ts';

/** What every request tells the server about this computer. */
export interface RequestIdentity {
  readonly deviceId: string;
  readonly language: Language;
}

/** What a login sends. */
export interface LoginWords {
  readonly userName: string;
  readonly password: string;
  /** The inactive token of a face check; null leaves it out, as a password server expects. */
  readonly faceToken: string | null;
  readonly deviceInfo: Readonly<Record<string, string>>;
}

/** `POST /auth/login/`: user name and password in the header, in UTF-8 and to the byte; the body names the device. */
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

/** `POST /auth/logout/`, without a body. */
export function logoutRequest(identity: RequestIdentity, token: Token): HttpRequest {
  return { method: 'POST', path: '/auth/logout/', headers: withToken(identity, token), body: null };
}

/** `GET /users/me/`, the only judge of a session. */
export function checkRequest(identity: RequestIdentity, token: Token, isLast = false): HttpRequest {
  return { method: 'GET', path: '/users/me/', headers: withToken(identity, token), body: null, isLast };
}

/** `GET /config.json`, which needs no token and tells how people log in. */
export function configRequest(identity: RequestIdentity): HttpRequest {
  return publicRequest(identity, '/config.json');
}

/** Something that anybody may ask: no token, no user name. */
export function publicRequest(identity: RequestIdentity, path: string): HttpRequest {
  return { method: 'GET', path, headers: makeHeaders(identity), body: null };
}

/** The headers of a request that a token vouches for. */
export function withToken(identity: RequestIdentity, token: Token): Record<string, string> {
  return { ...makeHeaders(identity), authorization: `Token ${token.reveal()}` };
}

/** The headers of every request. `x-uuid` goes with every request of FindFace's own web UI; the language decides the server's words. */
export function makeHeaders(identity: RequestIdentity): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-language': identity.language,
    // A computer's name may hold letters that no header can carry; servers accept calls without this one.
    ...(/^[\x21-\x7e]+$/.test(identity.deviceId) ? { 'x-uuid': identity.deviceId } : {}),
  };
}
