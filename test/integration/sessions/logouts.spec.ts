import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { rowStatus } from '../../../contract/sessions/session.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

/** A log-out that the server has received and does not answer. */
async function unanswered(app: HeadlessApp, server: Emulator) {
  const id = await app.add({ address: server.base }, operator.password);
  server.switches.only('/auth/logout/', { hang: true });
  const logout = app.parts.logins.logout(id);
  await expect.poll(() => server.count('POST /auth/logout/')).toBe(1);
  return { id, logout };
}

const unconfirmed = { ok: false, problem: { code: 'logout-unconfirmed', pending: true } };
const standing = (app: HeadlessApp, id: Parameters<HeadlessApp['row']>[0]) =>
  rowStatus(app.row(id), Date.now(), 0);

async function endsOnceTheServerAnswers(
  app: HeadlessApp,
  server: Emulator,
  id: Parameters<HeadlessApp['row']>[0],
) {
  expect(standing(app, id)).toBe('log-out-pending');
  expect(app.parts.vault.find(app.row(id).profile).kind).toBe('none');
  server.switches.reset();
  await app.parts.pendingLogouts.tryAll(id);
  expect([standing(app, id), server.liveTokens]).toEqual(['logged-out', 0]);
}

describe('a running log-out', { tags: ['row-33'] }, () => {
  test('is pending after a lock, which waits for no server', async ({ app, server }) => {
    const { id, logout } = await unanswered(app, server);
    await app.parts.appLock.lock('asked');
    expect(await logout).toMatchObject(unconfirmed);
    expect(app.parts.vault.find(app.row(id).profile).kind).toBe('unreadable');
    await app.parts.appLock.unlock(null);
    await endsOnceTheServerAnswers(app, server, id);
  });

  test('does not delay the lock if it cannot be sealed', async ({ app, server }) => {
    const { id } = await unanswered(app, server);
    app.parts.vault.keepForLogout = () => new Promise(() => undefined);
    await app.parts.appLock.lock('asked');
    expect(app.parts.vault.find(app.row(id).profile).kind).toBe('unreadable');
  });

  test('is pending in all files after the app quits', async ({ app, server }) => {
    const { id, logout } = await unanswered(app, server);
    await app.parts.beforeClose();
    await app.parts.close();
    expect(await logout).toMatchObject(unconfirmed);
    const read = async (name: string) => JSON.parse(await readFile(join(app.folder, name), 'utf8'));
    const [profile] = (await read('profiles.json')).profiles;
    expect([profile.session, profile.endings.length]).toEqual([null, 1]);
    const kinds = (await read('vault.json')).records.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual([expect.stringContaining(profile.endings[0].id)]);
    await endsOnceTheServerAnswers(await app.restart(), server, id);
  });
});
