import type { Language } from '../../contract/settings.ts';
import type { Token } from '../token/token.ts';
import type { Question } from './connection.ts';

/** What every request tells the server about this computer. */
export interface Caller {
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
export function loginQuestion(caller: Caller, words: LoginWords): Question {
  const credentials = Buffer.from(`${words.userName}:${words.password}`, 'utf8').toString('base64');
  const body = {
    uuid: caller.deviceId,
    mobile: false,
    device_info: words.deviceInfo,
    ...(words.faceToken === null ? {} : { video_auth_token: words.faceToken }),
  };
  return {
    method: 'POST',
    path: '/auth/login/',
    headers: {
      ...headersOf(caller),
      authorization: `Basic ${credentials}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  };
}

/** `POST /auth/logout/`, without a body. */
export function logoutQuestion(caller: Caller, token: Token): Question {
  return { method: 'POST', path: '/auth/logout/', headers: withToken(caller, token), body: null };
}

/** `GET /users/me/`, the only judge of a session. */
export function checkQuestion(caller: Caller, token: Token, isLast = false): Question {
  return { method: 'GET', path: '/users/me/', headers: withToken(caller, token), body: null, isLast };
}

/** `GET /config.json`, which needs no token and tells how people log in. */
export function configQuestion(caller: Caller): Question {
  return openQuestion(caller, '/config.json');
}

/** Something that anybody may ask: no token, no user name. */
export function openQuestion(caller: Caller, path: string): Question {
  return { method: 'GET', path, headers: headersOf(caller), body: null };
}

/** The headers of a request that a token vouches for. */
export function withToken(caller: Caller, token: Token): Record<string, string> {
  return { ...headersOf(caller), authorization: `Token ${token.reveal()}` };
}

/** The headers of every request. `x-uuid` goes with every request of FindFace's own web UI; the language decides the server's words. */
export function headersOf(caller: Caller): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-language': caller.language,
    // A computer's name may hold letters that no header can carry; servers accept calls without this one.
    ...(/^[\x21-\x7e]+$/.test(caller.deviceId) ? { 'x-uuid': caller.deviceId } : {}),
  };
}
