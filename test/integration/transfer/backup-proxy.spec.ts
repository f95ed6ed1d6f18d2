import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { backupContent, readBackupContent } from '../../../main/transfer/formats/backup.ts';
import { changesProxy, planImport } from '../../../main/transfer/import-plan.ts';
import { transferHandlers } from '../../../main/transfer/ipc-handlers.ts';
import { operator } from '../../emulator/default-users.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { startHttpProxy } from '../../support/servers/tunnel-proxy.ts';

const passphrase = 'correct horse battery';

/** Restores everything from a backup. */
async function restore(app: HeadlessApp) {
  const { transfer } = app.parts;
  const calls = transferHandlers({ transfer });
  const chosen = await calls.chooseImport();
  if (!chosen.ok || chosen.value?.kind !== 'passphrase') throw new Error('not a backup');
  const opened = await calls.openBackup({ planId: chosen.value.planId, passphrase });
  if (!opened.ok) throw new Error(opened.problem.code);
  const { planId, entries } = opened.value;
  const all = { entry: 0, withPin: true, withSecrets: true };
  const counts = await calls.importChosen({ planId, chosen: [all] });
  return { entries, counts };
}

describe('a token that was backed up through a proxy over plain HTTP', () => {
  test('is restored with that proxy, and used with no other', async ({ app, server }) => {
    const proxy = await startHttpProxy();
    const fixed = { mode: 'fixed', url: `http://${proxy.place}` } as const;
    const id = await app.add({ address: server.base, name: 'Lobby' });
    await app.parts.profileEditor.connect(id, { proxy: fixed });
    await app.parts.logins.login(id, operator.password, null);
    app.files.chosen = join(await freshFolder(), 'backup.json');
    await (await app.parts.transfer.desks()).exports.backUp(passphrase);

    await app.parts.profileRemoval.remove(id, false);
    expect(await restore(app)).toMatchObject({
      entries: [{ kind: 'new', secrets: 'restores' }],
      counts: { value: { added: 1, sessions: 1 } },
    });
    const [row] = app.parts.live.rows();
    if (!row) throw new Error('Nothing came back');
    expect(row).toMatchObject({ profile: { proxy: fixed }, session: { phase: 'active' } });
    const asked = proxy.asked.length;
    expect(await app.parts.checks.check(row.profile.id, true)).toMatchObject({ ok: true });
    expect(proxy.asked.length).toBeGreaterThan(asked);

    await app.parts.profileRemoval.remove(row.profile.id, false);
    const other = await app.add({ address: server.base, name: 'Lobby' });
    expect(app.row(other).profile.proxy).toEqual({ mode: 'system' });
    server.forgetRequests();
    expect(await restore(app)).toMatchObject({ entries: [{ kind: 'same' }] });
    expect(app.row(other).session).toEqual({ phase: 'logged-out' });
    expect(server.requests).toEqual([]);
    await proxy.close();
  });

  test('is not restored from a backup without the proxy; over HTTPS it is', () => {
    for (const [origin, secrets] of [
      ['http://10.0.4.7', 'none'],
      ['https://10.0.4.7', 'restores'],
    ] as const) {
      const profile = sampleProfile({ address: { origin, basePath: '' } });
      const content = JSON.parse(
        backupContent([{ profile, session: null, token: 'a'.repeat(64), password: null, clientKey: null }]),
      ) as { profiles: { proxy?: unknown }[] };
      for (const entry of content.profiles) delete entry.proxy;
      const items = readBackupContent(content) ?? [];
      expect(planImport(items, [])).toMatchObject([{ shown: { kind: 'new', secrets } }]);
    }
  });

  test('is not restored if the proxy changes meanwhile', async ({ app, server }) => {
    await app.add({ address: server.base, name: 'Lobby' }, operator.password);
    app.files.chosen = join(await freshFolder(), 'backup.json');
    await (await app.parts.transfer.desks()).exports.backUp(passphrase);
    for (const { profile } of app.parts.live.rows()) await app.parts.profileRemoval.remove(profile.id, false);
    const profiles = app.parts.profileEditor;
    const bring = profiles.bring.bind(profiles);
    profiles.bring = async (id, brought) => {
      await profiles.connect(id, { proxy: { mode: 'fixed', url: 'http://10.9.9.9:1' } });
      return bring(id, brought);
    };
    expect(await restore(app)).toMatchObject({ counts: { value: { added: 1, sessions: 0 } } });
    expect(app.parts.live.rows()).toMatchObject([{ session: { phase: 'logged-out' } }]);
  });

  test('is not restored to a profile whose proxy changed meanwhile', () => {
    const proxy = { mode: 'fixed', url: 'http://10.0.0.1:3128' } as const;
    const profile = sampleProfile({ proxy });
    const content = backupContent([
      { profile, session: null, token: 'a'.repeat(64), password: null, clientKey: null },
    ]);
    const [incoming] = readBackupContent(JSON.parse(content)) ?? [];
    if (!incoming) throw new Error('Nothing was read');
    expect(changesProxy(incoming, profile)).toBe(true);
    for (const other of [
      { mode: 'system' },
      { mode: 'direct' },
      { ...proxy, url: 'http://10.0.0.2:1' },
    ] as const)
      expect(changesProxy(incoming, { ...profile, proxy: other })).toBe(false);
  });
});
