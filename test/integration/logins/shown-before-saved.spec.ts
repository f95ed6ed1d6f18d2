import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, vi } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { hasToken, stableSession } from '../../../contract/sessions/session.ts';
import { realDisk } from '../../../main/files/file-system.ts';
import { signal } from '../../../main/timing/deadline.ts';
import { operator } from '../../emulator/default-users.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

let letWriteNow: () => void = () => undefined;

// A test that fails must not leave the disk held: its app would never close.
afterEach(() => {
  vi.restoreAllMocks();
  letWriteNow();
});

/** From now on the vault is not written until `letWrite` is called; `given` says when a write has come to that point. */
function heldDisk() {
  const [letWrite, waits] = [signal(), signal()];
  letWriteNow = letWrite.give;
  const { rename } = realDisk;
  vi.spyOn(realDisk, 'rename').mockImplementation(async (from, to) => {
    if (String(to).endsWith('vault.json')) {
      waits.give();
      await letWrite.given;
    }
    return rename(from, to);
  });
  return { letWrite: letWrite.give, waits: waits.given };
}

const place = (app: HeadlessApp, id: ProfileId) => {
  const session = stableSession(app.row(id).session);
  return hasToken(session) ? session.secret : session.phase;
};
const savedFingerprint = async ({ folder }: HeadlessApp): Promise<string | null> =>
  JSON.parse(await readFile(join(folder, 'profiles.json'), 'utf8')).profiles[0]?.session?.fingerprint ?? null;
/** Waits until everything about the profiles is written that was to be. */
const listWritten = (app: HeadlessApp, id: ProfileId) => app.parts.profileEditor.markFavourite(id, true);
const logIn = (app: HeadlessApp, id: ProfileId) => app.parts.logins.login(id, operator.password, null);

/** A log-in whose session is shown while its token is being written. */
async function shownLogin(app: HeadlessApp, id: ProfileId) {
  const disk = heldDisk();
  const login = logIn(app, id);
  await disk.waits;
  expect(place(app, id)).toBe('saving');
  return { login, letWrite: disk.letWrite };
}

describe('a session whose token is being written', () => {
  test('can be used, and is known to the next start only once it is written', async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    const { login, letWrite } = await shownLogin(app, id);
    expect(app.row(id)).toMatchObject({ session: { phase: 'active' }, user: { name: operator.name } });
    expect(await app.parts.sessionCopy.copy(id, true)).toMatchObject({ ok: true });
    await listWritten(app, id);
    expect(await savedFingerprint(app)).toBeNull();
    letWrite();
    expect(await login).toMatchObject({ ok: true });
    expect(place(app, id)).toBe('sealed');
    const again = await app.restart();
    expect(place(again, id)).toBe('sealed');
    expect(await again.parts.sessionCopy.copy(id, true)).toMatchObject({ ok: true });
  });

  test('replaces what is saved of the previous session, and ends it, only then', async ({ app, serve }) => {
    const server = await serve({ switches: { sameUuid: 'add' } });
    const id = await app.add({ address: server.base }, operator.password);
    await listWritten(app, id);
    const previous = await savedFingerprint(app);
    expect(previous).not.toBeNull();
    const { login, letWrite } = await shownLogin(app, id);
    await listWritten(app, id);
    expect(await savedFingerprint(app), 'of the token that the file of the vault still holds').toBe(previous);
    expect(server.liveTokens).toBe(2);
    letWrite();
    await login;
    await expect.poll(() => server.liveTokens).toBe(1);
    await listWritten(app, id);
    expect(await savedFingerprint(app)).not.toBe(previous);
    const again = await app.restart();
    expect(await again.parts.checks.check(id)).toMatchObject({ ok: true });
  });

  test('is in memory until the app quits if the disk refuses, which a notice says', async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base });
    await mkdir(join(app.folder, 'vault.json', 'full'), { recursive: true });
    expect(await logIn(app, id)).toMatchObject({ ok: true });
    expect(place(app, id)).toBe('memory');
    expect(app.parts.live.read().notices).toMatchObject([{ code: 'file-not-saved', file: 'vault.json' }]);
    await listWritten(app, id);
    expect(await savedFingerprint(app)).toBeNull();
  });

  test('is said to be in memory while the disk hangs', async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    const { login, letWrite } = await shownLogin(app, id);
    await expect.poll(() => place(app, id), { timeout: 10_000 }).toBe('memory');
    letWrite();
    await login;
    expect(place(app, id)).toBe('sealed');
    expect(place(await app.restart(), id)).toBe('sealed');
  });

  test('stays after a cancellation, and is not begun twice', async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    const { login, letWrite } = await shownLogin(app, id);
    app.parts.logins.cancelLogin(id);
    expect(await logIn(app, id)).toMatchObject({ problem: { code: 'login-under-way' } });
    letWrite();
    expect(await login).toMatchObject({ ok: true });
    expect(place(app, id)).toBe('sealed');
    expect(server.liveTokens).toBe(1);
  });

  test('is ended by a log-out', async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    const { login, letWrite } = await shownLogin(app, id);
    const logout = app.parts.logins.logout(id);
    await expect.poll(() => server.liveTokens).toBe(0);
    letWrite();
    expect(await logout).toMatchObject({ ok: true });
    await login;
    expect(place(app, id)).toBe('logged-out');
    const again = await app.restart();
    expect(place(again, id)).toBe('logged-out');
    expect(again.parts.vault.find(again.row(id).profile).kind).toBe('none');
  });

  test('is ended on its server with the removal that says so', async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    const { profile } = app.row(id);
    const { login, letWrite } = await shownLogin(app, id);
    const removal = app.parts.profileRemoval.remove(id, true);
    await expect.poll(() => server.liveTokens).toBe(0);
    letWrite();
    expect(await removal).toMatchObject({ ok: true });
    await login;
    expect(app.parts.vault.find(profile).kind).toBe('none');
  });

  test('comes back with a removal that is undone', async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    const { login, letWrite } = await shownLogin(app, id);
    const removal = app.parts.profileRemoval.remove(id, false);
    await expect.poll(() => app.parts.live.row(id)).toBeUndefined();
    letWrite();
    await Promise.all([removal, login]);
    await app.parts.undoSteps.undo(app.parts.live.read().undoable?.id ?? 0);
    expect(place(app, id)).toBe('sealed');
    expect(await app.parts.checks.check(id)).toMatchObject({ ok: true });
    expect(app.row(id).session).toMatchObject({ lastCheck: { verdict: 'accepted' } });
  });

  test('is ended on the server that granted it when its profile moves to another', async ({ app, serve }) => {
    const [server, other] = [await serve(), await serve()];
    const id = await app.add({ address: server.base });
    const { login, letWrite } = await shownLogin(app, id);
    const edit = app.parts.profileEditor.edit(id, sampleDraft({ address: other.base, name: 'Moved' }));
    letWrite();
    await Promise.all([edit, login]);
    await expect.poll(() => server.liveTokens).toBe(0);
    expect(place(app, id)).toBe('logged-out');
    expect(other.count('POST /auth/logout/')).toBe(0);
  });

  test('is there after a lock, also at the next start', async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    const { login, letWrite } = await shownLogin(app, id);
    const lock = app.parts.appLock.lock('asked');
    letWrite();
    await Promise.all([lock, login]);
    await listWritten(app, id);
    expect(await savedFingerprint(app)).not.toBeNull();
    expect(await app.parts.appLock.unlock(null)).toMatchObject({ ok: true });
    expect(place(app, id)).toBe('sealed');
    expect(place(await app.restart(), id)).toBe('sealed');
  });

  test('is written before the app has quit', async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    const { login, letWrite } = await shownLogin(app, id);
    const restarted = app.restart();
    letWrite();
    const again = await restarted;
    await login;
    expect(place(again, id)).toBe('sealed');
    expect(await again.parts.checks.check(id)).toMatchObject({ ok: true });
  });
});
