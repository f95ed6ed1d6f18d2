import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { rowStatus } from '../../../contract/sessions/session.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { type Desk, test } from '../../support/desk.ts';

/** A log-out that the server has received and does not answer. */
async function unanswered(desk: Desk, server: Emulator) {
  const id = await desk.add({ address: server.base }, operator.password);
  server.switches.only('/auth/logout/', { hang: true });
  const logout = desk.parts.logins.logout(id);
  await expect.poll(() => server.count('POST /auth/logout/')).toBe(1);
  return { id, logout };
}

const unconfirmed = { ok: false, problem: { code: 'logout-unconfirmed', pending: true } };
const standing = (desk: Desk, id: Parameters<Desk['row']>[0]) => rowStatus(desk.row(id), Date.now(), 0);

async function endsOnceTheServerAnswers(desk: Desk, server: Emulator, id: Parameters<Desk['row']>[0]) {
  expect(standing(desk, id)).toBe('log-out-pending');
  expect(desk.parts.vault.find(desk.row(id).profile).kind).toBe('none');
  server.switches.reset();
  await desk.parts.pendingLogouts.tryAll(id);
  expect([standing(desk, id), server.liveTokens]).toEqual(['logged-out', 0]);
}

describe('a running log-out', { tags: ['row-33'] }, () => {
  test('is pending after a lock, which waits for no server', async ({ desk, server }) => {
    const { id, logout } = await unanswered(desk, server);
    await desk.parts.appLock.lock('asked');
    expect(await logout).toMatchObject(unconfirmed);
    expect(desk.parts.vault.find(desk.row(id).profile).kind).toBe('unreadable');
    await desk.parts.appLock.unlock(null);
    await endsOnceTheServerAnswers(desk, server, id);
  });

  test('does not delay the lock if it cannot be sealed', async ({ desk, server }) => {
    const { id } = await unanswered(desk, server);
    desk.parts.vault.keepForLogout = () => new Promise(() => undefined);
    await desk.parts.appLock.lock('asked');
    expect(desk.parts.vault.find(desk.row(id).profile).kind).toBe('unreadable');
  });

  test('is pending in all files after the app quits', async ({ desk, server }) => {
    const { id, logout } = await unanswered(desk, server);
    await desk.parts.beforeClose();
    await desk.parts.close();
    expect(await logout).toMatchObject(unconfirmed);
    const read = async (name: string) => JSON.parse(await readFile(join(desk.folder, name), 'utf8'));
    const [profile] = (await read('profiles.json')).profiles;
    expect([profile.session, profile.endings.length]).toEqual([null, 1]);
    const kinds = (await read('vault.json')).records.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual([expect.stringContaining(profile.endings[0].id)]);
    await endsOnceTheServerAnswers(await desk.restart(), server, id);
  });
});
