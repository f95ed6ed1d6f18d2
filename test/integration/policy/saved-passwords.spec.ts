import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { answersOf } from '../../support/answers.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { under } from '../../support/policy/found-policy.ts';
import { printOf } from '../../support/servers/small-authority.ts';
import { envelopeIn } from '../../support/vault/opened-vault.ts';

const login = { password: operator.password, faceToken: null };
const notKept = { problem: { code: 'password-not-kept', reason: 'turned-off' } };
const policy = { locked: { savePasswords: false } };
const passphrase = 'correct horse battery';

const kinds = async ({ folder }: HeadlessApp) => (await envelopeIn(folder)).records.map(({ kind }) => kind);

/** Adds a server and logs in with a saved password. */
async function withSavedPassword(app: HeadlessApp, server: Emulator): Promise<ProfileId> {
  const profileId = await app.add({ address: server.base, userName: operator.name });
  const calls = answersOf(app);
  await calls.check({ profileId });
  await calls.login({ profileId, ...login, keepPassword: false });
  expect(await calls.trustCertificate({ profileId, fingerprint: printOf(server.certificate ?? '') })).toEqual(
    { ok: true },
  );
  expect(await calls.login({ profileId, ...login, keepPassword: true })).toEqual({ ok: true });
  expect(await kinds(app)).toEqual(['token', 'password']);
  return profileId;
}

describe('all saved passwords', () => {
  test('are deleted in one step, also from the backup of the vault, and the sessions stay', async ({
    app,
    serve,
  }) => {
    const id = await withSavedPassword(app, await serve({ https: true }));
    const calls = answersOf(app);
    expect(await calls.forgetAllPasswords()).toEqual({ ok: true });
    await app.parts.vault.settle();
    expect(await kinds(app)).toEqual(['token']);
    expect((await envelopeIn(app.folder, 'vault.json.bak')).records.map(({ kind }) => kind)).toEqual([
      'token',
    ]);
    expect(app.row(id)).toMatchObject({
      passwordKept: false,
      session: { phase: 'active', secret: 'sealed' },
    });
    expect(await calls.loginAgain({ profileId: id })).toMatchObject({
      problem: { code: 'no-kept-password' },
    });
    const read = () =>
      calls.readJournal({ profileId: null, kind: 'store', text: '', before: null, limit: 100 });
    const noted = async () => {
      const journal = await read();
      return journal.ok ? journal.value.entries.filter(({ what }) => what === 'passwords-forgotten') : [];
    };
    expect(await noted()).toMatchObject([{ profileId: null, facts: { profiles: 1 } }]);
    await calls.forgetAllPasswords();
    expect(await noted(), 'without any, nothing is noted').toHaveLength(1);
  });
});

describe('a computer on which passwords may not be saved', () => {
  test('loses the saved ones, and keeps the sessions', async ({ app, serve }) => {
    const id = await withSavedPassword(app, await serve({ https: true }));
    const managed = await under(app, policy);
    await expect.poll(() => managed.row(id).passwordKept).toBe(false);
    await managed.parts.vault.settle();
    expect(await kinds(managed)).toEqual(['token']);
    expect(managed.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
  });

  test('loses them as soon as the vault is opened, if that takes a passphrase', async ({ app, serve }) => {
    const id = await withSavedPassword(app, await serve({ https: true }));
    await answersOf(app).setPassphrase({ passphrase, current: null });
    await answersOf(app).letKeyringOpen({ on: false, passphrase });
    const managed = await under(app, policy);
    expect(await kinds(managed)).toContain('password');
    expect(await answersOf(managed).unlock({ passphrase })).toEqual({ ok: true });
    await expect.poll(() => kinds(managed)).toEqual(['token']);
    expect(managed.row(id).passwordKept).toBe(false);
  });

  test('saves none, whether at a log-in or from a backup, and sends none in vain', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const id = await withSavedPassword(app, server);
    app.files.chosen = join(app.folder, 'backup.json');
    await answersOf(app).backUp({ passphrase });

    const managed = await under(app, policy);
    managed.files.chosen = join(app.folder, 'backup.json');
    const calls = answersOf(managed);
    const sent = server.count('POST /auth/login/');
    expect(await calls.login({ profileId: id, ...login, keepPassword: true })).toMatchObject(notKept);
    const draft = sampleDraft({ userName: operator.name });
    const byLogin = { draft, finding: null, like: id, ...login, keepPassword: true };
    expect(await calls.addByLogin(byLogin)).toMatchObject(notKept);
    expect(server.count('POST /auth/login/')).toBe(sent);

    await managed.parts.profileRemoval.remove(id, false);
    const chosen = await calls.chooseImport();
    if (!chosen.ok || chosen.value?.kind !== 'passphrase') throw new Error('Not a backup');
    const { planId } = chosen.value;
    await calls.openBackup({ planId, passphrase });
    const all = { entry: 0, withPin: true, withSecrets: true };
    expect(await calls.importChosen({ planId, chosen: [all] })).toMatchObject({
      value: { added: 1, sessions: 1 },
    });
    await managed.parts.vault.settle();
    expect(await kinds(managed)).toEqual(['token']);
  });

  test('also loses one that is being saved at the moment in which a person turns that off', async ({
    app,
    serve,
  }) => {
    const id = await withSavedPassword(app, await serve({ https: true }));
    const { vault, sessions } = app.parts;
    const saving = vault.keepPassword(app.row(id).profile, operator.password);
    await answersOf(app).changeSettings({ settings: { savePasswords: false } });
    await saving;
    sessions.setPasswordKept(id, true);
    await expect.poll(() => app.row(id).passwordKept).toBe(false);
    await vault.settle();
    expect(vault.holdsPassword(id)).toBe(false);
  });
});
