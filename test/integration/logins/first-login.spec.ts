import { describe, expect } from 'vitest';
import type { Draft, ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const draft = (address: string, more: Partial<Draft> = {}) =>
  sampleDraft({ address, name: 'Depot', userName: operator.name, ...more });

const bare = (server: Emulator) => server.origin.replace(/^https?:\/\//, '');
const logins = (server: Emulator) => server.count('POST /auth/login/');
const secrets = { password: operator.password, faceToken: null, keepPassword: false } as const;

async function look({ parts }: HeadlessApp, address: string, pinned: string | null = null) {
  const trusting = pinned === null ? null : ({ mode: 'pin', fingerprint: pinned } as const);
  return parts.serverProbe.probe({ address, trusting, profileId: null });
}

/** The ID of a probe result, after trusting the certificate. */
async function findingAt(app: HeadlessApp, address: string): Promise<string> {
  let found = await look(app, address);
  if (!found.ok && 'certificate' in found.problem)
    found = await look(app, address, found.problem.certificate.fingerprint);
  if (!found.ok) throw new Error(found.problem.code);
  return found.value.id;
}

const add = ({ parts }: HeadlessApp, typed: Draft, finding: string | null, more = {}) =>
  parts.firstLogin.run({ draft: typed, finding, like: null, ...secrets, ...more });

const names = ({ parts }: HeadlessApp) => parts.live.rows().map(({ profile }) => profile.name);

describe('a server that is added by logging in', () => {
  test('is added only once the server has granted the session', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const finding = await findingAt(app, server.base);
    const wrong = await add(app, draft(server.base), finding, { password: 'wrong' });
    expect(wrong).toMatchObject({ ok: false, problem: { code: 'wrong-password' } });
    expect(names(app)).toEqual([]);
    const added = await add(app, draft(server.base), finding, { keepPassword: true });
    if (!added.ok) throw new Error(added.problem.code);
    expect(app.row(added.value)).toMatchObject({ session: { phase: 'active' }, passwordKept: true });
    const client = await app.parts.clients.known(added.value);
    expect(client?.certificate, 'known without another check').toMatchObject({ names: ['127.0.0.1'] });
    expect(client?.transport.route).toEqual({ kind: 'direct' });
    const [login] = server.requests.filter(({ path }) => path === '/auth/login/').slice(-1);
    expect(login?.headers['x-uuid']).toBe(app.row(added.value).profile.deviceId);
  });

  test('saves the password for the server it was typed for, not for a changed profile', async ({
    app,
    serve,
  }) => {
    const server = await serve({ https: true });
    const { logins: keeper, profileEditor: profiles } = app.parts;
    const enter = keeper.startSession.bind(keeper);
    keeper.startSession = async (id, entry) => {
      const entered = await enter(id, entry);
      await profiles.edit(id, draft(server.base, { userName: 'admin' }));
      return entered;
    };
    const finding = await findingAt(app, server.base);
    const added = await add(app, draft(server.base), finding, { keepPassword: true });
    if (!added.ok) throw new Error(added.problem.code);
    expect(app.row(added.value)).toMatchObject({ profile: { userName: 'admin' }, passwordKept: false });
    expect(app.parts.vault.password(app.row(added.value).profile)).toBeNull();
  });

  test('under /api with a self-signed certificate is found before the password is sent', async ({
    app,
    serve,
  }) => {
    const server = await serve({ https: true, switches: { prefix: '/api' } });
    const finding = await findingAt(app, bare(server));
    const added = await add(app, draft(bare(server)), finding);
    expect(added).toMatchObject({ ok: true });
    const sent = server.requests.filter(({ headers }) => String(headers.authorization).startsWith('Basic'));
    expect(sent.map(({ path }) => path)).toEqual(['/api/auth/login/']);
  });

  test('gets no password without a probe of exactly this address', async ({ app, server, serve }) => {
    const other = await serve();
    const finding = await findingAt(app, server.base);
    const refused = { ok: false, problem: { code: 'address-not-confirmed' } };
    expect(await add(app, draft(server.base), null)).toEqual(refused);
    expect(await add(app, draft(other.base), finding)).toEqual(refused);
    const elsewhere = `${server.origin}/site-2/api`;
    expect(await add(app, draft(elsewhere), await findingAt(app, elsewhere))).toEqual(refused);
    expect(logins(server) + logins(other)).toBe(0);
    expect(names(app)).toEqual([]);
  });

  test('leaves nothing if cancelled, and a session granted meanwhile is ended', async ({ app, server }) => {
    const finding = await findingAt(app, server.base);
    server.switches.only('/auth/login/', { delayMs: 500 });
    const adding = add(app, draft(server.base), finding);
    await expect.poll(() => logins(server)).toBe(1);
    app.parts.firstLogin.cancel();
    expect(await adding).toEqual({ ok: false, problem: { code: 'cancelled', mayBeGranted: true } });
    await expect.poll(() => server.count('POST /auth/logout/')).toBe(1);
    expect(names(app)).toEqual([]);
    const everything = { profileId: null, kind: null, text: '' } as const;
    expect(JSON.stringify(await app.parts.journal.readAll(everything))).not.toContain('profile-added');
  });

  test('leaves nothing if the window is locked meanwhile', async ({ app, server }) => {
    const finding = await findingAt(app, server.base);
    server.switches.only('/auth/login/', { hang: true });
    const adding = add(app, draft(server.base), finding);
    await expect.poll(() => logins(server)).toBe(1);
    await app.parts.appLock.lock('asked');
    expect(await adding).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(names(app)).toEqual([]);
  });
});

describe('another account on a server', () => {
  test('has the address, the trust and the proxy of the first, whatever the page says', async ({
    app,
    serve,
  }) => {
    const server = await serve({ https: true });
    const finding = await findingAt(app, bare(server));
    const first = await add(app, draft(bare(server)), finding);
    if (!first.ok) throw new Error(first.problem.code);
    const like: ProfileId = first.value;
    const typed = draft('https://evil.example', { name: 'Depot (admin)' });
    const second = await add(app, typed, null, { like });
    if (!second.ok) throw new Error(second.problem.code);
    const one = app.row(like).profile;
    const other = app.row(second.value).profile;
    expect(other).toMatchObject({
      address: one.address,
      tls: one.tls,
      proxy: one.proxy,
      name: 'Depot (admin)',
    });
    expect(other.deviceId).not.toBe(one.deviceId);
    const third = await app.parts.profileEditor.addAccount(like, { ...typed, name: 'Depot (guard)' });
    if (!third.ok) throw new Error(third.problem.code);
    expect(app.row(third.value)).toMatchObject({
      profile: { tls: one.tls },
      session: { phase: 'logged-out' },
    });
    const unnamed = await add(app, { ...typed, name: '' }, null, { like });
    if (!unnamed.ok) throw new Error(unnamed.problem.code);
    expect(app.row(unnamed.value).profile.name).toBe(bare(server));
  });

  test('sends no password where FindFace has not answered yet', async ({ app, serve }) => {
    const server = await serve();
    const like = await app.add({ address: `${server.origin}/elsewhere/api` });
    expect(await add(app, draft(server.base), null, { like })).toMatchObject({ ok: false });
    expect(server.requests.some(({ headers }) => 'authorization' in headers)).toBe(false);
  });

  test('trusts a certificate that the first does not trust yet, once a person does', async ({
    app,
    serve,
  }) => {
    const server = await serve({ https: true });
    const like = await app.add({ address: server.base });
    const typed = draft(server.base, { name: 'Depot (admin)' });
    const untrusted = await add(app, typed, null, { like });
    expect(untrusted).toMatchObject({ ok: false, problem: { code: 'certificate-untrusted' } });
    const second = await add(app, typed, await findingAt(app, server.base), { like });
    if (!second.ok) throw new Error(second.problem.code);
    expect(app.row(second.value)).toMatchObject({
      profile: { tls: { mode: 'pin' } },
      session: { phase: 'active' },
    });
    expect(app.row(like).profile.tls).toEqual({ mode: 'system' });
  });

  test('saved without logging in keeps what was decided about a certificate, at no other origin', async ({
    app,
    serve,
  }) => {
    const [server, other] = [await serve({ https: true }), await serve({ https: true })];
    const like = await app.add({ address: server.base });
    const { serverProbe, profileEditor } = app.parts;
    const trustOf = async (at: typeof server, name: string) => {
      const probed = serverProbe.found(await findingAt(app, at.base), at.base);
      const added = await profileEditor.addAccount(like, draft(at.base, { name }), probed);
      return added.ok ? app.row(added.value).profile.tls.mode : added.problem.code;
    };
    expect(await trustOf(server, 'Depot (admin)')).toBe('pin');
    expect(await trustOf(other, 'Depot (guard)')).toBe('system');
    expect(app.row(like).profile.tls).toEqual({ mode: 'system' });
  });

  test('takes no trust from a probe of another server', async ({ app, serve }) => {
    const [server, other] = [await serve({ https: true }), await serve({ https: true })];
    const like = await app.add({ address: server.base });
    const finding = await findingAt(app, other.base);
    const result = await add(app, draft(other.base), finding, { like });
    expect(result).toMatchObject({ ok: false, problem: { code: 'certificate-untrusted' } });
    expect([logins(server), logins(other)]).toEqual([0, 0]);
  });
});

describe('the first password for a server that was saved without logging in', () => {
  test('is sent once FindFace has answered, to that address', async ({ app, serve }) => {
    const server = await serve({ switches: { prefix: '/api' } });
    const id = await app.add({ address: server.origin });
    expect(await app.parts.checkedLogins.login(id, operator.password, null)).toMatchObject({ ok: true });
    expect(app.row(id).profile.address.basePath).toBe('/api');
    expect(server.count('POST /auth/login/')).toBe(1);
  });

  test('is not sent if something else answers', async ({ app, serve }) => {
    const server = await serve();
    const id = await app.add({ address: `${server.origin}/elsewhere/api` });
    const answer = await app.parts.checkedLogins.login(id, operator.password, null);
    expect(answer.ok).toBe(false);
    expect(server.requests.some(({ headers }) => 'authorization' in headers)).toBe(false);
  });
});
