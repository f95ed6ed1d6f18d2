import { describe, expect, test } from 'vitest';
import { type ErrorBody, noWords, readErrorBody } from '../../../main/servers/http/error-body.ts';
import { type RequestKind, refusalProblem } from '../../../main/servers/refusals.ts';

const login: RequestKind = { kind: 'login', userName: 'ivanov' };
const check: RequestKind = { kind: 'check' };
const logout: RequestKind = { kind: 'logout' };

const said = (code: string | null, more: object = {}) =>
  readErrorBody({ ...(code === null ? {} : { code }), desc: 'Words.', ...more });

function problem(call: RequestKind, status: number, body: ErrorBody, headers: Record<string, string> = {}) {
  const now = Date.UTC(2026, 10, 3);
  return refusalProblem({ call, status, headers, body, origin: 'https://10.0.4.7:8443', now });
}

const code = (...refusal: Parameters<typeof problem>) => problem(...refusal).code;

describe('a refused login', () => {
  test('with 401 means the password, and brings the server’s words', { tags: ['row-16'] }, () => {
    expect(problem(login, 401, said('UNAUTHORIZED'), { 'www-authenticate': 'Basic realm="api"' })).toEqual({
      code: 'wrong-password',
      userName: 'ivanov',
      host: '10.0.4.7:8443',
      status: 401,
      serverCode: 'UNAUTHORIZED',
      desc: 'Words.',
    });
    expect(code(login, 401, readErrorBody({ detail: 'Invalid username/password.' }))).toBe('wrong-password');
    expect(code(login, 401, readErrorBody({ error: 'No.' }))).toBe('wrong-password');
    expect(code(login, 401, said('SOMETHING_NEW'))).toBe('wrong-password');
  });

  test('with 401 and only foreign ways to log in means those', { tags: ['row-17'] }, () => {
    const negotiate = { 'www-authenticate': 'Negotiate' };
    expect(problem(login, 401, said('UNAUTHORIZED'), negotiate)).toMatchObject({
      code: 'foreign-authentication',
      scheme: 'Negotiate',
    });
    expect(code(login, 401, noWords, negotiate)).toBe('foreign-authentication');
  });

  test('with HTML, 404 or 405 means another server', { tags: ['row-15'] }, () => {
    for (const status of [400, 401, 403, 404, 405, 418]) {
      expect(problem(login, status, noWords)).toEqual({
        code: 'not-findface',
        host: '10.0.4.7:8443',
        status,
      });
    }
    expect(code(login, 404, said('NOT_FOUND'))).toBe('not-findface');
    expect(code(login, 405, said('METHOD_NOT_ALLOWED'))).toBe('not-findface');
  });

  test('with 403 means that this user may not log in', { tags: ['row-19'] }, () => {
    expect(code(login, 403, said('FORBIDDEN'))).toBe('login-forbidden');
    expect(
      code(login, 403, readErrorBody({ error: 'Maximum amount of tokens allowed per user exceeded.' })),
    ).toBe('login-forbidden');
  });

  test('with 400 means the device’s id, or some other field', { tags: ['row-15'] }, () => {
    expect(code(login, 400, said('BAD_PARAM', { param: 'uuid' }))).toBe('device-id-refused');
    expect(problem(login, 400, said('BAD_PARAM', { param: 'video_auth_token' }))).toMatchObject({
      code: 'face-token-refused',
    });
    expect(problem(login, 400, said('BAD_JSON'))).toMatchObject({ code: 'request-refused', parameter: null });
  });
});

describe('a refused check', () => {
  test('with 401 ends the session, in FindFace’s, DRF’s and knox’s words', { tags: ['row-18'] }, () => {
    expect(problem(check, 401, said('UNAUTHORIZED'))).toEqual({
      code: 'session-refused',
      host: '10.0.4.7:8443',
      status: 401,
      serverCode: 'UNAUTHORIZED',
      desc: 'Words.',
    });
    expect(code(check, 401, readErrorBody({ detail: 'Invalid token.' }))).toBe('session-refused');
    expect(code(check, 401, readErrorBody({ error: 'Invalid token.' }))).toBe('session-refused');
    expect(code(check, 401, readErrorBody({}))).toBe('session-refused');
    expect(code(check, 401, said('UNAUTHORIZED'), { 'www-authenticate': 'NTLM' })).toBe('session-refused');
  });

  test('with anything else ends no session', { tags: ['row-19'] }, () => {
    const others: readonly [number, ErrorBody, Record<string, string>?][] = [
      [401, noWords],
      [401, noWords, { 'www-authenticate': 'Negotiate' }],
      [401, readErrorBody({ detail: 'x' }), { 'www-authenticate': 'Negotiate' }],
      [401, said('LICENSE_ERROR')],
      [401, said('ONVIF_UNAUTHORIZED')],
      [401, said('DEVICE_BLOCKED')],
      [401, said('SOMETHING_NEW')],
      ...[302, 400, 402, 403, 404, 405, 407, 409, 415, 422, 429, 500, 502, 503, 504, 599].map(
        (status) => [status, said('UNAUTHORIZED')] as [number, ErrorBody],
      ),
    ];
    const codes = others.map(([status, body, headers]) => code(check, status, body, headers));
    expect(codes).not.toContain('session-refused');
    expect(codes.slice(0, 7)).toEqual([
      'not-findface',
      'foreign-authentication',
      'foreign-authentication',
      'licence-invalid',
      'camera-refused',
      'device-blocked',
      'request-refused',
    ]);
  });

  test('with 403 names the rights that are missing', () => {
    expect(problem(check, 403, said('FORBIDDEN', { missing_permissions: ['a.b'] }))).toMatchObject({
      code: 'not-allowed',
      missing: ['a.b'],
    });
  });

  test('with 404 means a missing thing if FindFace says so, else another server', () => {
    expect(code(check, 404, said('NOT_FOUND'))).toBe('not-found');
    expect(code(check, 404, noWords)).toBe('not-findface');
  });
});

describe('a refusal that names Bearer', () => {
  const bearer = { 'www-authenticate': 'Bearer realm="api"' };
  const oauth = readErrorBody({ error: 'invalid_token' });

  test('is FindFace’s if it says so in its words', { tags: ['row-17'] }, () => {
    for (const body of [said('UNAUTHORIZED'), readErrorBody({ detail: 'Invalid username/password.' })])
      expect(code(login, 401, body, bearer)).toBe('wrong-password');
    for (const body of [noWords, oauth, readErrorBody({ message: 'Unauthorized' })])
      expect(code(login, 401, body, bearer)).toBe('foreign-authentication');
  });
});

describe('a refused logout', () => {
  test('with 401 means that the session is gone, under any code', () => {
    expect(code(logout, 401, said('UNAUTHORIZED'))).toBe('session-refused');
    expect(code(logout, 401, said('TOKEN_EXPIRED'))).toBe('session-refused');
    expect(code(logout, 401, readErrorBody({ detail: 'Invalid token.' }))).toBe('session-refused');
  });

  test('with 401 of someone else does not', () => {
    expect(code(logout, 401, said('LICENSE_ERROR'))).toBe('licence-invalid');
    expect(code(logout, 401, said('ONVIF_UNAUTHORIZED'))).toBe('camera-refused');
    expect(code(logout, 401, noWords)).toBe('not-findface');
  });
});

describe('a refusal', () => {
  const calls = [login, check, logout];

  test('is judged by its code before its status', () => {
    for (const call of calls) {
      for (const status of [401, 403, 500]) {
        expect(code(call, status, said('LICENSE_ERROR'))).toBe('licence-invalid');
        expect(code(call, status, said('ONVIF_UNAUTHORIZED'))).toBe('camera-refused');
      }
      for (const blocked of ['DEVICE_BLOCKED', 'UUID_BLACKLISTED', 'blocked']) {
        for (const status of [400, 401, 403])
          expect(code(call, status, said(blocked))).toBe('device-blocked');
      }
    }
  });

  test('is never judged by its words', () => {
    const body = readErrorBody({ code: 'UNAUTHORIZED', desc: 'LICENSE_ERROR DEVICE_BLOCKED uuid' });
    expect(code(login, 401, body)).toBe('wrong-password');
    expect(code(check, 401, body)).toBe('session-refused');
  });

  test('of a busy or broken server means the same for every request', () => {
    for (const call of calls) {
      for (const body of [noWords, said('X')]) {
        expect(problem(call, 429, body, { 'retry-after': '999' })).toMatchObject({
          code: 'too-many-requests',
          retryAfterSeconds: 300,
        });
        expect(problem(call, 429, body)).toMatchObject({ retryAfterSeconds: null });
        expect(code(call, 500, body)).toBe('server-failed');
        expect(code(call, 501, body)).toBe('server-failed');
        for (const status of [502, 503, 504]) {
          expect(problem(call, status, body, { 'retry-after': '120' })).toMatchObject({
            code: 'server-unavailable',
            retryAfterSeconds: 120,
          });
          expect(problem(call, status, body)).toMatchObject({ retryAfterSeconds: null });
        }
      }
    }
  });

  test('of a request has a problem for each status', { tags: ['row-15'] }, () => {
    for (const call of calls) {
      expect(code(call, 409, said('X'))).toBe('conflict');
      expect(code(call, 415, said('X'))).toBe('request-not-understood');
      expect(code(call, 422, said('X'))).toBe('request-refused');
      expect(code(call, 400, said('X'))).toBe('request-refused');
    }
    expect(code(check, 405, said('X'))).toBe('request-not-understood');
  });

  test('that leads elsewhere says where, whatever else it says', () => {
    for (const status of [301, 302, 303, 307, 308, 304]) {
      const headers = { location: 'https://other.example/login?token=1' };
      expect(problem(check, status, said('LICENSE_ERROR'), headers)).toEqual({
        code: 'redirected',
        host: '10.0.4.7:8443',
        to: 'https://other.example',
      });
    }
  });

  test('that leads to another page of the same server is not FindFace’s', { tags: ['row-23'] }, () => {
    for (const location of ['/auth/login', 'https://10.0.4.7:8443/login'])
      expect(problem(login, 302, noWords, { location })).toEqual({
        code: 'not-findface',
        host: '10.0.4.7:8443',
        status: 302,
      });
  });
});
