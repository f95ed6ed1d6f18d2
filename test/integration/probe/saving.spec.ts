import { describe, expect } from 'vitest';
import { addressText } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import { empty } from '../../emulator/http/answer.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const draftOf = (address: string) => sampleDraft({ address, userName: operator.name });
const bare = (origin: string) => origin.replace(/^https?:\/\//, '');

async function look(app: HeadlessApp, address: string, pinned: string | null = null) {
  const trusting = pinned === null ? null : ({ mode: 'pin', fingerprint: pinned } as const);
  const found = await app.parts.serverProbe.probe({ address, trusting, profileId: null });
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
}

describe('a profile that is saved after a probe', () => {
  test('has the address and server info that were found, also after a restart', async ({ app, serve }) => {
    const server = await serve({ switches: { prefix: '/api', authType: 'face_or_password' } });
    const typed = bare(server.origin);
    const finding = await look(app, typed);
    const added = await app.parts.profileEditor.add(
      draftOf(typed),
      app.parts.serverProbe.found(finding.id, typed),
    );
    if (!added.ok) throw new Error(added.problem.code);
    const expected = {
      profile: { name: typed, address: { origin: server.origin, basePath: '/api' }, tls: { mode: 'system' } },
      server: { authType: 'face_or_password', sessionSeconds: 15_552_000 },
    };
    expect(app.row(added.value)).toMatchObject(expected);
    const again = await app.restart();
    expect(again.row(added.value)).toMatchObject(expected);
  });

  test('trusts the certificate that a person compared during the probe, and logs in', async ({
    app,
    serve,
  }) => {
    const server = await serve({ https: true });
    const shown = await app.parts.serverProbe.probe({
      address: server.origin,
      trusting: null,
      profileId: null,
    });
    if (shown.ok || shown.problem.code !== 'certificate-untrusted') throw new Error('Trusted by whom?');
    const { fingerprint } = shown.problem.certificate;
    const finding = await look(app, server.origin, fingerprint);
    const probed = app.parts.serverProbe.found(finding.id, server.origin);
    const added = await app.parts.profileEditor.add(draftOf(server.origin), probed);
    if (!added.ok) throw new Error(added.problem.code);
    expect(app.row(added.value).profile.tls).toMatchObject({ mode: 'pin', fingerprint });
    expect(await app.parts.logins.login(added.value, operator.password, null)).toEqual({ ok: true });
  });

  test('stays under the path where it was found when it is edited, and after a restart', async ({
    app,
    server,
  }) => {
    const address = { origin: server.origin, basePath: '/findface' };
    const id = await app.add({ address: server.base }, operator.password);
    await app.parts.profileEditor.bring(id, { address });
    const { session } = app.row(id);
    const unchanged = { ...draftOf(addressText(address)), name: 'Gate' };
    expect(await app.parts.connectionSettings.edit(id, unchanged, null, null)).toEqual({ ok: true });
    expect(app.row(id)).toMatchObject({
      profile: { name: 'Gate', address },
      session: { phase: session.phase },
    });
    const again = await app.restart();
    expect(again.row(id).profile.address).toEqual(address);
  });

  test('keeps the typed base path if another one was found', async ({ app, server }) => {
    const typed = `${server.origin}/site-2/api`;
    const finding = await look(app, typed);
    const added = await app.parts.profileEditor.add(
      draftOf(typed),
      app.parts.serverProbe.found(finding.id, typed),
    );
    if (!added.ok) throw new Error(added.problem.code);
    expect(app.row(added.value).profile.address.basePath).toBe('/site-2/api');
  });

  test('that existed gets trust and server info, and loses them with its address', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const id = await app.add({ address: server.origin });
    const shown = await app.parts.serverProbe.probe({
      address: server.origin,
      trusting: null,
      profileId: id,
    });
    if (shown.ok || !('certificate' in shown.problem)) throw new Error('Trusted by whom?');
    const finding = await look(app, server.origin, shown.problem.certificate.fingerprint);
    const probed = app.parts.serverProbe.found(finding.id, server.origin);
    await app.parts.profileEditor.edit(id, draftOf(server.origin), { probed: probed });
    expect(app.row(id)).toMatchObject({
      profile: { tls: { mode: 'pin' } },
      server: { authType: 'password' },
    });
    await app.parts.profileEditor.edit(id, draftOf('https://10.0.4.7'));
    expect(app.row(id)).toMatchObject({ profile: { tls: { mode: 'system' } }, server: null });
  });
});

describe('the server info', () => {
  test('is loaded at the first log-in and again at most once a day, or on a manual check', async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.origin }, operator.password);
    await expect.poll(() => app.row(id).server).toMatchObject({ authType: 'password' });
    server.forgetRequests();
    server.switches.set({ sessionSeconds: 60 });
    await app.parts.manySessions.checkAll();
    expect(server.count('/config.json')).toBe(0);
    await app.parts.checks.check(id, true);
    await expect.poll(() => app.row(id).server).toMatchObject({ sessionSeconds: 60 });
    expect(server.count('/config.json')).toBe(1);
  });

  test('is kept if the server has none, and fails no check', async ({ app, server }) => {
    const id = await app.add({ address: server.origin }, operator.password);
    await expect.poll(() => app.row(id).server).not.toBeNull();
    const known = app.row(id).server;
    server.rewrite('/config.json', () => empty(404));
    expect(await app.parts.checks.check(id, true)).toEqual({ ok: true });
    await expect.poll(() => server.count('/config.json')).toBe(2);
    expect(app.row(id)).toMatchObject({ server: known, session: { lastCheck: { verdict: 'accepted' } } });
  });
});
