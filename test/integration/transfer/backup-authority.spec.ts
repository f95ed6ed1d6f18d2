import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { transferHandlers } from '../../../main/transfer/ipc-handlers.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const passphrase = 'correct horse battery';

/** Makes a profile trust its server's certificate as a custom CA. */
async function trustAuthority(app: HeadlessApp, id: ProfileId, server: Emulator): Promise<void> {
  app.files.chosen = join(app.folder, 'authority.pem');
  await writeFile(app.files.chosen, server.certificate ?? '');
  const chosen = await app.parts.connectionSettings.choose();
  const fingerprint = chosen.ok ? chosen.value?.authorities[0]?.fingerprint : undefined;
  if (fingerprint === undefined) throw new Error('No authority was found');
  const choice = { trust: { mode: 'ca', fingerprint }, proxy: null } as const;
  expect(await app.parts.connectionSettings.change(id, choice)).toMatchObject({ ok: true });
}

/** Creates a backup, removes everything, and returns the function that restores it. */
async function backedUp(app: HeadlessApp) {
  const path = join(await freshFolder(), 'backup.json');
  app.files.chosen = path;
  await (await app.parts.transfer.desks()).exports.backUp(passphrase);
  for (const { profile } of app.parts.live.rows()) await app.parts.profileRemoval.remove(profile.id, false);
  return async () => {
    app.files.chosen = path;
    const { transfer } = app.parts;
    const calls = transferHandlers({ transfer });
    const chosen = await calls.chooseImport();
    if (!chosen.ok || chosen.value?.kind !== 'passphrase') throw new Error('not a backup');
    const opened = await calls.openBackup({ planId: chosen.value.planId, passphrase });
    if (!opened.ok) throw new Error(opened.problem.code);
    const { planId, entries } = opened.value;
    const all = { entry: 0, withPin: true, withSecrets: true };
    return { entries, counts: await calls.importChosen({ planId, chosen: [all] }) };
  };
}

describe('a token that was backed up under a custom CA', () => {
  test('is restored only where the same CA was chosen again', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const id = await app.add({ address: server.base, name: 'Lobby' });
    await trustAuthority(app, id, server);
    expect(await app.parts.logins.login(id, operator.password, null)).toMatchObject({ ok: true });
    const restore = await backedUp(app);

    expect(await restore()).toMatchObject({
      entries: [{ kind: 'new', secrets: 'none' }],
      counts: { value: { added: 1, sessions: 0 } },
    });
    const [row] = app.parts.live.rows();
    if (!row) throw new Error('Nothing came back');
    expect(row).toMatchObject({ profile: { tls: { mode: 'system' } }, session: { phase: 'logged-out' } });
    await trustAuthority(app, row.profile.id, server);
    expect(await restore()).toMatchObject({
      entries: [{ kind: 'changed', secrets: 'restores' }],
      counts: { value: { changed: 1, sessions: 1 } },
    });
    expect(await app.parts.checks.check(row.profile.id, true)).toMatchObject({ ok: true });
  });
});

describe('a token that was backed up without a custom CA', () => {
  test('is not restored to a profile that gets one meanwhile', async ({ app, server }) => {
    await app.add({ address: server.base, name: 'Lobby' }, operator.password);
    const restore = await backedUp(app);
    const profiles = app.parts.profileEditor;
    const bring = profiles.bring.bind(profiles);
    profiles.bring = async (id, brought) => {
      await profiles.connect(id, { tls: { mode: 'ca', fingerprint: 'ab'.repeat(32), trustedAt: 0 } });
      return bring(id, brought);
    };
    expect(await restore()).toMatchObject({
      entries: [{ kind: 'new', secrets: 'restores' }],
      counts: { value: { added: 1, sessions: 0 } },
    });
    expect(app.parts.live.rows()).toMatchObject([{ session: { phase: 'logged-out' } }]);
  });
});
