import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { vaultHandlers } from '../../../main/lock/ipc-handlers.ts';
import { operator } from '../../emulator/default-users.ts';
import { type Desk, test } from '../../support/desk.ts';

const passphrase = 'seven calm cranes';

async function isKnownAfterAStart(desk: Desk, id: ProfileId): Promise<Desk> {
  expect(desk.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
  const again = await desk.restart();
  expect(again.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
  expect((await again.parts.headerCopy.copy(id, true)).ok).toBe(true);
  return again;
}

describe('a session whose token was in memory first', () => {
  test('is there after a restart once a passphrase sealed it', async ({ desk: first, server }) => {
    first.cipher.ready = false;
    const desk = await first.restart();
    const id = await desk.add({ address: server.base }, operator.password);
    const { parts } = desk;
    const changeSettings = async () => undefined;
    const store = vaultHandlers({ ...parts, changeSettings });
    expect(desk.row(id).session).toMatchObject({ secret: 'memory' });
    expect(await store.setPassphrase({ passphrase, current: null })).toMatchObject({ ok: true });
    expect(desk.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
    const again = await desk.restart({ lockOnQuit: true });
    expect(await again.parts.appLock.unlock(passphrase)).toMatchObject({ ok: true });
    expect(again.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
  });

  test('is there after a restart once the keyring was available', async ({ desk: first, server }) => {
    await first.add({ address: server.base, name: 'before' }, operator.password);
    first.cipher.mood = 'locked';
    const desk = await first.restart();
    const id = await desk.add({ address: server.base, name: 'meanwhile' }, operator.password);
    expect(desk.row(id).session).toMatchObject({ secret: 'memory' });
    desk.cipher.mood = 'answers';
    await desk.parts.openVault();
    await isKnownAfterAStart(desk, id);
  });

  test('is there after a restart once it was written with something else', async ({ desk, server }) => {
    const inTheWay = join(desk.folder, 'vault.json');
    const id = await desk.add({ address: server.base, name: 'first' });
    await mkdir(join(inTheWay, 'full'), { recursive: true });
    await desk.parts.logins.login(id, operator.password, null);
    expect(desk.row(id).session).toMatchObject({ secret: 'memory' });
    await rm(inTheWay, { recursive: true });
    await desk.add({ address: server.base, name: 'second' }, operator.password);
    await isKnownAfterAStart(desk, id);
  });

  test('is there after a restart also if it was sealed during another log-in', async ({
    desk: first,
    server,
  }) => {
    first.cipher.mood = 'locked';
    await first.add({ address: server.base, name: 'before' });
    const desk = await first.restart();
    const id = await desk.add({ address: server.base, name: 'meanwhile' }, operator.password);
    server.switches.only('/auth/login/', { delayMs: 60_000 });
    const login = desk.parts.logins.login(id, operator.password, null);
    await expect.poll(() => desk.row(id).session.phase).toBe('logging-in');
    desk.cipher.mood = 'answers';
    await desk.parts.openVault();
    desk.parts.logins.cancelLogin(id);
    await login;
    server.switches.reset();
    await isKnownAfterAStart(desk, id);
  });

  test('is not there after a restart once its token is gone', async ({ desk: first, server }) => {
    first.cipher.ready = false;
    const desk = await first.restart();
    const id = await desk.add({ address: server.base }, operator.password);
    await desk.parts.appLock.lock('asked');
    await desk.parts.appLock.unlock(null);
    expect(desk.row(id).session).toMatchObject({ secret: 'unreadable' });
    expect((await desk.restart()).row(id).session).toEqual({ phase: 'logged-out' });
  });
});
