import { describe, expect } from 'vitest';
import { noAutoLogout } from '../../../contract/profiles/auto-logout.ts';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/desk.ts';

const forEver = () => new Promise<never>(() => undefined);

describe('the data key', () => {
  test('is wiped before anything slow, and a clipboard that never answers delays nothing', {
    tags: ['row-157'],
  }, async ({ desk, server }) => {
    const id = await desk.add({ address: server.base }, operator.password);
    await desk.parts.headerCopy.copy(id, false);
    desk.parts.clipboard.clear = forEver;
    desk.parts.clients.closeAll = forEver;
    const locking = desk.parts.appLock.lock('asked');
    expect(desk.parts.vault.find(desk.row(id).profile).kind, 'already').toBe('unreadable');
    expect(desk.parts.live.read().lock.kind).toBe('locked');
    expect(await desk.parts.appLock.unlock(null)).toMatchObject({ ok: true });
    expect(desk.row(id).session).toMatchObject({ secret: 'sealed' });
    expect(await locking).toMatchObject({ ok: true });
    expect(desk.parts.vault.find(desk.row(id).profile).kind).toBe('token');
  });

  test('does not wait for servers on log-out', async ({ desk, server }) => {
    const id = await desk.add({ address: server.base });
    await desk.parts.autoLogout.set(id, { ...noAutoLogout, onLock: true });
    await desk.parts.logins.login(id, operator.password, null);
    server.switches.only('/auth/logout/', { delayMs: 300 });
    const locking = desk.parts.appLock.lock('asked');
    expect(desk.parts.vault.find(desk.row(id).profile).kind).not.toBe('token');
    expect(desk.row(id).session.phase).toBe('logged-out');
    await locking;
    expect(server.liveTokens, 'the server was told with the token in hand').toBe(0);
    await desk.parts.appLock.unlock(null);
    await expect.poll(() => desk.row(id).endings).toEqual([]);
    const again = await desk.restart();
    expect(again.parts.vault.pendingLogoutIds(id), 'nothing of it is left in the file').toEqual([]);
  });

  test('is wiped on quit, whatever the clipboard does', async ({ desk, server }) => {
    const id = await desk.add({ address: server.base }, operator.password);
    desk.parts.clipboard.clear = forEver;
    desk.parts.clients.closeAll = forEver;
    const closing = desk.parts.close();
    await expect.poll(() => desk.parts.vault.find(desk.row(id).profile).kind).toBe('unreadable');
    await closing;
    const again = await desk.restart();
    expect(again.row(id).session).toMatchObject({ secret: 'sealed' });
  });

  test('is not loaded again by an unlock during which the computer is suspended', async ({
    desk: first,
    server,
  }) => {
    const desk = await first.restart({ lockOnSleep: true });
    const { appLock, live, vault } = desk.parts;
    await vault.access.setPassphrase('seven calm cranes', null);
    const id = await desk.add({ address: server.base }, operator.password);
    for (const unlock of [() => appLock.unlock('seven calm cranes'), () => appLock.replaceVault()]) {
      await appLock.lock('asked');
      const unlocking = unlock();
      await new Promise(setImmediate);
      await appLock.onTrigger('sleep');
      expect(await unlocking).toEqual({ ok: false, problem: { code: 'locked' } });
      expect(live.read().lock).toMatchObject({ kind: 'locked', reason: 'asked' });
      const row = live.row(id);
      if (row) expect(vault.find(row.profile).kind).toBe('unreadable');
    }
    expect(live.rows(), 'the reset has archived the list').toEqual([]);
    expect(await appLock.unlock(null)).toMatchObject({ ok: true });
    expect(live.read().lock.kind).toBe('open');
  });

  test('is not loaded again by an unlock that a lock overtakes', async ({ desk, server }) => {
    const id = await desk.add({ address: server.base }, operator.password);
    await desk.parts.vault.access.lock();
    const unlocking = desk.parts.appLock.unlock(null);
    await Promise.resolve();
    await desk.parts.appLock.lock('asked');
    expect(await unlocking).toMatchObject({ ok: false });
    expect(desk.parts.live.read().lock.kind).toBe('locked');
    expect(desk.parts.vault.find(desk.row(id).profile).kind).toBe('unreadable');
  });
});

describe('a lock', () => {
  test('closes every connection and the camera', async ({ desk, server }) => {
    const id = await desk.add({ address: server.base }, operator.password);
    const url = 'app://bundle/index.html';
    const asked = { name: 'media', media: ['video'], isMainFrame: true, url };
    desk.camera.open();
    expect(desk.camera.allows(asked, url)).toBe(true);
    expect(await desk.parts.clients.known(id)).toBeDefined();
    await desk.parts.appLock.lock('asked');
    expect(desk.camera.allows(asked, url)).toBe(false);
    expect(await desk.parts.clients.known(id)).toBeUndefined();
  });
});
