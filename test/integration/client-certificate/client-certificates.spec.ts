import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterEach, beforeAll, describe, expect } from 'vitest';
import type { ServerProblem } from '../../../contract/core/problem.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { clientCertificateHandlers } from '../../../main/client-certificate/ipc-handlers.ts';
import { bestProblem, mayTryHttp } from '../../../main/probe/probe-evidence.ts';
import type { ProbeOutcome } from '../../../main/probe/server-probe.ts';
import { overridesFromProfile } from '../../../main/profile-editing/profile-overrides.ts';
import { transferHandlers } from '../../../main/transfer/ipc-handlers.ts';
import { operator } from '../../emulator/default-users.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { credentialsOf } from '../../support/servers/client-credentials.ts';
import { missingPrograms, nginxBefore, type RealProgram } from '../../support/servers/real-programs.ts';
import { type Issued, issue, printOf } from '../../support/servers/small-authority.ts';

const root = issue('Harbour Root', { ca: true });
const server = issue('harbour', { issuer: root, names: ['127.0.0.1'] });
const clients = issue('Harbour Clients', { ca: true });
const ours = issue('operator', { issuer: clients });
const renewed = issue('operator 2', { issuer: clients });
const stranger = issue('stranger', { issuer: issue('Other Clients', { ca: true }) });
const passphrase = 'correct horse battery';

const running: RealProgram[] = [];
let missing: readonly string[] = [];

beforeAll(async () => {
  missing = await missingPrograms('nginx');
});

afterEach(async () => {
  for (const program of running.splice(0)) await program.end();
});

/** A server behind a real nginx that lets in only clients of one CA. */
async function behindNginx(target: string) {
  const nginx = await nginxBefore(target, server, undefined, clients.cert);
  running.push(nginx);
  return `https://127.0.0.1:${nginx.port}`;
}

/** Adds a profile that trusts the CA of the server. */
async function added(app: HeadlessApp, address: string): Promise<ProfileId> {
  const id = await app.add({ address, name: 'Harbour' });
  app.files.chosen = join(app.folder, 'root.pem');
  await writeFile(app.files.chosen, root.cert);
  await app.parts.connectionSettings.choose();
  const trust = { mode: 'ca', fingerprint: printOf(root.cert) } as const;
  expect(await app.parts.connectionSettings.change(id, { trust, proxy: null })).toMatchObject({ ok: true });
  return id;
}

/** Chooses a PEM file with a client certificate and saves it with the profile. */
async function present(app: HeadlessApp, id: ProfileId, issued: Issued) {
  app.files.chosen = join(app.folder, 'client.pem');
  await writeFile(app.files.chosen, issued.key + issued.chain);
  const chosen = await app.parts.clientCertificates.choose();
  if (!chosen.ok) return chosen;
  const certificate = { mode: 'file', fingerprint: printOf(issued.cert) } as const;
  return app.parts.connectionSettings.change(id, { trust: null, proxy: null, certificate });
}

const logIn = (app: HeadlessApp, id: ProfileId) => app.parts.checkedLogins.login(id, operator.password, null);

const certificateOf = (app: HeadlessApp, id: ProfileId) => app.row(id).profile.clientCertificate;

describe('a server behind a real nginx that verifies clients', () => {
  test('is used with the certificate, and says what is wrong without one that it accepts', {
    tags: ['row-71'],
  }, async ({ app, server: emulator, skip }) => {
    skip(missing.length > 0, 'nginx is not available here');
    const address = await behindNginx(emulator.base);
    const id = await added(app, address);
    const wanted = { problem: { code: 'client-certificate-wanted' } };
    expect(await app.parts.serverProbe.probe({ address, profileId: id, trusting: null })).toMatchObject(
      wanted,
    );
    expect(await logIn(app, id)).toMatchObject(wanted);
    expect(await present(app, id, stranger)).toMatchObject({ ok: true });
    expect(await logIn(app, id)).toMatchObject({ problem: { code: 'client-certificate-refused' } });
    expect(emulator.requests, 'nothing reaches the server').toEqual([]);

    expect(await present(app, id, ours)).toMatchObject({ ok: true });
    expect(await app.parts.serverProbe.probe({ address, profileId: id, trusting: null })).toMatchObject({
      ok: true,
    });
    expect(await logIn(app, id)).toMatchObject({ ok: true });
    expect(await app.parts.checks.check(id, true)).toMatchObject({ ok: true });
    expect(await app.parts.sessionCopy.copy(id, false, 'header')).toMatchObject({ ok: true });

    const none = { trust: null, proxy: null, certificate: { mode: 'none' } } as const;
    expect(await app.parts.connectionSettings.change(id, none)).toMatchObject({ ok: true });
    expect(certificateOf(app, id)).toBeUndefined();
    await app.parts.checks.check(id, true);
    expect(app.row(id).session).toMatchObject({
      phase: 'active',
      lastCheck: { verdict: 'unreachable', ...wanted },
    });
  });

  test('is shown in a web window through a relay, which trusts nothing else and ends with a lock', async ({
    app,
    server: emulator,
    skip,
  }) => {
    skip(missing.length > 0, 'nginx is not available here');
    const address = await behindNginx(emulator.base);
    const id = await added(app, address);
    await present(app, id, ours);
    await logIn(app, id);
    expect(await (await app.parts.webWindows()).open(id, 'interface')).toMatchObject({ ok: true });
    const plan = app.web.windows[0]?.plan;
    const way = await plan?.proxy();
    const port = Number(way?.proxyRules.split(':').at(-1));
    expect(way?.proxyRules).toBe(`http://127.0.0.1:${port}`);
    const tunnel = { host: '127.0.0.1', port, method: 'CONNECT', path: new URL(address).host, agent: false };
    const { name, password } = plan?.proxyLogin() ?? { name: '', password: '' };
    const headers = {
      'proxy-authorization': `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
    };
    const asked = request({ ...tunnel, headers }).end();
    const [{ statusCode }, socket] = (await once(asked, 'connect')) as [IncomingMessage, Socket];
    expect(statusCode).toBe(200);
    const inner = connect({ socket, rejectUnauthorized: false });
    await once(inner, 'secureConnect');
    const own = inner.getPeerX509Certificate()?.toString() ?? '';
    expect(await plan?.trusts(own)).toBe(true);
    // Not even the certificate of the server itself: behind the relay nobody else may answer.
    for (const other of [server, stranger]) expect(await plan?.trusts(other.cert)).toBe(false);
    inner.write('GET /users/me/ HTTP/1.1\r\nHost: harbour\r\nConnection: close\r\n\r\n');
    expect(String((await once(inner, 'data'))[0])).toContain('HTTP/1.1 401');

    await app.parts.appLock.lock('asked');
    const [error] = await once(request(tunnel).end(), 'error');
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('gets the certificate in no probe that trusts what the page decides', async ({
    app,
    server: emulator,
    skip,
  }) => {
    skip(missing.length > 0, 'nginx is not available here');
    const address = await behindNginx(emulator.base);
    const profileId = await added(app, address);
    await present(app, profileId, ours);
    const { serverProbe } = app.parts;
    expect(await serverProbe.probe({ address, profileId, trusting: null })).toMatchObject({ ok: true });
    const trusting = { mode: 'pin', fingerprint: printOf(server.cert) } as const;
    expect(await serverProbe.probe({ address, profileId, trusting })).toMatchObject({
      problem: { code: 'client-certificate-wanted' },
    });
  });

  test('is saved with the certificate that a person has compared, though nobody is let in yet', async ({
    app,
    server: emulator,
    skip,
  }) => {
    skip(missing.length > 0, 'nginx is not available here');
    const address = await behindNginx(emulator.base);
    const { serverProbe, profileEditor } = app.parts;
    const trusting = { mode: 'pin', fingerprint: printOf(server.cert) } as const;
    const probe = (decided: typeof trusting | null) =>
      serverProbe.probe({ address, profileId: null, trusting: decided });
    const compared = async () => {
      expect(await probe(null)).toMatchObject({ problem: { code: 'certificate-untrusted' } });
      expect(await probe(trusting)).toMatchObject({ problem: { code: 'client-certificate-wanted' } });
    };
    const draft = { ...{ userName: operator.name, tags: [] }, environment: 'none', address } as const;
    const save = async (name: string, typed = address) => {
      const added = await profileEditor.add({ ...draft, name }, serverProbe.found(null, typed));
      if (!added.ok) throw new Error(added.problem.code);
      return added.value;
    };
    await compared();
    // Only the address for which it was decided, and only while its form is open.
    expect(app.row(await save('Other', 'https://10.0.4.7')).profile.tls).toEqual({ mode: 'system' });
    const id = await save('Harbour');
    expect(app.row(id).profile.tls).toMatchObject(trusting);
    serverProbe.cancel();
    expect(app.row(await save('Later')).profile.tls).toEqual({ mode: 'system' });
    await compared();
    await probe(null);
    expect(app.row(await save('Undecided')).profile.tls).toEqual({ mode: 'system' });

    expect(await present(app, id, ours)).toMatchObject({ ok: true });
    expect(await logIn(app, id)).toMatchObject({ ok: true });
  });

  test('is used from another account too, and after a restart', async ({ app, server: emulator, skip }) => {
    skip(missing.length > 0, 'nginx is not available here');
    const id = await added(app, await behindNginx(emulator.base));
    await present(app, id, ours);
    const draft = {
      ...{ name: 'Second', userName: operator.name, tags: [] },
      environment: 'none',
      address: '',
    } as const;
    const secrets = { password: operator.password, faceToken: null, keepPassword: false };
    const second = await app.parts.firstLogin.run({ draft, finding: null, like: id, ...secrets });
    if (!second.ok) throw new Error(second.problem.code);
    expect(await app.parts.checks.check(second.value, true)).toMatchObject({ ok: true });
    await app.parts.profileRemoval.remove(id, false);
    expect(await app.parts.checks.check(second.value, true)).toMatchObject({ ok: true });
    const again = await app.restart();
    expect(await again.parts.checks.check(second.value, true)).toMatchObject({ ok: true });
  });
});

describe('the key of a client certificate', () => {
  test('is in no file in the clear, and gone from all with its profile', async ({ app }) => {
    const id = await added(app, 'https://127.0.0.1:9');
    await present(app, id, ours);
    const body = ours.key.split('\n')[1] ?? '';
    const everything = async () => {
      const names = ['vault.json', 'vault.json.bak', 'profiles.json', 'profiles.json.bak'];
      const texts = names.map((name) => readFile(join(app.folder, name), 'utf8').catch(() => ''));
      return (await Promise.all(texts)).join('\n');
    };
    expect(await everything()).not.toContain(body);
    expect(await everything()).toContain('client-key');
    await app.parts.profileRemoval.remove(id, false);
    expect(await everything()).not.toContain('client-key');
    expect(await everything()).not.toContain('CN=operator');
  });

  test('comes back with an undone removal, unless the window was locked meanwhile', async ({ app }) => {
    const id = await added(app, 'https://127.0.0.1:9');
    await present(app, id, ours);
    const { live, undoSteps, profileRemoval, vault, appLock } = app.parts;
    await profileRemoval.remove(id, false);
    expect(await undoSteps.undo(live.read().undoable?.id ?? 0)).toMatchObject({ ok: true });
    expect(vault.clientKey(app.row(id).profile)).toContain('PRIVATE KEY');
    await profileRemoval.remove(id, false);
    await appLock.lock('asked');
    await appLock.unlock(null);
    expect(await undoSteps.undo(live.read().undoable?.id ?? 0)).toMatchObject({ ok: true });
    expect(vault.clientKey(app.row(id).profile)).toBeNull();
    expect(await app.parts.checkedLogins.login(id, 'secret', null)).toMatchObject({
      problem: { code: 'client-certificate-unreadable' },
    });
  });

  test('cannot be opened while the vault is locked, nor a file that was chosen before', async ({ app }) => {
    const id = await added(app, 'https://127.0.0.1:9');
    await present(app, id, ours);
    app.files.chosen = join(app.folder, 'client.pem');
    const calls = clientCertificateHandlers(app.parts);
    expect(await calls.chooseClientCertificate()).toMatchObject({ ok: true, value: { file: 'client.pem' } });
    await app.parts.appLock.lock('asked');
    expect(app.parts.vault.clientKey(app.row(id).profile)).toBeNull();
    await app.parts.appLock.unlock(null);
    const choice = { mode: 'file', fingerprint: printOf(ours.cert) } as const;
    expect(
      await app.parts.connectionSettings.change(id, { trust: null, proxy: null, certificate: choice }),
    ).toMatchObject({ problem: { code: 'client-certificate-not-chosen' } });
  });

  test('is used only from a file that was chosen, never because the page names it', async ({ app }) => {
    const id = await added(app, 'https://127.0.0.1:9');
    await present(app, id, ours);
    await writeFile(app.files.chosen ?? '', renewed.key + renewed.chain);
    await app.parts.clientCertificates.choose();
    for (const fingerprint of [printOf(stranger.cert), printOf(ours.cert)]) {
      const certificate = { mode: 'file', fingerprint } as const;
      expect(
        await app.parts.connectionSettings.change(id, { trust: null, proxy: null, certificate }),
      ).toMatchObject({ problem: { code: 'client-certificate-not-chosen' } });
    }
    expect(certificateOf(app, id)?.fingerprint).toBe(printOf(ours.cert));
  });

  test('moves to another certificate of the server only after a question', async ({ app }) => {
    const id = await added(app, 'https://127.0.0.1:9');
    await present(app, id, ours);
    const system = { trust: { mode: 'system' }, proxy: null } as const;
    expect(await app.parts.connectionSettings.change(id, system)).toMatchObject({
      problem: { code: 'connection-kept' },
    });
    expect(app.questions.asked.at(-1)?.detail).toContain('client certificate will be presented');
    app.questions.answer = 'confirm';
    expect(await app.parts.connectionSettings.change(id, system)).toMatchObject({ ok: true });
    expect(app.parts.vault.clientKey(app.row(id).profile)).toContain('PRIVATE KEY');
  });

  test('stays with its server: another address loses it, another user does not', async ({ app }) => {
    const id = await added(app, 'https://127.0.0.1:9');
    await present(app, id, ours);
    const { profileEditor, vault } = app.parts;
    const draft = { ...{ name: 'Harbour', tags: [] }, environment: 'none' } as const;
    const other = { ...draft, userName: 'other', address: 'https://127.0.0.1:9' };
    expect(await profileEditor.edit(id, other)).toMatchObject({ ok: true });
    expect(vault.clientKey(app.row(id).profile)).toContain('PRIVATE KEY');
    expect(await profileEditor.edit(id, { ...other, address: 'https://127.0.0.1:10' })).toMatchObject({
      ok: true,
    });
    expect(certificateOf(app, id)).toBeUndefined();
    expect(vault.holdsClientKey(id)).toBe(false);
  });

  test('is not kept in memory only', async ({ app }) => {
    app.cipher.ready = false;
    const memoryOnly = await app.restart();
    const id = await added(memoryOnly, 'https://127.0.0.1:9');
    expect(await present(memoryOnly, id, ours)).toMatchObject({
      problem: { code: 'client-certificate-not-kept' },
    });
    expect(certificateOf(memoryOnly, id)).toBeUndefined();
  });

  test('is in backups, encrypted, and in no exported list', async ({ app }) => {
    const id = await app.add({ address: 'https://127.0.0.1:9', name: 'Harbour' });
    await present(app, id, ours);
    const folder = await freshFolder();
    const [list, backup] = [join(folder, 'list.ffsm'), join(folder, 'backup.json')];
    const { exports } = await app.parts.transfer.desks();
    app.files.chosen = list;
    await exports.exportProfiles([id], true);
    app.files.chosen = backup;
    await exports.backUp(passphrase);
    for (const path of [list, backup]) {
      const text = await readFile(path, 'utf8');
      expect(text).not.toContain('PRIVATE');
      expect(text).not.toContain('operator');
    }
    await app.parts.profileRemoval.remove(id, false);
    const calls = transferHandlers({ transfer: app.parts.transfer });
    const chosen = await calls.chooseImport();
    if (!chosen.ok || chosen.value?.kind !== 'passphrase') throw new Error('not a backup');
    const opened = await calls.openBackup({ planId: chosen.value.planId, passphrase });
    if (!opened.ok) throw new Error(opened.problem.code);
    const { planId, entries } = opened.value;
    expect(entries).toMatchObject([{ kind: 'new', secrets: 'restores' }]);
    await calls.importChosen({ planId, chosen: [{ entry: 0, withPin: false, withSecrets: true }] });
    const [back] = app.parts.live.rows();
    if (!back) throw new Error('Nothing came back');
    expect(back.profile.clientCertificate).toMatchObject({ subject: 'CN=operator' });
    expect(app.parts.vault.clientKey(back.profile)).toContain('PRIVATE KEY');
  });

  test('is opened with the password of its file', async ({ app }) => {
    const source = join(app.folder, 'client.pem');
    await writeFile(source, ours.key + ours.cert);
    app.files.chosen = join(app.folder, 'client.p12');
    const args = ['pkcs12', '-export', '-in', source, '-out', app.files.chosen, '-passout', 'pass:secret'];
    execFileSync('openssl', args);
    const calls = clientCertificateHandlers(app.parts);
    expect(await calls.openClientCertificate({ password: 'secret' })).toMatchObject({
      problem: { code: 'client-certificate-not-chosen' },
    });
    expect(await calls.chooseClientCertificate()).toEqual({
      ok: true,
      value: { file: 'client.p12', certificate: null },
    });
    expect(await calls.openClientCertificate({ password: 'wrong' })).toMatchObject({
      problem: { code: 'client-certificate-password-wrong' },
    });
    expect(await calls.openClientCertificate({ password: 'secret' })).toMatchObject({
      value: { subject: 'CN=operator', fingerprint: printOf(ours.cert) },
    });
    await calls.dropClientCertificate();
    expect(await calls.openClientCertificate({ password: 'secret' })).toMatchObject({ ok: false });
  });
});

test('another account that trusts another certificate does not get the client certificate', () => {
  const { certificate: clientCertificate } = credentialsOf(ours);
  const address = { origin: 'https://10.0.4.7', basePath: '' };
  const profile = sampleProfile({ address, clientCertificate });
  expect(overridesFromProfile(profile, null)).toMatchObject({ clientCertificate });
  const decided = { mode: 'pin', fingerprint: 'ab'.repeat(32), trustedAt: 0 } as const;
  const probed = { typed: '', decided, finding: { address } } as unknown as ProbeOutcome;
  expect(overridesFromProfile(profile, probed).clientCertificate).toBeUndefined();
});

test('a server that is about client certificates is not looked for over plain HTTP', () => {
  const dates = { subject: 'CN=operator', validFrom: 0, validTo: 1 };
  const problems: readonly ServerProblem[] = [
    { code: 'client-certificate-wanted', host: 'h' },
    { code: 'client-certificate-refused', host: 'h', reason: 'other' },
    { code: 'client-certificate-unreadable', host: 'h' },
    { code: 'client-certificate-out-of-date', ...dates },
  ];
  for (const problem of problems) {
    expect(mayTryHttp(problem)).toBe(false);
    if ('reason' in problem) expect(bestProblem([problem], 'h')).toBe(problem);
  }
});
