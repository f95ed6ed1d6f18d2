import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { hasToken } from '../../../contract/sessions/session.ts';
import { admin, operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { filesHolding } from '../../support/canary.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const words = 'the face of somebody, which nobody keeps';
const video = Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.from(`....webm....${words}`)]);
const cancelled = { ok: false, problem: { code: 'cancelled' } };

/** Allows the camera for the server of a profile. */
async function letRecord(app: HeadlessApp, id: ProfileId) {
  app.questions.answer = 'confirm';
  await app.parts.cameraConsent.ask(app.row(id).profile);
}

async function atServer(
  app: HeadlessApp,
  server: Emulator,
  switches: Parameters<Emulator['switches']['set']>[0],
) {
  server.switches.set(switches);
  const id = await app.add({ address: server.base, userName: operator.name });
  await letRecord(app, id);
  return id;
}

/** Starts a face log-in at a server that never responds; resolves once the server has the video. */
async function underWay(app: HeadlessApp, server: Emulator, id: ProfileId) {
  server.switches.set({ delayMs: 300 });
  const login = app.parts.faceLogin.login(id, video);
  await expect.poll(() => server.count('POST /auth/video-auth/')).toBe(1);
  return login;
}

describe('a face', () => {
  for (const authType of ['face', 'face_or_password'] as const) {
    test(`is a complete log-in for ${authType}`, async ({ app, server }) => {
      const id = await atServer(app, server, { authType });
      expect(await app.parts.faceLogin.login(id, video)).toEqual({ ok: true, value: 'logged-in' });
      expect(app.row(id)).toMatchObject({
        session: { phase: 'active', secret: 'sealed', wayIn: 'face' },
        user: { name: operator.name },
      });
      expect(await app.parts.checks.check(id)).toMatchObject({ ok: true });
      const later = await app.restart();
      expect(later.row(id).session).toMatchObject({ wayIn: 'face' });
      expect(await filesHolding(app.folder, words)).toEqual([]);
    });
  }

  test('is half a log-in if the server requires the password too', async ({ app, server }) => {
    const id = await atServer(app, server, { authType: 'face_and_password' });
    expect(await app.parts.faceLogin.login(id, video)).toEqual({ ok: true, value: 'password-needed' });
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
    expect(await app.parts.logins.login(id, 'wrong', null)).toMatchObject({
      problem: { code: 'wrong-password' },
    });
    expect(await app.parts.logins.login(id, operator.password, null)).toMatchObject({ ok: true });
    // It is valid once, and for this profile only.
    expect(await app.parts.logins.login(id, operator.password, null)).toMatchObject({
      problem: { code: 'face-check-needed' },
    });
  });

  for (const faceTokenStatus of ['400', '401'] as const) {
    test(`whose token the server does not accept any more (${faceTokenStatus}) has to be shown again`, async ({
      app,
      server,
    }) => {
      const id = await atServer(app, server, { authType: 'face_and_password', faceTokenStatus });
      await app.parts.faceLogin.login(id, video);
      server.endSessions(operator.name);
      const login = () => app.parts.logins.login(id, operator.password, null);
      expect(await login()).toMatchObject({ problem: { code: 'face-token-refused' } });
      expect(await login()).toMatchObject({ problem: { code: 'face-check-needed' } });
    });
  }

  test('is dropped by a lock, by closing the dialog and by another address', async ({ app, server }) => {
    const id = await atServer(app, server, { authType: 'face_and_password' });
    const { faceLogin, logins, appLock } = app.parts;
    const needsFace = async () => {
      const login = await logins.login(id, operator.password, null);
      expect(login).toMatchObject({ problem: { code: 'face-check-needed' } });
    };
    await faceLogin.login(id, video);
    faceLogin.cancel(id);
    await needsFace();
    await faceLogin.login(id, video);
    await appLock.lock('asked');
    await appLock.unlock(null);
    await needsFace();
    await faceLogin.login(id, video);
    const draft = sampleDraft({ address: `${server.origin}/api`, userName: operator.name });
    await app.parts.profileEditor.edit(id, draft);
    server.switches.set({ prefix: '/api' });
    await needsFace();
  });

  const refusals: readonly (readonly [string, Parameters<Emulator['switches']['set']>[0], string])[] = [
    ['that is not known', { authType: 'face', faceOf: 'nobody' }, 'face-not-recognised'],
    ['at a server that knows no faces', { authType: 'password' }, 'face-not-offered'],
    ['from a broken licence', { authType: 'face', licence: '403' }, 'licence-invalid'],
    ['at a gateway', { authType: 'face', proxyError: '503' }, 'server-unavailable'],
    ['behind a captive portal', { authType: 'face', captivePortal: true }, 'not-findface'],
  ];
  for (const [what, switches, code] of refusals) {
    test(`${what} changes nothing and is "${code}"`, async ({ app, server }) => {
      const id = await atServer(app, server, switches);
      expect(await app.parts.faceLogin.login(id, video)).toMatchObject({ problem: { code } });
      expect(app.row(id).session).toEqual({ phase: 'logged-out' });
    });
  }

  test('in an unusable video is reported', async ({ app, server }) => {
    const id = await atServer(app, server, { authType: 'face' });
    const json = (status: number, body: unknown) => ({
      ...{ status, headers: { 'Content-Type': 'application/json' } },
      body: JSON.stringify(body),
    });
    const outcomes = [
      [json(413, {}), 'too-large'],
      [{ status: 413, headers: { 'Content-Type': 'text/html' }, body: '<html>nginx' }, 'too-large'],
      [json(400, { code: 'BAD_PARAM', desc: 'x', param: 'video' }), 'unusable'],
      [json(415, { code: 'UNSUPPORTED_MEDIA_TYPE', desc: 'x' }), 'unusable'],
    ] as const;
    for (const [answer, reason] of outcomes) {
      const stop = server.rewrite('/auth/video-auth/', () => answer as never);
      const login = await app.parts.faceLogin.login(id, video);
      expect(login).toMatchObject({ problem: { code: 'video-refused', reason } });
      stop();
    }
  });

  test('of another user does not log in, and the session it brought is ended', async ({ app, server }) => {
    server.switches.set({ authType: 'face' });
    const id = await app.add({ address: server.base, userName: admin.name });
    await letRecord(app, id);
    expect(await app.parts.faceLogin.login(id, video)).toMatchObject({
      problem: { code: 'face-of-other-user', other: operator.name },
    });
    await expect.poll(() => server.liveTokens).toBe(0);
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
  });

  const ends: Readonly<Record<string, (app: HeadlessApp, id: ProfileId) => unknown>> = {
    'it was given up': (app, id) => app.parts.faceLogin.cancel(id),
    'the window was locked': (app) => app.parts.appLock.lock('asked'),
    'its profile was removed': (app, id) => app.parts.profileRemoval.remove(id, false),
  };
  for (const [what, end] of Object.entries(ends)) {
    test(`that is being verified when ${what} brings no session`, { tags: ['row-50', 'row-53'] }, async ({
      app,
      server,
    }) => {
      const id = await atServer(app, server, { authType: 'face' });
      const login = underWay(app, server, id);
      await expect.poll(() => server.count('POST /auth/video-auth/')).toBe(1);
      await end(app, id);
      expect(await login).toMatchObject(cancelled);
      const { lock } = app.parts.live.read();
      if (lock.kind === 'locked') await app.parts.appLock.unlock(null);
      expect(app.parts.live.row(id)?.session ?? { phase: 'logged-out' }).toEqual({ phase: 'logged-out' });
    });
  }
});

describe('a renewal by face', () => {
  test('moves the expiry of the session, whose token stays', async ({ app, server }) => {
    const id = await atServer(app, server, { authType: 'face_or_password', sessionSeconds: 3600 });
    await app.parts.faceLogin.login(id, video);
    const before = app.row(id).session;
    server.switches.set({ sessionSeconds: 7200 });
    expect(await app.parts.faceLogin.renew(id, video)).toMatchObject({ ok: true });
    const after = app.row(id).session;
    if (!hasToken(before) || !hasToken(after)) throw new Error('The session is gone');
    expect(after.fingerprint).toBe(before.fingerprint);
    expect((after.expiresAt ?? 0) - (before.expiresAt ?? 0)).toBeGreaterThan(3_000_000);
    const later = await app.restart();
    expect(later.row(id).session).toMatchObject({ expiresAt: after.expiresAt });
  });

  test('that is refused distinguishes the face from the token', async ({ app, server }) => {
    const id = await atServer(app, server, { authType: 'face', faceOf: operator.name });
    await app.parts.faceLogin.login(id, video);
    server.switches.set({ faceOf: 'nobody' });
    expect(await app.parts.faceLogin.renew(id, video)).toMatchObject({
      problem: { code: 'face-not-recognised' },
    });
    expect(app.row(id).session).toMatchObject({ lastCheck: { verdict: 'accepted' } });
    server.switches.set({ faceOf: operator.name, renewSession: false });
    expect(await app.parts.faceLogin.renew(id, video)).toMatchObject({
      problem: { code: 'face-not-offered', what: 'renewal' },
    });
    server.endSessions(operator.name);
    expect(await app.parts.faceLogin.renew(id, video)).toMatchObject({
      problem: { code: 'session-refused' },
    });
    expect(app.row(id).session).toMatchObject({ lastCheck: { verdict: 'refused' } });
  });

  test('that was cancelled changes nothing', async ({ app, server }) => {
    const id = await atServer(app, server, { authType: 'face' });
    await app.parts.faceLogin.login(id, video);
    const { session } = app.row(id);
    server.switches.set({ delayMs: 300, sessionSeconds: 60 });
    const renewal = app.parts.faceLogin.renew(id, video);
    await expect.poll(() => server.count('POST /auth/video-auth-renew/')).toBe(1);
    app.parts.faceLogin.cancel(id);
    expect(await renewal).toEqual(cancelled);
    expect(app.row(id).session).toEqual(session);
  });
});
