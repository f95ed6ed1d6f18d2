import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { ok } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { Token } from '../../../main/token/token.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { printOf } from '../../support/servers/small-authority.ts';
import { startHttpProxy } from '../../support/servers/tunnel-proxy.ts';

const elsewhere = { mode: 'fixed', url: 'http://10.9.9.9:3128' } as const;

/** A profile with a session over HTTPS, a pinned certificate and a saved password. */
async function pinned(app: HeadlessApp, server: Emulator, keepPassword = true) {
  const id = await app.add({ address: server.base, name: 'Airport' });
  const met = await app.parts.logins.login(id, operator.password, null);
  if (met.ok || met.problem.code !== 'certificate-untrusted') throw new Error('No certificate was met');
  await app.parts.profileEditor.trust(id, met.problem.certificate.fingerprint);
  await app.parts.logins.login(id, operator.password, null, keepPassword);
  expect(app.row(id).session.phase).toBe('active');
  expect(app.questions.asked, 'without a secret nobody is asked').toEqual([]);
  return { id, fingerprint: met.problem.certificate.fingerprint };
}

/** Makes the server present another certificate, and the app notice it. */
async function renew(app: HeadlessApp, server: Emulator, id: ProfileId): Promise<string> {
  server.switches.set({ certificate: 'changed' });
  await app.parts.clients.close(id);
  await app.parts.checks.check(id, true);
  return printOf(server.certificate ?? '');
}

const changing = (app: HeadlessApp, id: ProfileId) =>
  app.parts.connectionSettings.change(id, { trust: null, proxy: elsewhere });

describe('a held secret', () => {
  test('stays if a person does not confirm another certificate', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(app, server);
    const before = app.row(id);
    const other = await renew(app, server, id);
    server.forgetRequests();
    expect(await app.parts.profileEditor.trust(id, other)).toEqual({
      ok: false,
      problem: { code: 'connection-kept' },
    });
    expect(app.questions.asked).toHaveLength(1);
    expect(app.row(id).profile).toEqual(before.profile);
    expect(app.row(id)).toMatchObject({ passwordKept: true, session: { phase: 'active' } });
    await app.parts.checks.check(id, true);
    await app.parts.logins.loginAgain(id);
    expect(server.requests).toEqual([]);
  });

  test('moves to the confirmed certificate, but a saved password does not', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(app, server);
    const other = await renew(app, server, id);
    app.questions.answer = 'confirm';
    expect(await app.parts.profileEditor.trust(id, other)).toMatchObject({ ok: true });
    expect(app.row(id)).toMatchObject({
      profile: { tls: { mode: 'pin', fingerprint: other } },
      passwordKept: false,
    });
    expect(app.row(id).session, 'and the row says where it is').toMatchObject({ secret: 'sealed' });
    expect(app.parts.vault.password(app.row(id).profile)).toBeNull();
    expect(await app.parts.logins.loginAgain(id)).toMatchObject({ problem: { code: 'no-kept-password' } });
    expect(await app.parts.checks.check(id, true)).toMatchObject({ ok: true });
    const again = await app.restart();
    expect(again.parts.vault.holdsPassword(id)).toBe(false);
    expect(again.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
  });

  test('is confirmed with server, user, both fingerprints and both proxies', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const { id, fingerprint } = await pinned(app, server);
    await app.parts.connectionSettings.change(id, { trust: { mode: 'system' }, proxy: elsewhere });
    const [request] = app.questions.asked;
    expect(request?.message).toBe('Trust another certificate for “Airport”?');
    const [first = ''] = fingerprint.toUpperCase().match(/.{16}/g) ?? [];
    for (const text of [
      server.origin,
      'ivanov',
      first.replace(/..(?=.)/g, '$&:'),
      'System trust store',
      'Current proxy: system proxy',
      `New proxy: ${elsewhere.url}`,
      'The saved password will be deleted.',
    ])
      expect(request?.detail).toContain(text);
    expect(app.row(id).profile).toMatchObject({
      tls: { mode: 'pin', fingerprint },
      proxy: { mode: 'system' },
    });
  });

  for (const [by, change] of [
    ['another proxy', changing],
    [
      'no proxy',
      (app: HeadlessApp, id: ProfileId) => app.parts.profileEditor.connect(id, { proxy: { mode: 'direct' } }),
    ],
    [
      'the trust of the system',
      (app: HeadlessApp, id: ProfileId) => app.parts.profileEditor.connect(id, { tls: { mode: 'system' } }),
    ],
    [
      'another authority',
      (app: HeadlessApp, id: ProfileId) =>
        app.parts.profileEditor.connect(id, {
          tls: { mode: 'ca', fingerprint: 'cd'.repeat(32), trustedAt: 0 },
        }),
    ],
    [
      'a certificate that a file brings',
      (app: HeadlessApp, id: ProfileId) =>
        app.parts.profileEditor.bring(id, {
          tls: { mode: 'pin', fingerprint: 'cd'.repeat(32), trustedAt: 0 },
        }),
    ],
    [
      'an edit with another proxy',
      (app: HeadlessApp, id: ProfileId) => {
        const { name, userName, tags, environment, address } = app.row(id).profile;
        const draft = { name, userName, tags, environment, address: address.origin };
        return app.parts.connectionSettings.edit(id, draft, null, { trust: null, proxy: elsewhere });
      },
    ],
  ] as const) {
    test(`is moved by ${by} only if a person confirms it`, async ({ app, serve }) => {
      const server = await serve({ https: true });
      const { id } = await pinned(app, server);
      const before = app.row(id).profile;
      expect(await change(app, id)).toMatchObject({ problem: { code: 'connection-kept' } });
      expect(app.row(id).profile).toEqual(before);
      expect(app.row(id).passwordKept).toBe(true);
      app.questions.answer = 'confirm';
      expect(await change(app, id)).toMatchObject({ ok: true });
      expect(app.row(id).profile).not.toEqual(before);
      expect(app.row(id).passwordKept, 'a kept password never follows').toBe(false);
      expect(app.questions.asked).toHaveLength(2);
    });
  }

  test('may be a password or a pending log-out alone', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(app, server);
    await app.parts.logins.logout(id);
    expect(await changing(app, id)).toMatchObject({ problem: { code: 'connection-kept' } });
    await app.parts.logins.forgetPassword(id);
    await app.parts.logins.login(id, operator.password, null);
    server.switches.set({ captivePortal: true });
    await app.parts.logins.logout(id);
    expect(app.row(id).endings).toHaveLength(1);
    expect(await changing(app, id)).toMatchObject({ problem: { code: 'connection-kept' } });
    expect(app.questions.asked.at(-1)?.detail).toContain('pending log-outs');
  });

  test('that is sealed behind a locked keyring is confirmed too', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(app, server, false);
    app.cipher.mood = 'locked';
    const again = await app.restart();
    expect(await changing(again, id)).toMatchObject({ problem: { code: 'connection-kept' } });
  });

  test('stays when the window is locked before the answer', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(app, server);
    app.questions.answer = 'confirm';
    app.questions.meanwhile = () => app.parts.appLock.lock('asked');
    expect(await changing(app, id)).toMatchObject({ problem: { code: 'connection-kept' } });
    expect(app.row(id).profile.proxy).toEqual({ mode: 'system' });
  });

  test('moves as a pending log-out, which then goes the new way', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(app, server, false);
    server.switches.set({ captivePortal: true });
    await app.parts.logins.logout(id);
    server.switches.set({ captivePortal: false });
    const proxy = await startHttpProxy();
    app.questions.answer = 'confirm';
    const fixed = { mode: 'fixed', url: `http://${proxy.place}` } as const;
    expect(await app.parts.profileEditor.connect(id, { proxy: fixed })).toMatchObject({ ok: true });
    await app.parts.pendingLogouts.tryAll(id);
    expect(app.row(id).endings).toEqual([]);
    expect(proxy.asked).not.toEqual([]);
    await proxy.close();
  });

  for (const [what, meanwhile] of [
    ['token', ({ parts }, id) => parts.logins.login(id, operator.password, null)],
    [
      'password',
      async ({ parts }, id) => {
        await parts.logins.login(id, operator.password, null, true);
        await parts.logins.logout(id);
      },
    ],
    [
      'pending log-out',
      ({ parts }, id, server) => {
        server.switches.set({ captivePortal: true });
        return parts.logins.logout(id);
      },
    ],
  ] as readonly [string, (app: HeadlessApp, id: ProfileId, server: Emulator) => Promise<unknown>][]) {
    test(`that arrived during the confirmation as a ${what} is not moved`, async ({ app, serve }) => {
      const server = await serve({ https: true });
      const { id } = await pinned(app, server, false);
      app.questions.answer = 'confirm';
      app.questions.meanwhile = () => meanwhile(app, id, server);
      expect(await changing(app, id)).toMatchObject({ problem: { code: 'connection-moved' } });
      expect(app.row(id).profile.proxy).toEqual({ mode: 'system' });
    });
  }

  test('of a log-in under way when a person confirms is not moved', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(app, server, false);
    const { logins, vault } = app.parts;
    const { session } = app.row(id);
    app.questions.answer = 'confirm';
    let login: Promise<unknown> = Promise.resolve();
    app.questions.meanwhile = () => {
      login = logins.login(id, operator.password, null);
    };
    const reseal = vault.reseal.bind(vault);
    vault.reseal = async (...what) => {
      expect(await login).toMatchObject({ problem: { code: 'cancelled' } });
      return reseal(...what);
    };
    expect(await changing(app, id)).toMatchObject({ ok: true });
    expect(app.row(id)).toMatchObject({ profile: { proxy: elsewhere }, session });
  });

  test('is confirmed for its own server, not for one that came meanwhile', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(app, server);
    app.questions.answer = 'confirm';
    app.questions.meanwhile = () =>
      app.parts.profileEditor.edit(id, sampleDraft({ address: 'https://10.0.4.7', userName: operator.name }));
    expect(await changing(app, id)).toMatchObject({ problem: { code: 'connection-moved' } });
    expect(app.row(id).profile).toMatchObject({
      address: { origin: 'https://10.0.4.7' },
      proxy: { mode: 'system' },
    });
  });

  test('is not moved by a second change under the confirmation of the first', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(app, server);
    app.questions.answer = 'nothing';
    void changing(app, id);
    await expect.poll(() => app.questions.asked).toHaveLength(1);
    const second = { mode: 'fixed', url: 'http://10.8.8.8:1' } as const;
    expect(await app.parts.profileEditor.connect(id, { proxy: second })).toMatchObject({
      problem: { code: 'connection-kept' },
    });
    expect(app.questions.asked).toHaveLength(1);
  });
});

describe('while the disk refuses the vault', () => {
  const refuse = async ({ folder }: HeadlessApp) => {
    await rm(join(folder, 'vault.json'));
    await mkdir(join(folder, 'vault.json', 'full'), { recursive: true });
  };

  test('a session goes on over the confirmed connection, in memory', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(app, server, false);
    const other = await renew(app, server, id);
    await refuse(app);
    app.questions.answer = 'confirm';
    expect(await app.parts.profileEditor.trust(id, other)).toMatchObject({ ok: true });
    expect(app.row(id).session).toMatchObject({ phase: 'active', secret: 'memory' });
    expect(app.parts.live.read().notices).toMatchObject([{ code: 'file-not-saved', file: 'vault.json' }]);
    expect(await app.parts.checks.check(id, true)).toMatchObject({ ok: true });
  });

  test('nothing changes if a saved password cannot be removed', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(app, server);
    await app.parts.logins.logout(id);
    await refuse(app);
    app.questions.answer = 'confirm';
    expect(await changing(app, id)).toMatchObject({ problem: { code: 'not-saved', file: 'vault.json' } });
    expect(app.row(id)).toMatchObject({ profile: { proxy: { mode: 'system' } }, passwordKept: true });
  });
});

describe('over plain HTTP', () => {
  for (const to of [{ mode: 'system' }, elsewhere] as const) {
    test(`a session is ended through the old proxy when it changes to ${to.mode}`, async ({
      app,
      server,
    }) => {
      const proxy = await startHttpProxy();
      const id = await app.add({ address: server.base });
      await app.parts.profileEditor.connect(id, { proxy: { mode: 'fixed', url: `http://${proxy.place}` } });
      await app.parts.logins.login(id, operator.password, null);
      const asked = proxy.asked.length;
      expect(await app.parts.profileEditor.connect(id, { proxy: to })).toMatchObject({ ok: true });
      expect(app.row(id)).toMatchObject({ profile: { proxy: to }, session: { phase: 'logged-out' } });
      await expect.poll(() => server.count('POST /auth/logout/')).toBe(1);
      expect(proxy.asked.length, 'by the old way').toBeGreaterThan(asked);
      expect(app.questions.asked, 'nothing follows, so nobody is asked').toEqual([]);
      await proxy.close();
    });
  }

  test('a token that arrives while the previous session is ended is not moved', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    const { vault } = app.parts;
    const forget = vault.forget.bind(vault);
    vault.forget = async (...what) => {
      const forgotten = await forget(...what);
      await vault.keep(app.row(id).profile, new Token('a'.repeat(64)));
      return forgotten;
    };
    expect(await changing(app, id)).toMatchObject({ problem: { code: 'connection-moved' } });
    expect(app.row(id).profile.proxy).toEqual({ mode: 'system' });
  });

  test('a running log-in is not stored for another proxy than it used', async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    await app.parts.profileEditor.connect(id, { proxy: { mode: 'direct' } });
    const { logins, vault, sessions } = app.parts;
    const keepNow = vault.keepNow.bind(vault);
    vault.keepNow = (...what) => {
      const keeping = keepNow(...what);
      if (!keeping.ok) return keeping;
      return ok(
        keeping.value.then((kept) => {
          sessions.update({ ...app.row(id).profile, proxy: { mode: 'system' } });
          return kept;
        }),
      );
    };
    expect(await logins.login(id, operator.password, null)).toMatchObject({ problem: { code: 'cancelled' } });
    expect(vault.find(app.row(id).profile).kind).toBe('none');
    await expect.poll(() => server.liveTokens).toBe(0);
  });

  test('a session continues without a proxy once a person confirms it', async ({ app, server }) => {
    const proxy = await startHttpProxy();
    const id = await app.add({ address: server.base });
    await app.parts.profileEditor.connect(id, { proxy: { mode: 'fixed', url: `http://${proxy.place}` } });
    await app.parts.logins.login(id, operator.password, null);
    const direct = { proxy: { mode: 'direct' } } as const;
    expect(await app.parts.profileEditor.connect(id, direct)).toMatchObject({
      problem: { code: 'connection-kept' },
    });
    app.questions.answer = 'confirm';
    expect(await app.parts.profileEditor.connect(id, direct)).toMatchObject({ ok: true });
    expect(await app.parts.checks.check(id, true)).toMatchObject({ ok: true });
    await proxy.close();
  });
});
