import { describe, expect } from 'vitest';
import { type AutoLogoutPolicy, noAutoLogout } from '../../../contract/profiles/auto-logout.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import { type Desk, test } from '../../support/desk.ts';

const hour = 3_600_000;

/** A profile with a session and this auto log-out policy. */
async function withLease(desk: Desk, address: string, lease: Partial<AutoLogoutPolicy>): Promise<ProfileId> {
  const id = await desk.add({ address });
  await desk.parts.autoLogout.set(id, { ...noAutoLogout, ...lease });
  expect(await desk.parts.logins.login(id, operator.password, null)).toMatchObject({ ok: true });
  return id;
}

const copy = (desk: Desk, id: ProfileId, anyway = true) => desk.parts.headerCopy.copy(id, anyway);

describe('an auto-logout', () => {
  test('ends the session on the server when its time is up', async ({ desk, server }) => {
    const id = await withLease(desk, server.base, { afterSeconds: 1 });
    await expect.poll(() => desk.row(id).session.phase).toBe('logged-out');
    expect(server.liveTokens).toBe(0);
    expect(desk.row(id).endings).toEqual([]);
  });

  test('that came due during sleep prevents copying, and is carried out on wake-up', {
    tags: ['row-128'],
  }, async ({ desk, server }) => {
    const id = await withLease(desk, server.base, { afterSeconds: 8 * 3_600 });
    expect((await copy(desk, id)).ok).toBe(true);
    desk.clock.aheadMs = 9 * hour;
    expect(await copy(desk, id)).toEqual({ ok: false, problem: { code: 'lease-ended' } });
    expect(server.liveTokens).toBe(1);
    await desk.parts.wakeUp();
    await expect.poll(() => server.liveTokens).toBe(0);
    await expect.poll(() => desk.row(id).session.phase).toBe('logged-out');
  });

  test('that came due while the app was closed is carried out at the start', async ({ desk, server }) => {
    const id = await withLease(desk, server.base, { afterSeconds: 8 * 3_600 });
    desk.clock.aheadMs = 9 * hour;
    const again = await desk.restart();
    expect((await copy(again, id)).ok).toBe(false);
    await expect.poll(() => server.liveTokens).toBe(0);
    await expect.poll(() => again.row(id).session.phase).toBe('logged-out');
  });

  test('is not extended by a clock set back before the log-in while the app was closed', async ({
    desk,
    server,
  }) => {
    const id = await withLease(desk, server.base, { afterSeconds: 8 * 3_600 });
    desk.clock.aheadMs = -48 * hour;
    const again = await desk.restart();
    await expect.poll(() => again.row(id).session.phase).toBe('logged-out');
    expect(server.liveTokens).toBe(0);
  });

  test('that is changed applies to the running session', async ({ desk, server }) => {
    const id = await withLease(desk, server.base, {});
    expect(desk.row(id).session).toMatchObject({ leaseEndsAt: null });
    await desk.parts.autoLogout.set(id, { ...noAutoLogout, afterSeconds: 3_600 });
    expect(desk.row(id).session).toMatchObject({ leaseEndsAt: expect.any(Number) });
    await desk.parts.autoLogout.set(id, noAutoLogout);
    desk.clock.aheadMs = 9 * hour;
    await desk.parts.wakeUp();
    expect((await copy(desk, id)).ok).toBe(true);
  });

  test('on lock ends the session before the vault closes', async ({ desk, server }) => {
    const id = await withLease(desk, server.base, { onLock: true });
    const other = await desk.add({ address: server.base, userName: 'guard2' });
    await desk.parts.appLock.lock('asked');
    expect(server.liveTokens).toBe(0);
    await desk.parts.appLock.unlock(null);
    expect(desk.row(id).session.phase).toBe('logged-out');
    expect(desk.row(other).endings).toEqual([]);
  });

  test('on lock, with an unreachable server, leaves it pending and sealed', {
    tags: ['row-121'],
  }, async ({ desk, server }) => {
    const id = await withLease(desk, server.base, { onLock: true });
    server.switches.only('/auth/logout/', { connection: 'reset' });
    await desk.parts.appLock.lock('asked');
    expect(server.liveTokens).toBe(1);
    server.switches.reset();
    await desk.parts.appLock.unlock(null);
    expect(desk.row(id).session.phase).toBe('logged-out');
    expect((await copy(desk, id)).ok).toBe(false);
    await desk.parts.pendingLogouts.tryAll(id);
    await expect.poll(() => server.liveTokens).toBe(0);
    await expect.poll(() => desk.row(id).endings).toEqual([]);
  });

  test('on quit ends the session, and after a crash at the next start', {
    tags: ['row-120'],
  }, async ({ desk, server }) => {
    await withLease(desk, server.base, { onQuit: true });
    const again = await desk.restart();
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

  test('waits for a running log-in, and then ends exactly one session', async ({ desk, server }) => {
    const id = await withLease(desk, server.base, { afterSeconds: 8 * 3_600 });
    server.switches.only('/auth/login/', { delayMs: 300 });
    const login = desk.parts.logins.login(id, 'wrong', null);
    await expect.poll(() => desk.row(id).session.phase).toBe('logging-in');
    desk.clock.aheadMs = 9 * hour;
    await desk.parts.wakeUp();
    expect((await copy(desk, id)).ok).toBe(false);
    expect((await login).ok).toBe(false);
    await expect.poll(() => desk.row(id).session.phase).toBe('logged-out');
    expect(server.liveTokens).toBe(0);
  });

  test('is set for new servers as the settings say', async ({ desk, server }) => {
    const { settings } = desk.parts.live.read();
    desk.parts.applySettings({ ...settings, leaseForNew: 28_800 });
    const id = await desk.add({ address: server.base });
    expect(desk.row(id).profile.lease).toEqual({ ...noAutoLogout, afterSeconds: 28_800 });
  });
});
