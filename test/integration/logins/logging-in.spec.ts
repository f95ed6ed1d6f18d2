import { describe, expect } from 'vitest';
import { stableSession } from '../../../contract/sessions/session.ts';
import { admin, operator } from '../../emulator/default-users.ts';
import type { Switches } from '../../emulator/switches/switch-table.ts';
import { test } from '../../support/headless-app.ts';

describe('logging in', () => {
  test('makes the session active, with its user and expiry', async ({ app, server }) => {
    const id = await app.add({ address: server.base, name: 'Airport' }, operator.password);
    const { session, user } = app.row(id);
    expect(session).toMatchObject({ phase: 'active', secret: 'sealed', lastCheck: { verdict: 'accepted' } });
    expect(user).toEqual({ name: 'ivanov', realName: operator.realName, role: 'operator', adUser: false });
  });

  test('is prepared without a connection to the server', async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    const profile = app.parts.sessions.profile(id);
    if (!profile) throw new Error('There is no such profile');
    const before = server.connections;
    await app.parts.clients.prepare(profile);
    expect(server.connections).toBe(before);
    expect(await app.parts.clients.known(id)).toBeUndefined();
  });

  test('with a wrong password says so and stores nothing', async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    const result = await app.parts.logins.login(id, 'wrong', null);
    expect(result).toMatchObject({ ok: false, problem: { code: 'wrong-password', userName: 'ivanov' } });
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
    expect(server.count('POST /auth/login/')).toBe(1);
  });

  test('a second time keeps the first session if the server rejects it', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    const before = app.row(id).session;
    await app.parts.logins.login(id, 'wrong', null);
    expect(app.row(id).session).toEqual(before);
  });

  test('a thousand times at once sends one request', { tags: ['row-52'] }, async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    server.switches.only('/auth/login/', { delayMs: 50 });
    const tries = Array.from({ length: 1_000 }, () => app.parts.logins.login(id, operator.password, null));
    const results = await Promise.all(tries);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.problem.code === 'login-under-way')).toHaveLength(
      999,
    );
    expect(server.count('POST /auth/login/')).toBe(1);
  });

  test('can be cancelled, and the previous session returns', { tags: ['row-50'] }, async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base });
    server.switches.only('/auth/login/', { hang: true });
    const login = app.parts.logins.login(id, operator.password, null);
    await expect.poll(() => server.requests.length).toBe(1);
    expect(app.row(id).session.phase).toBe('logging-in');
    app.parts.logins.cancelLogin(id);
    expect(await login).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
  });

  test('works after a cancelled attempt', async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    server.switches.only('/auth/login/', { hang: true }, 1);
    const first = app.parts.logins.login(id, operator.password, null);
    await expect.poll(() => server.requests.length).toBe(1);
    app.parts.logins.cancelLogin(id);
    expect(await app.parts.logins.login(id, operator.password, null)).toEqual({
      ok: true,
      value: undefined,
    });
    expect((await first).ok).toBe(false);
    expect(app.row(id).session.phase).toBe('active');
  });

  test('to a profile removed meanwhile is aborted, and restores nothing', { tags: ['row-53'] }, async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base });
    server.switches.only('/auth/login/', { delayMs: 100 });
    const login = app.parts.logins.login(id, operator.password, null);
    await expect.poll(() => server.requests.length).toBe(1);
    await app.parts.profileRemoval.remove(id, false);
    expect((await login).ok).toBe(false);
    expect(app.parts.live.rows()).toEqual([]);
  });

  test('refuses a password that no header can carry before anything is sent', { tags: ['row-168'] }, async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base });
    for (const [password, code] of [
      ['', 'password-missing'],
      ['a\0b', 'password-has-nul'],
      ['x'.repeat(4_097), 'password-too-long'],
    ] as const) {
      expect(await app.parts.logins.login(id, password, null)).toMatchObject({
        ok: false,
        problem: { code },
      });
    }
    expect(server.requests).toHaveLength(0);
  });

  test('sends a face token if the server requires one', async ({ app, serve }) => {
    const server = await serve({ switches: { authType: 'face_and_password' } });
    const id = await app.add({ address: server.base });
    const without = await app.parts.logins.login(id, operator.password, null);
    expect(without).toMatchObject({
      ok: false,
      problem: { code: 'face-check-needed', type: 'face_and_password' },
    });
    const form = new FormData();
    form.set('uuid', app.row(id).profile.deviceId);
    form.set('video', new Blob(['a short film']), 'face.webm');
    const answer = await fetch(`${server.base}/auth/video-auth/`, { method: 'POST', body: form });
    const { token } = (await answer.json()) as { token: string };
    expect(await app.parts.logins.login(id, operator.password, ` ${token}\n`)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(app.row(id).session.phase).toBe('active');
  });
});

describe('logging out', () => {
  test('ends the session on the server and here', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    expect(await app.parts.logins.logout(id)).toEqual({ ok: true, value: undefined });
    expect(server.liveTokens).toBe(0);
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
    expect(app.parts.vault.find(app.row(id).profile)).toEqual({ kind: 'none' });
  });

  test('counts a session that the server does not know as ended', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    server.endSessions('ivanov');
    expect((await app.parts.logins.logout(id)).ok).toBe(true);
  });

  const troubles: readonly [string, Partial<Switches>][] = [
    ['a broken server', { proxyError: '500' }],
    ['a server that hangs up', { connection: 'reset' }],
    ['a page of some gateway', { captivePortal: true }],
  ];
  for (const [title, changes] of troubles) {
    test(`at ${title} drops the token and says that the session may still exist`, {
      tags: ['row-33'],
    }, async ({ app, server }) => {
      const id = await app.add({ address: server.base }, operator.password);
      const before = stableSession(app.row(id).session);
      server.switches.only('/auth/logout/', changes);
      const result = await app.parts.logins.logout(id);
      expect(result).toMatchObject({ ok: false, problem: { code: 'logout-unconfirmed' } });
      expect(result).toMatchObject({ problem: { until: 'expiresAt' in before ? before.expiresAt : null } });
      expect(app.row(id).session).toEqual({ phase: 'logged-out' });
      expect(app.parts.vault.find(app.row(id).profile)).toEqual({ kind: 'none' });
    });
  }
});

describe('two users on one server', () => {
  test('keep their own sessions, tokens and log-outs', { tags: ['row-169'] }, async ({ app, server }) => {
    const first = await app.add({ address: server.base, userName: operator.name }, operator.password);
    const second = await app.add({ address: server.base, userName: admin.name }, admin.password);
    await app.parts.sessionCopy.copy(first, false);
    const headerOfFirst = app.board.text;
    await app.parts.sessionCopy.copy(second, false);
    expect(app.board.text).not.toBe(headerOfFirst);
    await app.parts.logins.logout(first);
    await app.parts.manySessions.checkAll();
    expect(app.row(first).session).toEqual({ phase: 'logged-out' });
    expect(app.row(second).session).toMatchObject({ phase: 'active', lastCheck: { verdict: 'accepted' } });
    expect(app.row(second).user?.name).toBe('admin');
  });
});

describe('quitting the app', () => {
  test('clears our header from the clipboard, and only ours', { tags: ['row-153', 'row-155'] }, async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base }, operator.password);
    await app.parts.sessionCopy.copy(id, false);
    expect(app.board.text).toMatch(/^Authorization: Token /);
    const again = await app.restart();
    expect(app.board.text).toBe('');
    await again.parts.sessionCopy.copy(id, false);
    again.board.text = 'a note to self';
    await again.parts.close();
    expect(again.board.text).toBe('a note to self');
  });
});

describe('after a restart', () => {
  test('sealed sessions are restored, with their users and verdicts', async ({ app, server }) => {
    const id = await app.add({ address: server.base, tags: ['north'] }, operator.password);
    const before = app.row(id);
    const again = await app.restart();
    // The time of the next check is random.
    expect(again.row(id)).toEqual({ ...before, nextCheck: again.row(id).nextCheck });
    await again.parts.sessionCopy.copy(id, false);
    expect(again.board.text).toMatch(/^Authorization: Token [0-9a-f]{64}$/);
  });

  test('sessions in memory only are gone, with a notice', async ({ app: first, server }) => {
    first.cipher.tag = 'v10';
    const app = await first.restart();
    const id = await app.add({ address: server.base }, operator.password);
    expect(app.row(id).session).toMatchObject({ phase: 'active', secret: 'memory' });
    expect(app.parts.live.read().storage).toMatchObject({ kind: 'memory-only', reason: 'no-keyring' });
    const again = await app.restart();
    expect(again.row(id).session).toEqual({ phase: 'logged-out' });
  });

  test('a session whose keyring lost its key stays in the list, marked', async ({ app, server }) => {
    const id = await app.add({ address: server.base, name: 'Airport' }, operator.password);
    app.cipher.loseKey();
    const again = await app.restart();
    expect(again.row(id)).toMatchObject({ profile: { name: 'Airport' }, session: { secret: 'unreadable' } });
    expect(await again.parts.sessionCopy.copy(id, true)).toMatchObject({
      problem: { code: 'secret-unreadable' },
    });
  });

  test('a session that ended meanwhile is expired from the first moment', async ({ app, serve }) => {
    const server = await serve({ switches: { sessionSeconds: 1 } });
    const id = await app.add({ address: server.base }, operator.password);
    await expect.poll(() => app.row(id).session.phase).toBe('expired');
    const again = await app.restart();
    expect(again.row(id).session.phase).toBe('expired');
  });
});
