import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ChosenEntry } from '../../../contract/transfer.ts';
import { transferHandlers } from '../../../main/transfer/ipc-handlers.ts';
import { operator } from '../../emulator/default-users.ts';
import { holds } from '../../support/canary.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { measured } from '../../support/measured.ts';

const passphrase = 'correct horse battery';

/** The calls of the page, and the file that dialogs return. */
function callsOf(app: HeadlessApp, file = 'list.json') {
  app.files.chosen = join(app.folder, file);
  const { transfer } = app.parts;
  return transferHandlers({ transfer });
}

async function planOf(app: HeadlessApp, file?: string) {
  const calls = callsOf(app, file);
  const chosen = await calls.chooseImport();
  if (!chosen.ok || chosen.value?.kind !== 'plan') throw new Error('no plan');
  return { calls, plan: chosen.value.plan };
}

const tick = (entry: number, more: Partial<ChosenEntry> = {}): ChosenEntry => ({
  ...{ entry, withPin: false, withSecrets: false },
  ...more,
});
const draftOf = (name: string, address: string) => ({ name, address, userName: operator.name });

describe('an export', () => {
  test('contains no token, no password and no device ID in any encoding', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const id = await app.add(draftOf('Lobby', server.base));
    const first = await app.parts.logins.login(id, operator.password, null);
    if (first.ok || first.problem.code !== 'certificate-untrusted') throw new Error('trusted without asking');
    await app.parts.profileEditor.trust(id, first.problem.certificate.fingerprint);
    await app.parts.logins.login(id, operator.password, null, true);
    await app.parts.sessionCopy.copy(id, false);
    const token = app.board.text.replace('Authorization: Token ', '');
    expect(token).toMatch(/^[0-9a-f]{64}$/);

    for (const withPins of [false, true]) {
      const calls = callsOf(app);
      const written = await calls.exportProfiles({ profileIds: [id], withPins });
      expect(written).toMatchObject({ ok: true, value: { file: 'list.json', profiles: 1 } });
      const path = join(app.folder, 'list.json');
      const content = await readFile(path);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      const { deviceId } = app.row(id).profile;
      const { fingerprint } = first.problem.certificate;
      const hits = [token, operator.password, deviceId].filter((secret) => holds(content, secret));
      measured('canary hits', hits.length);
      expect(hits).toEqual([]);
      expect(holds(content, fingerprint)).toBe(withPins);
      expect(content.toString()).not.toMatch(/session|token|used|expires|trustedAt/i);
    }
  });

  test('is suggested to be a file of the type that packages register, a backup is not', async ({ app }) => {
    const calls = callsOf(app);
    await calls.exportProfiles({ profileIds: [], withPins: false });
    expect(app.files.suggested).toMatch(/^findface-servers-\d{4}-\d\d-\d\d\.ffsm$/);
    await calls.backUp({ passphrase });
    expect(app.files.suggested).toMatch(/^findface-backup-\d{4}-\d\d-\d\d\.json$/);
  });

  test('without a chosen file writes nothing', async ({ app }) => {
    const calls = callsOf(app);
    app.files.chosen = null;
    expect(await calls.exportProfiles({ profileIds: [], withPins: false })).toEqual({
      ok: true,
      value: null,
    });
    expect(await calls.backUp({ passphrase })).toEqual({ ok: true, value: null });
    expect(await calls.chooseImport()).toEqual({ ok: true, value: null });
  });
});

describe('an import', () => {
  const list = 'address,user,name,tags\n10.0.4.7,ivanov,Lobby,north\n10.0.4.8,ivanov,Hall,\n,,Nothing,\n';

  test('changes nothing before the confirmation, and then only selected entries', async ({ app }) => {
    await writeFile(join(app.folder, 'list.csv'), list);
    const { calls, plan } = await planOf(app, 'list.csv');
    expect(plan.entries.map(({ kind }) => kind)).toEqual(['new', 'new', 'unusable']);
    expect(app.parts.live.rows()).toEqual([]);

    const counts = await calls.importChosen({ planId: plan.planId, chosen: [tick(1), tick(2), tick(99)] });
    expect(counts).toEqual({ ok: true, value: { added: 1, changed: 0, sessions: 0, failed: 0, left: 0 } });
    expect(app.parts.live.rows().map(({ profile }) => profile.name)).toEqual(['Hall']);
    expect(await calls.importChosen({ planId: plan.planId, chosen: [tick(0)] })).toMatchObject({
      problem: { code: 'import-gone' },
    });
    const again = await app.restart();
    expect(again.parts.live.rows().map(({ profile }) => profile.name)).toEqual(['Hall']);
  });

  test('does nothing if the list has changed meanwhile', async ({ app }) => {
    await writeFile(join(app.folder, 'list.csv'), list);
    const { calls, plan } = await planOf(app, 'list.csv');
    await app.add({ address: '10.0.4.7', name: 'Lobby' });
    expect(await calls.importChosen({ planId: plan.planId, chosen: [tick(0)] })).toMatchObject({
      problem: { code: 'import-outdated' },
    });
    expect(app.parts.live.rows()).toHaveLength(1);
  });

  test('overwrites only selected profiles, and keeps absent fields and a session of the same log-in', async ({
    app,
    server,
  }) => {
    const id = await app.add({ ...draftOf('Lobby', server.base), environment: 'test' }, operator.password);
    await writeFile(join(app.folder, 'l.csv'), `url,user,name,tags\n${server.base},ivanov,Lobby,a;b\n`);
    const first = await planOf(app, 'l.csv');
    expect(first.plan.entries).toMatchObject([{ kind: 'changed', changes: [{ field: 'tags' }] }]);
    await first.calls.importChosen({ planId: first.plan.planId, chosen: [] });
    expect(app.row(id).profile.tags).toEqual([]);
    const { calls, plan } = await planOf(app, 'l.csv');
    await calls.importChosen({ planId: plan.planId, chosen: [tick(0)] });
    expect(app.row(id)).toMatchObject({
      profile: { tags: ['a', 'b'], environment: 'test' },
      session: { phase: 'active' },
    });
  });

  test('of another address ends the session, and never sends the old token to the new server', async ({
    app,
    serve,
  }) => {
    const [old, other] = [await serve(), await serve()];
    const id = await app.add(draftOf('Lobby', old.base), operator.password);
    await writeFile(join(app.folder, 'l.csv'), `url,user,name\n${other.base},ivanov,Lobby\n`);
    const { calls, plan } = await planOf(app, 'l.csv');
    expect(plan.entries).toMatchObject([{ kind: 'changed', endsSession: true }]);
    await calls.importChosen({ planId: plan.planId, chosen: [tick(0)] });
    expect(app.row(id)).toMatchObject({
      profile: { address: { origin: other.origin } },
      session: { phase: 'logged-out' },
    });
    await app.parts.checks.check(id);
    expect(other.requests).toHaveLength(0);
    await expect.poll(() => old.liveTokens).toBe(0);
  });

  test('brings a server in hidden, but hides none that is in the list', async ({ app }) => {
    await app.add(draftOf('Lobby', '10.0.4.7'));
    const more = { tags: ['north'], environment: 'none', favourite: false, hidden: true };
    const profiles = [draftOf('Lobby', '10.0.4.7'), draftOf('Hall', '10.0.4.8')].map((one) => ({
      ...one,
      ...more,
    }));
    const content = { fmt: 'ffsm-hand-over', v: 1, minReader: 1, profiles };
    await writeFile(join(app.folder, 'list.json'), JSON.stringify(content));
    const { calls, plan } = await planOf(app);
    await calls.importChosen({ planId: plan.planId, chosen: [tick(0), tick(1)] });
    expect(app.parts.live.rows().map(({ profile: { name, tags, hidden } }) => [name, tags, hidden])).toEqual([
      ['Lobby', ['north'], undefined],
      ['Hall', ['north'], true],
    ]);
  });

  test('trusts a certificate from a file only if selected', async ({ app }) => {
    const pin = 'ab'.repeat(32);
    const entry = {
      name: 'A',
      address: '10.0.4.7',
      userName: 'b',
      tags: [],
      environment: 'none',
      favourite: true,
    };
    const content = { fmt: 'ffsm-hand-over', v: 1, minReader: 1, profiles: [{ ...entry, pin }] };
    await writeFile(join(app.folder, 'list.json'), JSON.stringify(content));
    const first = await planOf(app);
    await first.calls.importChosen({ planId: first.plan.planId, chosen: [tick(0)] });
    const [row] = app.parts.live.rows();
    expect(row?.profile).toMatchObject({ tls: { mode: 'system' }, favourite: true });
    const { calls, plan } = await planOf(app);
    expect(plan.entries).toMatchObject([{ kind: 'changed', changes: [], pin }]);
    await calls.importChosen({ planId: plan.planId, chosen: [tick(0, { withPin: true })] });
    expect(app.parts.live.rows()[0]?.profile.tls).toMatchObject({ mode: 'pin', fingerprint: pin });
  });

  test('refuses a file of more than 10 MB', { tags: ['row-110'] }, async ({ app }) => {
    await writeFile(join(app.folder, 'list.json'), Buffer.alloc(10_000_001, 0x20));
    expect(await callsOf(app).chooseImport()).toEqual({
      ok: false,
      problem: { code: 'import-too-large', largestMb: 10 },
    });
    expect(await callsOf(app, 'nowhere.json').chooseImport()).toMatchObject({
      problem: { code: 'import-not-read' },
    });
  });
});
