import { describe, expect } from 'vitest';
import { type AutoLogoutPolicy, noAutoLogout } from '../../../contract/profiles/auto-logout.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const hour = 3_600_000;

/** A profile with a session and this auto log-out policy. */
async function withLease(
  app: HeadlessApp,
  address: string,
  lease: Partial<AutoLogoutPolicy>,
): Promise<ProfileId> {
  const id = await app.add({ address });
  await app.parts.autoLogout.set(id, { ...noAutoLogout, ...lease });
  expect(await app.parts.logins.login(id, operator.password, null)).toMatchObject({ ok: true });
  return id;
}

const copy = (app: HeadlessApp, id: ProfileId, anyway = true) => app.parts.sessionCopy.copy(id, anyway);

describe('an auto-logout', () => {
  test('ends the session on the server when its time is up', async ({ app, server }) => {
    const id = await withLease(app, server.base, { afterSeconds: 1 });
    await expect.poll(() => app.row(id).session.phase).toBe('logged-out');
    expect(server.liveTokens).toBe(0);
    expect(app.row(id).endings).toEqual([]);
  });

  test('that came due during sleep prevents copying, and is carried out on wake-up', {
    tags: ['row-128'],
  }, async ({ app, server }) => {
    const id = await withLease(app, server.base, { afterSeconds: 8 * 3_600 });
    expect((await copy(app, id)).ok).toBe(true);
    app.clock.aheadMs = 9 * hour;
    expect(await copy(app, id)).toEqual({ ok: false, problem: { code: 'lease-ended' } });
    expect(server.liveTokens).toBe(1);
    await app.parts.wakeUp();
    await expect.poll(() => server.liveTokens).toBe(0);
    await expect.poll(() => app.row(id).session.phase).toBe('logged-out');
  });

  test('that came due while the app was closed is carried out at the start', async ({ app, server }) => {
    const id = await withLease(app, server.base, { afterSeconds: 8 * 3_600 });
    app.clock.aheadMs = 9 * hour;
    const again = await app.restart();
    expect((await copy(again, id)).ok).toBe(false);
    await expect.poll(() => server.liveTokens).toBe(0);
    await expect.poll(() => again.row(id).session.phase).toBe('logged-out');
  });

  test('is not extended by a clock set back before the log-in while the app was closed', async ({
    app,
    server,
  }) => {
    const id = await withLease(app, server.base, { afterSeconds: 8 * 3_600 });
    app.clock.aheadMs = -48 * hour;
    const again = await app.restart();
    await expect.poll(() => again.row(id).session.phase).toBe('logged-out');
    expect(server.liveTokens).toBe(0);
  });

  test('that is changed applies to the running session', async ({ app, server }) => {
    const id = await withLease(app, server.base, {});
    expect(app.row(id).session).toMatchObject({ leaseEndsAt: null });
    await app.parts.autoLogout.set(id, { ...noAutoLogout, afterSeconds: 3_600 });
    expect(app.row(id).session).toMatchObject({ leaseEndsAt: expect.any(Number) });
    await app.parts.autoLogout.set(id, noAutoLogout);
    app.clock.aheadMs = 9 * hour;
    await app.parts.wakeUp();
    expect((await copy(app, id)).ok).toBe(true);
  });

  test('on lock ends the session before the vault closes', async ({ app, server }) => {
    const id = await withLease(app, server.base, { onLock: true });
    const other = await app.add({ address: server.base, userName: 'guard2' });
    await app.parts.appLock.lock('asked');
    expect(server.liveTokens).toBe(0);
    await app.parts.appLock.unlock(null);
    expect(app.row(id).session.phase).toBe('logged-out');
    expect(app.row(other).endings).toEqual([]);
  });

  test('on lock ends the session of an app that starts locked', async ({ app: first, server }) => {
    const id = await withLease(first, server.base, { onLock: true });
    const app = await first.restart({ lockOnQuit: true });
    expect(server.liveTokens, 'nothing can be sent before the vault is open').toBe(1);
    await app.parts.appLock.unlock(null);
    await expect.poll(() => server.liveTokens).toBe(0);
    await expect.poll(() => app.row(id).session.phase).toBe('logged-out');
  });

  test('on lock, with an unreachable server, leaves it pending and sealed', {
    tags: ['row-121'],
  }, async ({ app, server }) => {
    const id = await withLease(app, server.base, { onLock: true });
    server.switches.only('/auth/logout/', { connection: 'reset' });
    await app.parts.appLock.lock('asked');
    expect(server.liveTokens).toBe(1);
    server.switches.reset();
    await app.parts.appLock.unlock(null);
    expect(app.row(id).session.phase).toBe('logged-out');
    expect((await copy(app, id)).ok).toBe(false);
    await app.parts.pendingLogouts.tryAll(id);
    await expect.poll(() => server.liveTokens).toBe(0);
    await expect.poll(() => app.row(id).endings).toEqual([]);
  });

  test('on quit ends the session, and after a crash at the next start', {
    tags: ['row-120'],
  }, async ({ app, server }) => {
    await withLease(app, server.base, { onQuit: true });
    const again = await app.restart();
    expect(server.liveTokens).toBe(0);
    const [row] = again.parts.live.rows();
    if (!row) throw new Error('There is no row');
    await again.parts.logins.login(row.profile.id, operator.password, null);
    expect(server.liveTokens).toBe(1);
    // Closed without time for log-outs, as by a power failure.
    await again.parts.close();
    again.parts.beforeClose = async () => undefined;
    const third = await again.restart();
    expect((await copy(third, row.profile.id)).ok).toBe(false);
    await expect.poll(() => server.liveTokens).toBe(0);
  });

  test('waits for a running log-in, and then ends exactly one session', async ({ app, server }) => {
    const id = await withLease(app, server.base, { afterSeconds: 8 * 3_600 });
    server.switches.only('/auth/login/', { delayMs: 300 });
    const login = app.parts.logins.login(id, 'wrong', null);
    await expect.poll(() => app.row(id).session.phase).toBe('logging-in');
    app.clock.aheadMs = 9 * hour;
    await app.parts.wakeUp();
    expect((await copy(app, id)).ok).toBe(false);
    expect((await login).ok).toBe(false);
    await expect.poll(() => app.row(id).session.phase).toBe('logged-out');
    expect(server.liveTokens).toBe(0);
  });

  test('is set for new servers as the settings say', async ({ app, server }) => {
    const { settings } = app.parts.live.read();
    app.parts.applySettings({ ...settings, leaseForNew: 28_800 });
    const id = await app.add({ address: server.base });
    expect(app.row(id).profile.lease).toEqual({ ...noAutoLogout, afterSeconds: 28_800 });
  });
});
