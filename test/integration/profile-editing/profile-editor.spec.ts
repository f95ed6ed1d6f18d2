import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { test } from '../../support/headless-app.ts';

describe('a profile', () => {
  test('is named after its server if it has no name, and uniquely', async ({ app }) => {
    const first = await app.add({ address: '10.0.4.7' });
    const second = await app.add({ address: 'https://10.0.4.7/#/cameras', userName: 'admin' });
    expect(app.row(first).profile).toMatchObject({
      name: '10.0.4.7',
      address: { origin: 'https://10.0.4.7' },
    });
    expect(app.row(second).profile.name).toBe('10.0.4.7 2');
  });

  test('is reached as the settings say for new ones, and others keep their proxy', async ({ app }) => {
    const before = await app.add({ address: '10.0.4.7' });
    app.parts.applySettings({ ...app.parts.live.read().settings, proxyForNew: 'direct' });
    const after = await app.add({ address: '10.0.4.8' });
    expect([before, after].map((id) => app.row(id).profile.proxy)).toEqual([
      { mode: 'system' },
      { mode: 'direct' },
    ]);
  });

  test('with an invalid field is not added, and the problem names the field', async ({ app }) => {
    expect(await app.parts.profileEditor.add(sampleDraft({ address: 'ftp://x' }))).toMatchObject({
      problem: { code: 'address-scheme-unsupported' },
    });
    expect(app.parts.live.rows()).toEqual([]);
  });

  test('keeps its session when only its name, tags or environment change', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    const before = app.row(id).session;
    const userName = operator.name;
    const draft = { address: server.base, name: 'New', userName, tags: ['x'], environment: 'test' } as const;
    expect(await app.parts.profileEditor.edit(id, draft)).toEqual({ ok: true, value: undefined });
    expect(app.row(id)).toMatchObject({
      profile: { name: 'New', tags: ['x'], environment: 'test' },
      session: before,
    });
  });

  test('with another user name loses its session, here and on the server', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    const draft = sampleDraft({ address: server.base, name: 'A', userName: 'admin' });
    await app.parts.profileEditor.edit(id, draft);
    expect(app.row(id)).toMatchObject({ session: { phase: 'logged-out' }, user: null });
    await expect.poll(() => server.liveTokens).toBe(0);
  });

  test('moved to another server never sends the old token there', async ({ app, serve }) => {
    const [old, other] = [await serve(), await serve()];
    const id = await app.add({ address: old.base }, operator.password);
    const draft = sampleDraft({ address: other.base, name: 'A', userName: operator.name });
    await app.parts.profileEditor.edit(id, draft);
    await app.parts.checks.check(id);
    expect(other.requests).toHaveLength(0);
  });

  test('whose address was edited in the file never sends its token to another server', async ({
    app,
    serve,
  }) => {
    const [old, other] = [await serve(), await serve()];
    const id = await app.add({ address: old.base }, operator.password);
    await app.parts.close();
    const path = join(app.folder, 'profiles.json');
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll(old.origin, other.origin));
    const again = await app.restart();
    expect(again.row(id)).toMatchObject({
      profile: { address: { origin: other.origin } },
      session: { secret: 'unreadable' },
    });
    await again.parts.checks.check(id);
    await again.parts.logins.logout(id);
    expect(other.requests).toHaveLength(0);
  });

  test('written by another program while the app runs is quarantined, with a notice', async ({ app }) => {
    const id = await app.add({ address: '10.0.4.7' });
    await writeFile(join(app.folder, 'profiles.json'), 'somebody else was here');
    await app.parts.profileEditor.markFavourite(id, true);
    const [notice] = app.parts.live.read().notices;
    if (notice?.code !== 'file-foreign') throw new Error('nothing was said');
    expect(await readFile(join(app.folder, notice.keptAs), 'utf8')).toBe('somebody else was here');
    const again = await app.restart();
    expect(again.row(id).profile.favourite).toBe(true);
  });

  test('is removed with its token, and logged out of if asked', async ({ app, server }) => {
    const stays = await app.add({ address: server.base }, operator.password);
    const goes = await app.add({ address: server.base }, operator.password);
    expect(server.liveTokens).toBe(2);
    expect(await app.parts.profileRemoval.remove(stays, false)).toEqual({ ok: true, value: undefined });
    expect(server.liveTokens).toBe(2);
    expect(await app.parts.profileRemoval.remove(goes, true)).toEqual({ ok: true, value: undefined });
    expect(server.liveTokens).toBe(1);
    expect(app.parts.live.rows()).toEqual([]);
  });

  test('that is gone is not removed again', async ({ app }) => {
    const id = await app.add({ address: 'http://10.0.0.1' });
    const { profileRemoval } = app.parts;
    expect(await profileRemoval.remove(id, false)).toMatchObject({ ok: true });
    const gone = { ok: false, problem: { code: 'profile-gone' } };
    expect(await profileRemoval.remove(id, false)).toEqual(gone);
    expect(await profileRemoval.removeMany([id], false)).toEqual(gone);
  });

  test('is removed even if the server is unreachable, with a notice', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    await server.close();
    const result = await app.parts.profileRemoval.remove(id, true);
    expect(result).toMatchObject({
      // Its token is gone with it, so nothing is tried again.
      problem: { code: 'logout-unconfirmed', cause: { code: 'server-unreachable' }, pending: false },
    });
    expect(app.parts.live.rows()).toEqual([]);
  });
});

test('another account trusts only what was decided for its own server', async ({ app }) => {
  const like = await app.add({ address: 'https://10.0.4.7' });
  const decided = { mode: 'pin', fingerprint: 'ab'.repeat(32), trustedAt: 0 } as const;
  const trustAfter = async (origin: string) => {
    const address = { origin, basePath: '' };
    const nothing = { server: null, certificate: null, elsewhere: null };
    const finding = { id: '', address, completesTyped: true, ...nothing };
    const probed = { typed: origin, finding, decided };
    const added = await app.parts.profileEditor.addAccount(like, sampleDraft(), probed);
    return added.ok ? app.row(added.value).profile.tls : added.problem;
  };
  expect(await trustAfter('https://10.0.4.8')).toEqual({ mode: 'system' });
  expect(await trustAfter('https://10.0.4.7')).toEqual(decided);
});

describe('a server with an untrusted certificate', () => {
  test('gets nothing until a person trusts the certificate', { tags: ['row-56'] }, async ({ app, serve }) => {
    const server = await serve({ https: true });
    const id = await app.add({ address: server.base });
    const first = await app.parts.logins.login(id, operator.password, null);
    if (first.ok || first.problem.code !== 'certificate-untrusted') throw new Error('trusted without asking');
    expect(server.requests).toHaveLength(0);

    const invented = await app.parts.profileEditor.trust(id, 'a'.repeat(64));
    expect(invented).toMatchObject({ problem: { code: 'certificate-not-seen' } });
    await app.parts.profileEditor.trust(id, first.problem.certificate.fingerprint);
    expect(await app.parts.logins.login(id, operator.password, null)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(app.row(id).session.phase).toBe('active');
  });

  test('that later presents another certificate gets nothing more', { tags: ['row-58'] }, async ({
    app,
    serve,
  }) => {
    const server = await serve({ https: true });
    const id = await app.add({ address: server.base });
    const first = await app.parts.logins.login(id, operator.password, null);
    if (first.ok || first.problem.code !== 'certificate-untrusted') throw new Error('trusted without asking');
    await app.parts.profileEditor.trust(id, first.problem.certificate.fingerprint);
    await app.parts.logins.login(id, operator.password, null);

    const again = await app.restart();
    server.switches.set({ certificate: 'changed' });
    server.forgetRequests();
    await again.parts.checks.check(id);
    expect(again.row(id).session).toMatchObject({
      phase: 'active',
      lastCheck: { verdict: 'certificate-changed' },
    });
    expect(server.requests).toHaveLength(0);
  });
});
