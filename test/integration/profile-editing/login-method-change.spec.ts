import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { Token } from '../../../main/token/token.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { type Desk, test } from '../../support/desk.ts';
import { printOf } from '../../support/servers/small-authority.ts';
import { startHttpProxy } from '../../support/servers/tunnel-proxy.ts';

const elsewhere = { mode: 'fixed', url: 'http://10.9.9.9:3128' } as const;

/** A profile with a session over HTTPS, a pinned certificate and a saved password. */
async function pinned(desk: Desk, server: Emulator, keepPassword = true) {
  const id = await desk.add({ address: server.base, name: 'Airport' });
  const met = await desk.parts.logins.login(id, operator.password, null);
  if (met.ok || met.problem.code !== 'certificate-untrusted') throw new Error('No certificate was met');
  await desk.parts.profileEditor.trust(id, met.problem.certificate.fingerprint);
  await desk.parts.logins.login(id, operator.password, null, keepPassword);
  expect(desk.row(id).session.phase).toBe('active');
  expect(desk.questions.asked, 'without a secret nobody is asked').toEqual([]);
  return { id, fingerprint: met.problem.certificate.fingerprint };
}

/** Makes the server present another certificate, and the app notice it. */
async function renew(desk: Desk, server: Emulator, id: ProfileId): Promise<string> {
  server.switches.set({ certificate: 'changed' });
  await desk.parts.clients.close(id);
  await desk.parts.checks.check(id, true);
  return printOf(server.certificate ?? '');
}

const changing = (desk: Desk, id: ProfileId) =>
  desk.parts.connectionSettings.change(id, { trust: null, proxy: elsewhere });

describe('a held secret', () => {
  test('stays if a person does not confirm another certificate', async ({ desk, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(desk, server);
    const before = desk.row(id);
    const other = await renew(desk, server, id);
    server.forgetRequests();
    expect(await desk.parts.profileEditor.trust(id, other)).toEqual({
      ok: false,
      problem: { code: 'connection-kept' },
    });
    expect(desk.questions.asked).toHaveLength(1);
    expect(desk.row(id).profile).toEqual(before.profile);
    expect(desk.row(id)).toMatchObject({ passwordKept: true, session: { phase: 'active' } });
    await desk.parts.checks.check(id, true);
    await desk.parts.logins.loginAgain(id);
    expect(server.requests).toEqual([]);
  });

  test('moves to the confirmed certificate, but a saved password does not', async ({ desk, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(desk, server);
    const other = await renew(desk, server, id);
    desk.questions.answer = 'confirm';
    expect(await desk.parts.profileEditor.trust(id, other)).toMatchObject({ ok: true });
    expect(desk.row(id)).toMatchObject({
      profile: { tls: { mode: 'pin', fingerprint: other } },
      passwordKept: false,
    });
    expect(desk.parts.vault.password(desk.row(id).profile)).toBeNull();
    expect(await desk.parts.logins.loginAgain(id)).toMatchObject({ problem: { code: 'no-kept-password' } });
    expect(await desk.parts.checks.check(id, true)).toMatchObject({ ok: true });
    const again = await desk.restart();
    expect(again.parts.vault.holdsPassword(id)).toBe(false);
    expect(again.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
  });

  test('is confirmed with server, user, both fingerprints and both proxies', async ({ desk, serve }) => {
    const server = await serve({ https: true });
    const { id, fingerprint } = await pinned(desk, server);
    await desk.parts.connectionSettings.change(id, { trust: { mode: 'system' }, proxy: elsewhere });
    const [request] = desk.questions.asked;
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
    expect(desk.row(id).profile).toMatchObject({
      tls: { mode: 'pin', fingerprint },
      proxy: { mode: 'system' },
    });
  });

  for (const [by, change] of [
    ['another proxy', changing],
    [
      'no proxy',
      (desk: Desk, id: ProfileId) => desk.parts.profileEditor.connect(id, { proxy: { mode: 'direct' } }),
    ],
    [
      'the trust of the system',
      (desk: Desk, id: ProfileId) => desk.parts.profileEditor.connect(id, { tls: { mode: 'system' } }),
    ],
    [
      'another authority',
      (desk: Desk, id: ProfileId) =>
        desk.parts.profileEditor.connect(id, {
          tls: { mode: 'ca', fingerprint: 'cd'.repeat(32), trustedAt: 0 },
        }),
    ],
    [
      'a certificate that a file brings',
      (desk: Desk, id: ProfileId) =>
        desk.parts.profileEditor.bring(id, {
          tls: { mode: 'pin', fingerprint: 'cd'.repeat(32), trustedAt: 0 },
        }),
    ],
    [
      'an edit with another proxy',
      (desk: Desk, id: ProfileId) => {
        const { name, userName, tags, environment, address } = desk.row(id).profile;
        const draft = { name, userName, tags, environment, address: address.origin };
        return desk.parts.connectionSettings.edit(id, draft, null, { trust: null, proxy: elsewhere });
      },
    ],
  ] as const) {
    test(`is moved by ${by} only if a person confirms it`, async ({ desk, serve }) => {
      const server = await serve({ https: true });
      const { id } = await pinned(desk, server);
      const before = desk.row(id).profile;
      expect(await change(desk, id)).toMatchObject({ problem: { code: 'connection-kept' } });
      expect(desk.row(id).profile).toEqual(before);
      expect(desk.row(id).passwordKept).toBe(true);
      desk.questions.answer = 'confirm';
      expect(await change(desk, id)).toMatchObject({ ok: true });
      expect(desk.row(id).profile).not.toEqual(before);
      expect(desk.row(id).passwordKept, 'a kept password never follows').toBe(false);
      expect(desk.questions.asked).toHaveLength(2);
    });
  }

  test('may be a password or a pending log-out alone', async ({ desk, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(desk, server);
    await desk.parts.logins.logout(id);
    expect(await changing(desk, id)).toMatchObject({ problem: { code: 'connection-kept' } });
    await desk.parts.logins.forgetPassword(id);
    await desk.parts.logins.login(id, operator.password, null);
    server.switches.set({ captivePortal: true });
    await desk.parts.logins.logout(id);
    expect(desk.row(id).endings).toHaveLength(1);
    expect(await changing(desk, id)).toMatchObject({ problem: { code: 'connection-kept' } });
    expect(desk.questions.asked.at(-1)?.detail).toContain('pending log-outs');
  });

  test('that is sealed behind a locked keyring is confirmed too', async ({ desk, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(desk, server, false);
    desk.cipher.mood = 'locked';
    const again = await desk.restart();
    expect(await changing(again, id)).toMatchObject({ problem: { code: 'connection-kept' } });
  });

  test('stays when the window is locked before the answer', async ({ desk, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(desk, server);
    desk.questions.answer = 'confirm';
    desk.questions.meanwhile = () => desk.parts.appLock.lock('asked');
    expect(await changing(desk, id)).toMatchObject({ problem: { code: 'connection-kept' } });
    expect(desk.row(id).profile.proxy).toEqual({ mode: 'system' });
  });

  test('that arrived during the confirmation is not moved', async ({ desk, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(desk, server);
    desk.questions.answer = 'confirm';
    desk.questions.meanwhile = () => desk.parts.logins.login(id, operator.password, null);
    expect(await changing(desk, id)).toMatchObject({ problem: { code: 'connection-moved' } });
    expect(desk.row(id)).toMatchObject({
      profile: { proxy: { mode: 'system' } },
      session: { phase: 'active' },
    });
  });

  test('is not moved by a second change under the confirmation of the first', async ({ desk, serve }) => {
    const server = await serve({ https: true });
    const { id } = await pinned(desk, server);
    desk.questions.answer = 'nothing';
    void changing(desk, id);
    await expect.poll(() => desk.questions.asked).toHaveLength(1);
    const second = { mode: 'fixed', url: 'http://10.8.8.8:1' } as const;
    expect(await desk.parts.profileEditor.connect(id, { proxy: second })).toMatchObject({
      problem: { code: 'connection-kept' },
    });
    expect(desk.questions.asked).toHaveLength(1);
  });
});

describe('over plain HTTP', () => {
  for (const to of [{ mode: 'system' }, elsewhere] as const) {
    test(`a session is ended through the old proxy when it changes to ${to.mode}`, async ({
      desk,
      server,
    }) => {
      const proxy = await startHttpProxy();
      const id = await desk.add({ address: server.base });
      await desk.parts.profileEditor.connect(id, { proxy: { mode: 'fixed', url: `http://${proxy.place}` } });
      await desk.parts.logins.login(id, operator.password, null);
      const asked = proxy.asked.length;
      expect(await desk.parts.profileEditor.connect(id, { proxy: to })).toMatchObject({ ok: true });
      expect(desk.row(id)).toMatchObject({ profile: { proxy: to }, session: { phase: 'logged-out' } });
      await expect.poll(() => server.count('POST /auth/logout/')).toBe(1);
      expect(proxy.asked.length, 'by the old way').toBeGreaterThan(asked);
      expect(desk.questions.asked, 'nothing follows, so nobody is asked').toEqual([]);
      await proxy.close();
    });
  }

  test('a token that arrives while the previous session is ended is not moved', async ({ desk, server }) => {
    const id = await desk.add({ address: server.base }, operator.password);
    const { vault } = desk.parts;
    const forget = vault.forget.bind(vault);
    vault.forget = async (...what) => {
      const forgotten = await forget(...what);
      await vault.keep(desk.row(id).profile, new Token('a'.repeat(64)));
      return forgotten;
    };
    expect(await changing(desk, id)).toMatchObject({ problem: { code: 'connection-moved' } });
    expect(desk.row(id).profile.proxy).toEqual({ mode: 'system' });
  });

  test('a running log-in is not stored for another proxy than it used', async ({ desk, server }) => {
    const id = await desk.add({ address: server.base });
    await desk.parts.profileEditor.connect(id, { proxy: { mode: 'direct' } });
    const { logins, vault, sessions } = desk.parts;
    const keep = vault.keep.bind(vault);
    vault.keep = async (...what) => {
      const kept = await keep(...what);
      sessions.update({ ...desk.row(id).profile, proxy: { mode: 'system' } });
      return kept;
    };
    expect(await logins.login(id, operator.password, null)).toMatchObject({ problem: { code: 'cancelled' } });
    expect(vault.find(desk.row(id).profile).kind).toBe('none');
    await expect.poll(() => server.liveTokens).toBe(0);
  });

  test('a session continues without a proxy once a person confirms it', async ({ desk, server }) => {
    const proxy = await startHttpProxy();
    const id = await desk.add({ address: server.base });
    await desk.parts.profileEditor.connect(id, { proxy: { mode: 'fixed', url: `http://${proxy.place}` } });
    await desk.parts.logins.login(id, operator.password, null);
    const direct = { proxy: { mode: 'direct' } } as const;
    expect(await desk.parts.profileEditor.connect(id, direct)).toMatchObject({
      problem: { code: 'connection-kept' },
    });
    desk.questions.answer = 'confirm';
    expect(await desk.parts.profileEditor.connect(id, direct)).toMatchObject({ ok: true });
    expect(await desk.parts.checks.check(id, true)).toMatchObject({ ok: true });
    await proxy.close();
  });
});
