import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { noteMeasured } from '../../support/measured.ts';

type Edit = (profile: { address: { origin: string; basePath: string }; tls: unknown }) => void;

/** Edits the saved profile while the app is not running. */
async function edited(app: HeadlessApp, edit: Edit): Promise<HeadlessApp> {
  await app.parts.close();
  const path = join(app.folder, 'profiles.json');
  const file = JSON.parse(await readFile(path, 'utf8'));
  for (const { profile } of file.profiles) edit(profile);
  await writeFile(path, JSON.stringify(file));
  return app.restart();
}

/** Calls everything that would send a secret; returns the number of requests that reached a server. */
async function everythingSent(app: HeadlessApp, servers: readonly Emulator[]): Promise<number> {
  for (const server of servers) server.forgetRequests();
  const [row] = app.parts.live.rows();
  if (!row) throw new Error('The profile is gone');
  const { id } = row.profile;
  expect(row.session).toMatchObject({ secret: 'unreadable' });
  await app.parts.checks.check(id);
  await app.parts.logins.loginAgain(id);
  expect(await app.parts.sessionCopy.copy(id, true)).toMatchObject({
    problem: { code: 'secret-unreadable' },
  });
  expect(app.board.text).toBe('');
  await app.parts.logins.logout(id);
  const sent = servers.reduce((sum, server) => sum + server.requests.length, 0);
  const description = `requests that reached a wrong host: ${sent}`;
  noteMeasured(description);
  return sent;
}

async function trusting(app: HeadlessApp, server: Emulator) {
  const id = await app.add({ address: server.base });
  const met = await app.parts.logins.login(id, operator.password, null);
  if (met.ok || met.problem.code !== 'certificate-untrusted') throw new Error('No certificate was met');
  await app.parts.profileEditor.trust(id, met.problem.certificate.fingerprint);
  await app.parts.logins.login(id, operator.password, null, true);
  expect(app.row(id)).toMatchObject({ session: { secret: 'sealed' }, passwordKept: true });
}

/** Adds a profile that trusts its server's certificate as a custom CA; returns the fingerprint. */
async function trustingAuthority(app: HeadlessApp, server: Emulator): Promise<string> {
  const id = await app.add({ address: server.base });
  app.files.chosen = join(app.folder, 'authority.pem');
  await writeFile(app.files.chosen, server.certificate ?? '');
  const chosen = await app.parts.connectionSettings.choose();
  const fingerprint = chosen.ok ? chosen.value?.authorities[0]?.fingerprint : undefined;
  if (fingerprint === undefined) throw new Error('No authority was found');
  const choice = { trust: { mode: 'ca', fingerprint }, proxy: null } as const;
  expect(await app.parts.connectionSettings.change(id, choice)).toMatchObject({ ok: true });
  await app.parts.logins.login(id, operator.password, null, true);
  expect(app.row(id)).toMatchObject({ session: { secret: 'sealed' }, passwordKept: true });
  return fingerprint;
}

describe('profiles.json edited by hand', () => {
  test('never sends a token to another server', { tags: ['row-79'] }, async ({ app, server, serve }) => {
    const evil = await serve();
    await app.add({ address: server.base }, operator.password);
    const after = await edited(app, ({ address }) => {
      address.origin = new URL(evil.base).origin;
    });
    expect(await everythingSent(after, [server, evil])).toBe(0);
  });

  test('never sends a token or a saved password to another path of the server', { tags: ['row-79'] }, async ({
    app,
    serve,
  }) => {
    const server = await serve({ https: true });
    await trusting(app, server);
    const after = await edited(app, ({ address }) => {
      address.basePath = '/elsewhere';
    });
    expect(await everythingSent(after, [server])).toBe(0);
  });

  test('never sends a token or a saved password over plain HTTP', { tags: ['row-80'] }, async ({
    app,
    serve,
  }) => {
    const [server, plain] = [await serve({ https: true }), await serve()];
    await trusting(app, server);
    const after = await edited(app, (profile) => {
      profile.address.origin = new URL(plain.base).origin;
      profile.tls = { mode: 'system' };
    });
    expect(await everythingSent(after, [server, plain])).toBe(0);
  });

  const edits: Readonly<Record<string, (fingerprint: string) => unknown>> = {
    'the system’s authorities': () => ({ mode: 'system' }),
    'another authority': () => ({ mode: 'ca', fingerprint: 'ab'.repeat(32), trustedAt: 0 }),
    'a pin of the same number': (fingerprint) => ({ mode: 'pin', fingerprint, trustedAt: 0 }),
  };
  for (const [what, tlsOf] of Object.entries(edits)) {
    test(`never sends under ${what} what was sealed under a custom CA`, { tags: ['row-80'] }, async ({
      app,
      serve,
    }) => {
      const server = await serve({ https: true });
      const fingerprint = await trustingAuthority(app, server);
      const after = await edited(app, (profile) => {
        profile.tls = tlsOf(fingerprint);
      });
      expect(await everythingSent(after, [server])).toBe(0);
    });
  }

  test("never accepts another certificate for a CA's fingerprint", { tags: ['row-80'] }, async ({
    app,
    serve,
  }) => {
    const [server, evil] = [await serve({ https: true }), await serve({ https: true })];
    const fingerprint = await trustingAuthority(app, server);
    await app.parts.close();
    const path = join(app.folder, 'profiles.json');
    const file = JSON.parse(await readFile(path, 'utf8'));
    expect(file.authorities).toEqual([{ fingerprint, pem: server.certificate }]);
    file.authorities[0].pem = evil.certificate;
    await writeFile(path, JSON.stringify(file));
    await writeFile(`${path}.bak`, JSON.stringify(file));
    const after = await app.restart();
    const [row] = after.parts.live.rows();
    if (!row) throw new Error('The profile is gone');
    server.forgetRequests();
    await after.parts.checks.check(row.profile.id);
    expect(after.row(row.profile.id).session).toMatchObject({
      lastCheck: { verdict: 'unreachable', problem: { code: 'authority-missing' } },
    });
    expect(server.requests).toHaveLength(0);
  });

  test('never sends a token or a saved password under another certificate', { tags: ['row-80'] }, async ({
    app,
    serve,
  }) => {
    const server = await serve({ https: true });
    await trusting(app, server);
    const after = await edited(app, (profile) => {
      profile.tls = { mode: 'pin', fingerprint: 'ab'.repeat(32), trustedAt: 0 };
    });
    expect(await everythingSent(after, [server])).toBe(0);
  });
});
