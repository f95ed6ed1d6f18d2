import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { hasToken } from '../../../contract/sessions/session.ts';
import { admin, operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { filesHolding } from '../../support/canary.ts';
import { type Desk, test } from '../../support/desk.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';

const words = 'the face of somebody, which nobody keeps';
const video = Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.from(`....webm....${words}`)]);
const cancelled = { ok: false, problem: { code: 'cancelled' } };

/** Allows the camera for the server of a profile. */
async function letRecord(desk: Desk, id: ProfileId) {
  desk.questions.answer = 'confirm';
  await desk.parts.cameraConsent.ask(desk.row(id).profile);
}

async function atServer(desk: Desk, server: Emulator, switches: Parameters<Emulator['switches']['set']>[0]) {
  server.switches.set(switches);
  const id = await desk.add({ address: server.base, userName: operator.name });
  await letRecord(desk, id);
  return id;
}

/** Starts a face log-in at a server that never responds; resolves once the server has the video. */
async function underWay(desk: Desk, server: Emulator, id: ProfileId) {
  server.switches.set({ delayMs: 300 });
  const login = desk.parts.faceLogin.login(id, video);
  await expect.poll(() => server.count('POST /auth/video-auth/')).toBe(1);
  return login;
}

describe('a face', () => {
  for (const authType of ['face', 'face_or_password'] as const) {
    test(`is a complete log-in for ${authType}`, async ({ desk, server }) => {
      const id = await atServer(desk, server, { authType });
      expect(await desk.parts.faceLogin.login(id, video)).toEqual({ ok: true, value: 'logged-in' });
      expect(desk.row(id)).toMatchObject({
        session: { phase: 'active', secret: 'sealed', wayIn: 'face' },
        user: { name: operator.name },
      });
      expect(await desk.parts.checks.check(id)).toMatchObject({ ok: true });
      const later = await desk.restart();
      expect(later.row(id).session).toMatchObject({ wayIn: 'face' });
      expect(await filesHolding(desk.folder, words)).toEqual([]);
    });
  }

  test('is half a log-in if the server requires the password too', async ({ desk, server }) => {
    const id = await atServer(desk, server, { authType: 'face_and_password' });
    expect(await desk.parts.faceLogin.login(id, video)).toEqual({ ok: true, value: 'password-needed' });
    expect(desk.row(id).session).toEqual({ phase: 'logged-out' });
    expect(await desk.parts.logins.login(id, 'wrong', null)).toMatchObject({
      problem: { code: 'wrong-password' },
    });
    expect(await desk.parts.logins.login(id, operator.password, null)).toMatchObject({ ok: true });
    // It is valid once, and for this profile only.
    expect(await desk.parts.logins.login(id, operator.password, null)).toMatchObject({
      problem: { code: 'face-check-needed' },
    });
  });

  for (const faceTokenStatus of ['400', '401'] as const) {
    test(`whose token the server does not accept any more (${faceTokenStatus}) has to be shown again`, async ({
      desk,
      server,
    }) => {
      const id = await atServer(desk, server, { authType: 'face_and_password', faceTokenStatus });
      await desk.parts.faceLogin.login(id, video);
      server.endSessions(operator.name);
      const login = () => desk.parts.logins.login(id, operator.password, null);
      expect(await login()).toMatchObject({ problem: { code: 'face-token-refused' } });
      expect(await login()).toMatchObject({ problem: { code: 'face-check-needed' } });
    });
  }

  test('is dropped by a lock, by closing the dialog and by another address', async ({ desk, server }) => {
    const id = await atServer(desk, server, { authType: 'face_and_password' });
    const { faceLogin, logins, appLock } = desk.parts;
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
    await desk.parts.profileEditor.edit(id, draft);
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
    test(`${what} changes nothing and is "${code}"`, async ({ desk, server }) => {
      const id = await atServer(desk, server, switches);
      expect(await desk.parts.faceLogin.login(id, video)).toMatchObject({ problem: { code } });
      expect(desk.row(id).session).toEqual({ phase: 'logged-out' });
    });
  }

  test('in an unusable video is reported', async ({ desk, server }) => {
    const id = await atServer(desk, server, { authType: 'face' });
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
      const login = await desk.parts.faceLogin.login(id, video);
      expect(login).toMatchObject({ problem: { code: 'video-refused', reason } });
      stop();
    }
  });

  test('of another user does not log in, and the session it brought is ended', async ({ desk, server }) => {
    server.switches.set({ authType: 'face' });
    const id = await desk.add({ address: server.base, userName: admin.name });
    await letRecord(desk, id);
    expect(await desk.parts.faceLogin.login(id, video)).toMatchObject({
      problem: { code: 'face-of-other-user', other: operator.name },
    });
    await expect.poll(() => server.liveTokens).toBe(0);
    expect(desk.row(id).session).toEqual({ phase: 'logged-out' });
  });

  const ends: Readonly<Record<string, (desk: Desk, id: ProfileId) => unknown>> = {
    'it was given up': (desk, id) => desk.parts.faceLogin.cancel(id),
    'the window was locked': (desk) => desk.parts.appLock.lock('asked'),
    'its profile was removed': (desk, id) => desk.parts.profileEditor.remove(id, false),
  };
  for (const [what, end] of Object.entries(ends)) {
    test(`that is being verified when ${what} brings no session`, { tags: ['row-50', 'row-53'] }, async ({
      desk,
      server,
    }) => {
      const id = await atServer(desk, server, { authType: 'face' });
      const login = underWay(desk, server, id);
      await expect.poll(() => server.count('POST /auth/video-auth/')).toBe(1);
      await end(desk, id);
      expect(await login).toMatchObject(cancelled);
      const { lock } = desk.parts.live.read();
      if (lock.kind === 'locked') await desk.parts.appLock.unlock(null);
      expect(desk.parts.live.row(id)?.session ?? { phase: 'logged-out' }).toEqual({ phase: 'logged-out' });
    });
  }
});

describe('a renewal by face', () => {
  test('moves the expiry of the session, whose token stays', async ({ desk, server }) => {
    const id = await atServer(desk, server, { authType: 'face_or_password', sessionSeconds: 3600 });
    await desk.parts.faceLogin.login(id, video);
    const before = desk.row(id).session;
    server.switches.set({ sessionSeconds: 7200 });
    expect(await desk.parts.faceLogin.renew(id, video)).toMatchObject({ ok: true });
    const after = desk.row(id).session;
    if (!hasToken(before) || !hasToken(after)) throw new Error('The session is gone');
    expect(after.fingerprint).toBe(before.fingerprint);
    expect((after.expiresAt ?? 0) - (before.expiresAt ?? 0)).toBeGreaterThan(3_000_000);
    const later = await desk.restart();
    expect(later.row(id).session).toMatchObject({ expiresAt: after.expiresAt });
  });

  test('that is refused distinguishes the face from the token', async ({ desk, server }) => {
    const id = await atServer(desk, server, { authType: 'face', faceOf: operator.name });
    await desk.parts.faceLogin.login(id, video);
    server.switches.set({ faceOf: 'nobody' });
    expect(await desk.parts.faceLogin.renew(id, video)).toMatchObject({
      problem: { code: 'face-not-recognised' },
    });
    expect(desk.row(id).session).toMatchObject({ lastCheck: { verdict: 'accepted' } });
    server.switches.set({ faceOf: operator.name, renewSession: false });
    expect(await desk.parts.faceLogin.renew(id, video)).toMatchObject({
      problem: { code: 'face-not-offered', what: 'renewal' },
    });
    server.endSessions(operator.name);
    expect(await desk.parts.faceLogin.renew(id, video)).toMatchObject({
      problem: { code: 'session-refused' },
    });
    expect(desk.row(id).session).toMatchObject({ lastCheck: { verdict: 'refused' } });
  });

  test('that was cancelled changes nothing', async ({ desk, server }) => {
    const id = await atServer(desk, server, { authType: 'face' });
    await desk.parts.faceLogin.login(id, video);
    const { session } = desk.row(id);
    server.switches.set({ delayMs: 300, sessionSeconds: 60 });
    const renewal = desk.parts.faceLogin.renew(id, video);
    await expect.poll(() => server.count('POST /auth/video-auth-renew/')).toBe(1);
    desk.parts.faceLogin.cancel(id);
    expect(await renewal).toEqual(cancelled);
    expect(desk.row(id).session).toEqual(session);
  });
});
