import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { vaultHandlers } from '../../../main/lock/ipc-handlers.ts';
import { operator } from '../../emulator/default-users.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const passphrase = 'seven calm cranes';

async function isKnownAfterAStart(app: HeadlessApp, id: ProfileId): Promise<HeadlessApp> {
  expect(app.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
  const again = await app.restart();
  expect(again.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
  expect((await again.parts.sessionCopy.copy(id, true)).ok).toBe(true);
  return again;
}

describe('a session whose token was in memory first', () => {
  test('is there after a restart once a passphrase sealed it', async ({ app: first, server }) => {
    first.cipher.ready = false;
    const app = await first.restart();
    const id = await app.add({ address: server.base }, operator.password);
    const { parts } = app;
    const changeSettings = async () => undefined;
    const store = vaultHandlers({ ...parts, changeSettings });
    expect(app.row(id).session).toMatchObject({ secret: 'memory' });
    expect(await store.setPassphrase({ passphrase, current: null })).toMatchObject({ ok: true });
    expect(app.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
    const again = await app.restart({ lockOnQuit: true });
    expect(await again.parts.appLock.unlock(passphrase)).toMatchObject({ ok: true });
    expect(again.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
  });

  test('is there after a restart once the keyring was available', async ({ app: first, server }) => {
    await first.add({ address: server.base, name: 'before' }, operator.password);
    first.cipher.mood = 'locked';
    const app = await first.restart();
    const id = await app.add({ address: server.base, name: 'meanwhile' }, operator.password);
    expect(app.row(id).session).toMatchObject({ secret: 'memory' });
    app.cipher.mood = 'answers';
    await app.parts.openVault();
    await isKnownAfterAStart(app, id);
  });

  test('is there after a restart once it was written with something else', async ({ app, server }) => {
    const inTheWay = join(app.folder, 'vault.json');
    const id = await app.add({ address: server.base, name: 'first' });
    await mkdir(join(inTheWay, 'full'), { recursive: true });
    await app.parts.logins.login(id, operator.password, null);
    expect(app.row(id).session).toMatchObject({ secret: 'memory' });
    await rm(inTheWay, { recursive: true });
    await app.add({ address: server.base, name: 'second' }, operator.password);
    await isKnownAfterAStart(app, id);
  });

  test('is there after a restart also if it was sealed during another log-in', async ({
    app: first,
    server,
  }) => {
    first.cipher.mood = 'locked';
    await first.add({ address: server.base, name: 'before' });
    const app = await first.restart();
    const id = await app.add({ address: server.base, name: 'meanwhile' }, operator.password);
    server.switches.only('/auth/login/', { delayMs: 60_000 });
    const login = app.parts.logins.login(id, operator.password, null);
    await expect.poll(() => app.row(id).session.phase).toBe('logging-in');
    app.cipher.mood = 'answers';
    await app.parts.openVault();
    app.parts.logins.cancelLogin(id);
    await login;
    server.switches.reset();
    await isKnownAfterAStart(app, id);
  });

  test('is not there after a restart once its token is gone', async ({ app: first, server }) => {
    first.cipher.ready = false;
    const app = await first.restart();
    const id = await app.add({ address: server.base }, operator.password);
    await app.parts.appLock.lock('asked');
    await app.parts.appLock.unlock(null);
    expect(app.row(id).session).toMatchObject({ secret: 'unreadable' });
    expect((await app.restart()).row(id).session).toEqual({ phase: 'logged-out' });
  });
});
