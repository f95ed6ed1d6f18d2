import { describe, expect, vi } from 'vitest';
import { noAutoLogout } from '../../../contract/profiles/auto-logout.ts';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/headless-app.ts';

const forEver = () => new Promise<never>(() => undefined);

describe('the data key', () => {
  test('is wiped before anything slow, and a clipboard that never answers delays nothing', {
    tags: ['row-157'],
  }, async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    await app.parts.sessionCopy.copy(id, false);
    app.parts.clipboard.clear = forEver;
    app.parts.clients.closeAll = forEver;
    const locking = app.parts.appLock.lock('asked');
    expect(app.parts.vault.find(app.row(id).profile).kind, 'already').toBe('unreadable');
    expect(app.parts.live.read().lock.kind).toBe('locked');
    expect(await app.parts.appLock.unlock(null)).toMatchObject({ ok: true });
    expect(app.row(id).session).toMatchObject({ secret: 'sealed' });
    expect(await locking).toMatchObject({ ok: true });
    expect(app.parts.vault.find(app.row(id).profile).kind).toBe('token');
  });

  test('does not wait for servers on log-out', async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    await app.parts.autoLogout.set(id, { ...noAutoLogout, onLock: true });
    await app.parts.logins.login(id, operator.password, null);
    server.switches.only('/auth/logout/', { delayMs: 300 });
    const locking = app.parts.appLock.lock('asked');
    expect(app.parts.vault.find(app.row(id).profile).kind).not.toBe('token');
    expect(app.row(id).session.phase).toBe('logged-out');
    await locking;
    expect(server.liveTokens, 'the server was told with the token in hand').toBe(0);
    await app.parts.appLock.unlock(null);
    await expect.poll(() => app.row(id).endings).toEqual([]);
    const again = await app.restart();
    expect(again.parts.vault.pendingLogoutIds(id), 'nothing of it is left in the file').toEqual([]);
  });

  test('is wiped on quit, whatever the clipboard does', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    app.parts.clipboard.clear = forEver;
    app.parts.clients.closeAll = forEver;
    const closing = app.parts.close();
    await expect.poll(() => app.parts.vault.find(app.row(id).profile).kind).toBe('unreadable');
    await closing;
    const again = await app.restart();
    expect(again.row(id).session).toMatchObject({ secret: 'sealed' });
  });

  test('is not loaded again by an unlock during which the computer is suspended', async ({
    app: first,
    server,
  }) => {
    const app = await first.restart({ lockOnSleep: true });
    const { appLock, live, vault } = app.parts;
    await vault.access.setPassphrase('seven calm cranes', null);
    const id = await app.add({ address: server.base }, operator.password);
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

  test('is not loaded again by an unlock that a lock overtakes', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    await app.parts.vault.access.lock();
    const unlocking = app.parts.appLock.unlock(null);
    await Promise.resolve();
    await app.parts.appLock.lock('asked');
    expect(await unlocking).toMatchObject({ ok: false });
    expect(app.parts.live.read().lock.kind).toBe('locked');
    expect(app.parts.vault.find(app.row(id).profile).kind).toBe('unreadable');
  });
});

describe('a lock', () => {
  test('is done only once the vault is closed, so that no token stays in memory during a sleep', async ({
    app,
  }) => {
    const { access } = app.parts.vault;
    const close = access.lock.bind(access);
    let isClosed = false;
    access.lock = async () => {
      await close();
      await new Promise((resolve) => setTimeout(resolve, 50));
      isClosed = true;
    };
    await app.parts.appLock.lock('sleep');
    expect(isClosed).toBe(true);
  });

  for (const opening of ['unlock', 'replace'] as const)
    test(`has dropped what was in memory before the vault is opened again (${opening})`, async ({ app }) => {
      const { appLock, vault } = app.parts;
      const { access } = vault;
      const close = access.lock.bind(access);
      const opened = vi.spyOn(access, opening);
      let openedBefore = 0;
      access.lock = async () => {
        await close();
        await new Promise((resolve) => setTimeout(resolve, 50));
        openedBefore = opened.mock.calls.length;
      };
      const locking = appLock.lock('asked');
      await (opening === 'unlock' ? appLock.unlock(null) : appLock.replaceVault());
      await locking;
      expect([openedBefore, opened.mock.calls.length]).toEqual([0, 1]);
    });

  test('closes every connection and the camera', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    const url = 'app://bundle/index.html';
    const asked = { name: 'media', media: ['video'], isMainFrame: true, url };
    const isAllowed = () => app.camera.allows(asked, (asking) => asking === url);
    app.camera.open();
    expect(isAllowed()).toBe(true);
    expect(await app.parts.clients.known(id)).toBeDefined();
    await app.parts.appLock.lock('asked');
    expect(isAllowed()).toBe(false);
    expect(await app.parts.clients.known(id)).toBeUndefined();
  });
});
