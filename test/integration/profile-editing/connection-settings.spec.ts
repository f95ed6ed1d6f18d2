import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Draft } from '../../../contract/profiles/profile.ts';
import { ConnectionSettings } from '../../../main/profile-editing/connection-settings.ts';
import { operator } from '../../emulator/default-users.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { test } from '../../support/headless-app.ts';
import { issue, printOf } from '../../support/servers/small-authority.ts';
import { startHttpProxy } from '../../support/servers/tunnel-proxy.ts';

describe('a custom CA', () => {
  test('is trusted only if a person chose its file', async ({ app }) => {
    const { connectionSettings } = app.parts;
    const id = await app.add({ address: '10.0.4.7' });
    const { cert } = issue('Harbour', { ca: true });
    const trust = { mode: 'ca', fingerprint: printOf(cert) } as const;
    const trusting = () => connectionSettings.change(id, { trust, proxy: null });
    expect(await trusting()).toMatchObject({ problem: { code: 'authority-not-chosen' } });
    expect(app.row(id).profile.tls).toEqual({ mode: 'system' });

    app.files.chosen = join(app.folder, 'harbour.pem');
    await writeFile(app.files.chosen, cert);
    expect(await connectionSettings.choose()).toMatchObject({ value: { file: 'harbour.pem' } });
    expect(app.row(id).profile.tls, 'choosing trusts nobody yet').toEqual({ mode: 'system' });
    expect(await trusting()).toMatchObject({ ok: true });
    expect(app.row(id).profile.tls).toMatchObject(trust);
    expect(connectionSettings.authorityOf(id)).toMatchObject({ value: { subject: 'CN=Harbour' } });
    const later = await app.restart();
    expect(later.parts.connectionSettings.authorityOf(id)).toMatchObject({
      value: { subject: 'CN=Harbour' },
    });
    const { tls } = later.row(id).profile;
    const again = { trust, proxy: { mode: 'direct' } } as const;
    expect(await later.parts.connectionSettings.change(id, again), 'without its file').toMatchObject({
      ok: true,
    });
    expect(later.row(id).profile).toMatchObject({ tls, proxy: again.proxy });
  });

  test('is not read from a file that is gone, which is said', async ({ app }) => {
    app.files.chosen = join(app.folder, 'gone.pem');
    expect(await app.parts.connectionSettings.choose()).toEqual({
      ok: false,
      problem: { code: 'authority-file-unreadable' },
    });
  });

  test('is not read from a file that is too large', async ({ app }) => {
    app.files.chosen = join(app.folder, 'large.pem');
    await writeFile(app.files.chosen, Buffer.alloc(2_000_001));
    expect(await app.parts.connectionSettings.choose()).toMatchObject({
      problem: { code: 'authority-file-too-large' },
    });
  });
});

test('a CA beyond the limit is refused, and nothing changes', async ({ app }) => {
  const { sessions, profileEditor: profiles, clientCertificates, vault, clients } = app.parts;
  const profileStore = { authority: () => null, learnAuthority: () => false };
  const path = join(app.folder, 'harbour.pem');
  const files = { open: async () => path, save: async () => null, folder: async () => null };
  const full = new ConnectionSettings({
    sessions,
    profileStore,
    profileEditor: profiles,
    files,
    ...{ clientCertificates, vault, clients },
    now: Date.now,
  });
  const id = await app.add({ address: '10.0.4.7' });
  const { cert } = issue('Harbour', { ca: true });
  await writeFile(path, cert);
  await full.choose();
  const trust = { mode: 'ca', fingerprint: printOf(cert) } as const;
  expect(await full.change(id, { trust, proxy: null })).toEqual({
    ok: false,
    problem: { code: 'authorities-full', most: 1_000 },
  });
  expect(app.row(id).profile.tls).toEqual({ mode: 'system' });
});

test('a form with one invalid part changes nothing', async ({ app }) => {
  const id = await app.add({ address: '10.0.4.7', name: 'Harbour', userName: 'ivanov' });
  const { profile } = app.row(id);
  const draft = sampleDraft({ name: 'Gate', userName: 'petrov' });
  const edit = (typed: Draft, url: string) =>
    app.parts.connectionSettings.edit(id, typed, null, { trust: null, proxy: { mode: 'fixed', url } });
  expect(await edit({ ...draft, userName: '' }, 'http://10.0.0.1:3128')).toMatchObject({
    problem: { code: 'user-name-missing' },
  });
  expect(app.row(id).profile).toEqual(profile);
  expect(await edit(draft, 'ftp://10.0.0.1')).toMatchObject({
    problem: { code: 'proxy-scheme-unsupported' },
  });
  expect(app.row(id).profile).toEqual(profile);
  expect(await edit(draft, 'http://10.0.0.1:3128')).toEqual({ ok: true });
  expect(app.row(id).profile).toMatchObject({ name: 'Gate', userName: 'petrov', proxy: { mode: 'fixed' } });
});

describe('another proxy', () => {
  test('over plain HTTP gets no token that was granted before', async ({ app, server }) => {
    const proxy = await startHttpProxy();
    const id = await app.add({ address: server.base }, operator.password);
    const fixed = { mode: 'fixed', url: `http://${proxy.place}` } as const;
    expect(await app.parts.connectionSettings.change(id, { trust: null, proxy: fixed })).toMatchObject({
      ok: true,
    });
    expect(app.row(id)).toMatchObject({ profile: { proxy: fixed }, session: { phase: 'logged-out' } });
    await expect
      .poll(() => server.count('POST /auth/logout/'), { message: 'the old session ends by the old way' })
      .toBe(1);
    await expect.poll(() => app.row(id).endings).toEqual([]);
    expect(proxy.asked, 'nothing went by the proxy').toEqual([]);

    expect(await app.parts.logins.login(id, operator.password, null)).toMatchObject({ ok: true });
    expect(proxy.asked).not.toEqual([]);
    await proxy.close();
  });

  test('over HTTPS leaves the session as it is', async ({ app }) => {
    const id = await app.add({ address: 'https://10.0.4.7' });
    const fixed = { mode: 'fixed', url: 'http://10.0.0.1:3128' } as const;
    expect(await app.parts.connectionSettings.change(id, { trust: null, proxy: fixed })).toMatchObject({
      ok: true,
    });
    expect(app.row(id).profile.proxy).toEqual(fixed);
    const wrong = { mode: 'fixed', url: 'http://a:b@10.0.0.1:3128' } as const;
    expect(await app.parts.connectionSettings.change(id, { trust: null, proxy: wrong })).toMatchObject({
      problem: { code: 'proxy-holds-credentials' },
    });
    expect(app.row(id).profile.proxy, 'what cannot be used changes nothing').toEqual(fixed);
  });
});
