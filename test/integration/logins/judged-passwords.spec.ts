import { describe, expect } from 'vitest';
import type { Problem } from '../../../contract/core/problem.ts';
import { wasLoginJudged } from '../../../main/logins/login-failure.ts';
import { Certificates } from '../../emulator/http/certificates.ts';
import { allProblems } from '../../support/fixtures/all-problems.ts';
import { test } from '../../support/headless-app.ts';
import { httpAnswer, startHostileServer } from '../../support/servers/hostile-server.ts';

const json = (code: string, more: Readonly<Record<string, string>> = {}) =>
  JSON.stringify({ code, desc: 'No.', ...more });

/** Responses by which a server refuses a log-in. */
const noes: readonly (readonly [what: string, status: number, body: string])[] = [
  ['a wrong password', 401, json('UNAUTHORIZED')],
  ['a code that nobody knows', 401, json('USER_INACTIVE')],
  ['a login that is forbidden', 403, json('FORBIDDEN')],
  ['an inactive user', 400, json('BAD_REQUEST', { parameter: 'user' })],
  ['a blocked device', 403, json('DEVICE_BLOCKED')],
  ['a face that is missing', 400, json('BAD_REQUEST', { parameter: 'video_auth_token' })],
  ['a conflict', 409, json('CONFLICT')],
];
/** Responses from something in front of FindFace, or about something else. */
const others: readonly (readonly [what: string, status: number, body: string])[] = [
  ['a busy server', 503, '<html>'],
  ['too many requests', 429, json('TOO_MANY_REQUESTS')],
  ['a broken license', 403, json('LICENSE_ERROR')],
  ['another program', 404, '<html>'],
];

const certificate = new Certificates('127.0.0.1').get('valid');

describe('a saved password', () => {
  for (const [isForgotten, answers] of [
    [true, noes],
    [false, others],
  ] as const) {
    for (const [what, status, body] of answers) {
      test(`is ${isForgotten ? 'sent once and removed' : 'kept'} after ${what}`, async ({ app }) => {
        const server = await startHostileServer((socket, request) => {
          const isLogin = request.startsWith('POST /auth/login/');
          socket.write(httpAnswer(isLogin ? status : 404, isLogin ? body : '{}'));
        }, certificate);
        const id = await app.add({ address: server.origin });
        const met = await app.parts.logins.login(id, 'Amber-31', null);
        if (met.ok || met.problem.code !== 'certificate-untrusted') throw new Error('No certificate was met');
        await app.parts.profileEditor.trust(id, met.problem.certificate.fingerprint);
        await app.parts.vault.keepPassword(app.row(id).profile, 'Amber-31');
        for (let click = 0; click < 3; click += 1)
          expect(await app.parts.logins.loginAgain(id)).toMatchObject({ ok: false });
        const sent = server.requests.filter((request) => request.startsWith('POST /auth/login/'));
        expect(sent).toHaveLength(isForgotten ? 1 : 3);
        expect(app.parts.vault.holdsPassword(id)).toBe(!isForgotten);
        await server.close();
      });
    }
  }

  test('is sent once where a face is required, although a 401 may be about the face only', async ({
    app,
    serve,
  }) => {
    const server = await serve({ https: true });
    const id = await app.add({ address: server.base });
    const met = await app.parts.logins.login(id, 'Amber-31', null);
    if (met.ok || met.problem.code !== 'certificate-untrusted') throw new Error('No certificate was met');
    await app.parts.profileEditor.trust(id, met.problem.certificate.fingerprint);
    await app.parts.vault.keepPassword(app.row(id).profile, 'Amber-31');
    server.switches.set({ authType: 'face' });
    expect(await app.parts.logins.loginAgain(id)).toMatchObject({ problem: { code: 'face-check-needed' } });
    expect(await app.parts.logins.loginAgain(id)).toMatchObject({ problem: { code: 'no-kept-password' } });
  });

  test('is removed after exactly these responses', () => {
    const judging = allProblems(0).filter(wasLoginJudged);
    const codes: readonly Problem['code'][] = [
      ...(['conflict', 'device-blocked', 'face-check-needed', 'face-token-refused'] as const),
      ...(['foreign-authentication', 'login-forbidden', 'not-allowed', 'request-refused'] as const),
      ...(['session-refused', 'wrong-password'] as const),
    ];
    expect([...new Set(judging.map(({ code }) => code))].sort()).toEqual(codes);
  });
});
