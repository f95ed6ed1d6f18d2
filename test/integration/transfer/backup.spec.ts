import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import type { ImportPlan } from '../../../contract/transfer.ts';
import { transferHandlers } from '../../../main/transfer/ipc-handlers.ts';
import { vaultSecrets } from '../../../main/transfer/vault-secrets.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { filesHolding, holds } from '../../support/canary.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { measured } from '../../support/measured.ts';

const passphrase = 'correct horse battery';

function callsOf(app: HeadlessApp, path: string) {
  app.files.chosen = path;
  const { transfer } = app.parts;
  return transferHandlers({ transfer });
}

/** Logs in with a saved password and creates a backup; returns its path and the token. */
async function backUp(app: HeadlessApp, id: ProfileId) {
  const path = join(await freshFolder(), 'backup.json');
  await app.parts.sessionCopy.copy(id, false);
  const token = app.board.text.replace('Authorization: Token ', '');
  const written = await callsOf(app, path).backUp({ passphrase });
  expect(written).toMatchObject({ ok: true, value: { file: 'backup.json', unreadable: 0 } });
  return { path, token };
}

async function loggedIn(app: HeadlessApp, server: Emulator): Promise<ProfileId> {
  const id = await app.add({ address: server.base, name: 'Lobby', notes: 'Rack 3\nask Ann' });
  const keepPassword = server.base.startsWith('https:');
  const first = await app.parts.logins.login(id, operator.password, null, keepPassword);
  if (first.ok) return id;
  if (first.problem.code !== 'certificate-untrusted') throw new Error(first.problem.code);
  await app.parts.profileEditor.trust(id, first.problem.certificate.fingerprint);
  const second = await app.parts.logins.login(id, operator.password, null, keepPassword);
  if (!second.ok) throw new Error(second.problem.code);
  return id;
}

async function open(app: HeadlessApp, path: string): Promise<ImportPlan> {
  const calls = callsOf(app, path);
  const chosen = await calls.chooseImport();
  if (!chosen.ok || chosen.value?.kind !== 'passphrase') throw new Error('not a backup');
  const opened = await calls.openBackup({ planId: chosen.value.planId, passphrase });
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

const all = { entry: 0, withPin: true, withSecrets: true };

describe('a backup of everything', { timeout: 90_000 }, () => {
  test('restores sessions, passwords and trust on an empty computer, without showing them', async ({
    app,
    serve,
  }) => {
    const server = await serve({ https: true });
    const id = await loggedIn(app, server);
    await app.parts.manyChanges.change([id], { hidden: true });
    const before = app.row(id);
    const { path, token } = await backUp(app, id);
    const content = await readFile(path);
    for (const secret of [token, operator.password, before.profile.deviceId, server.origin])
      expect(holds(content, secret)).toBe(false);

    await app.parts.profileRemoval.remove(id, false);
    const plan = await open(app, path);
    expect(plan.entries).toMatchObject([{ kind: 'new', name: 'Lobby', secrets: 'restores' }]);
    for (const secret of [token, operator.password]) expect(holds(JSON.stringify(plan), secret)).toBe(false);
    const counts = await callsOf(app, path).importChosen({ planId: plan.planId, chosen: [all] });
    expect(counts).toEqual({ ok: true, value: { added: 1, changed: 0, sessions: 1, failed: 0, left: 0 } });

    const [row] = app.parts.live.rows();
    if (!row) throw new Error('nothing came back');
    const { tls, deviceId } = before.profile;
    expect(row).toMatchObject({
      profile: { deviceId, notes: 'Rack 3\nask Ann', hidden: true },
      session: { phase: 'active' },
      passwordKept: true,
    });
    expect(row.profile.tls).toMatchObject({
      mode: 'pin',
      ...('fingerprint' in tls ? { fingerprint: tls.fingerprint } : {}),
    });
    await app.parts.sessionCopy.copy(row.profile.id, false);
    expect(app.board.text).toBe(`Authorization: Token ${token}`);
    await app.parts.checks.check(row.profile.id);
    expect(app.row(row.profile.id).session).toMatchObject({ lastCheck: { verdict: 'accepted' } });

    const again = await app.restart();
    expect(again.row(row.profile.id)).toMatchObject({ session: { secret: 'sealed' }, passwordKept: true });
    const hits = await Promise.all([token, operator.password].map((one) => filesHolding(app.folder, one)));
    measured('canary hits', hits.flat().length);
    expect(hits.flat()).toEqual([]);
  });

  test('restores no secret unless selected, and only under the trust it was sealed for', async ({
    app,
    serve,
  }) => {
    const server = await serve({ https: true });
    const id = await loggedIn(app, server);
    const { path } = await backUp(app, id);
    await app.parts.profileRemoval.remove(id, false);
    for (const monotonicNow of [
      { ...all, withSecrets: false },
      { ...all, withPin: false },
    ]) {
      const plan = await open(app, path);
      const counts = await callsOf(app, path).importChosen({ planId: plan.planId, chosen: [monotonicNow] });
      expect(counts).toMatchObject({ value: { added: 1, sessions: 0 } });
      const [row] = app.parts.live.rows();
      expect(row).toMatchObject({ session: { phase: 'logged-out' }, passwordKept: false });
      if (row) await app.parts.profileRemoval.remove(row.profile.id, false);
    }
  });

  test('replaces a live session only if selected, and then ends the current one', async ({ app, server }) => {
    const id = await loggedIn(app, server);
    const { path, token } = await backUp(app, id);
    await app.parts.profileRemoval.remove(id, false);
    const fresh = await app.add({ address: server.base, name: 'Lobby' }, operator.password);
    const live = app.row(fresh).session;

    const plan = await open(app, path);
    expect(plan.entries).toMatchObject([
      { kind: 'changed', changes: [{ field: 'notes' }], secrets: 'replaces' },
    ]);
    const without = { ...all, withSecrets: false };
    await callsOf(app, path).importChosen({ planId: plan.planId, chosen: [without] });
    expect(app.row(fresh).session).toEqual(live);

    const again = await open(app, path);
    await callsOf(app, path).importChosen({ planId: again.planId, chosen: [all] });
    await app.parts.sessionCopy.copy(fresh, false);
    expect(app.board.text).toBe(`Authorization: Token ${token}`);
    await expect.poll(() => server.liveTokens).toBe(1);
  });

  test('with a wrong passphrase changes nothing, and delays further attempts increasingly', async ({
    app,
    server,
  }) => {
    const id = await loggedIn(app, server);
    const { path } = await backUp(app, id);
    const files = ['profiles.json', 'vault.json'].map((name) => join(app.folder, name));
    const before = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    const calls = callsOf(app, path);
    const chosen = await calls.chooseImport();
    if (!chosen.ok || chosen.value?.kind !== 'passphrase') throw new Error('not a backup');
    const { planId } = chosen.value;
    const tries: unknown[] = [];
    for (let at = 0; at < 4; at += 1) {
      const opened = await calls.openBackup({ planId, passphrase: `wrong horse ${at}` });
      tries.push(opened.ok ? 'open' : opened.problem.code);
    }
    expect(tries).toEqual(['passphrase-wrong', 'passphrase-wrong', 'passphrase-wrong', 'passphrase-later']);
    expect(await calls.importChosen({ planId, chosen: [all] })).toMatchObject({
      problem: { code: 'import-gone' },
    });
    expect(await Promise.all(files.map((file) => readFile(file, 'utf8')))).toEqual(before);
    await calls.dropImport();
    expect(await calls.openBackup({ planId, passphrase })).toMatchObject({
      problem: { code: 'import-gone' },
    });
  });

  test('needs a good passphrase, and does not open if modified', {
    tags: ['row-110'],
  }, async ({ app, server }) => {
    const id = await loggedIn(app, server);
    const { path } = await backUp(app, id);
    expect(await callsOf(app, path).backUp({ passphrase: 'short' })).toMatchObject({
      problem: { code: 'passphrase-too-short' },
    });
    const sealed = JSON.parse(await readFile(path, 'utf8')) as { tag: string };
    await copyFile(path, `${path}.good`);
    await writeFile(path, JSON.stringify({ ...sealed, tag: Buffer.alloc(16).toString('base64') }));
    await expect(open(app, path)).rejects.toThrow('import-broken');
    await writeFile(
      path,
      JSON.stringify({ ...sealed, kdf: { name: 'scrypt', N: 2 ** 30, r: 8, p: 1, salt: 'AAAA' } }),
    );
    expect(await callsOf(app, path).chooseImport()).toMatchObject({ problem: { code: 'import-broken' } });
  });

  test('while the window is locked restores no secret, and does not claim to', async ({ app, server }) => {
    const { profile } = app.row(await app.add({ address: server.base }));
    await app.parts.appLock.lock('asked');
    const item = { profile, token: 'a'.repeat(64), password: 'secret', clientKey: null };
    const kept = await vaultSecrets(app.parts.vault).keepAll([item]);
    expect(kept.get(profile.id)).toEqual({ secret: null, passwordKept: false });
  });

  test('that was chosen is dropped when the window locks', async ({ app, server }) => {
    const id = await loggedIn(app, server);
    const { path } = await backUp(app, id);
    const plan = await open(app, path);
    await app.parts.appLock.lock('asked');
    await app.parts.appLock.unlock(null);
    expect(await callsOf(app, path).importChosen({ planId: plan.planId, chosen: [all] })).toMatchObject({
      problem: { code: 'import-gone' },
    });
  });
});
