import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { filesHolding } from '../../support/canary.ts';
import { test } from '../../support/headless-app.ts';

describe('a saved password', () => {
  test('logs in again automatically, also after a restart, and is nowhere unencrypted', async ({
    app,
    serve,
  }) => {
    const server = await serve({ https: true });
    const id = await app.add({ address: server.base });
    const met = await app.parts.logins.login(id, operator.password, null, true);
    if (met.ok || met.problem.code !== 'certificate-untrusted') throw new Error('No certificate was met');
    await app.parts.profileEditor.trust(id, met.problem.certificate.fingerprint);
    expect(await app.parts.logins.login(id, operator.password, null, true)).toMatchObject({ ok: true });
    expect(app.row(id).passwordKept).toBe(true);
    await app.parts.logins.logout(id);
    expect(app.row(id)).toMatchObject({ session: { phase: 'logged-out' }, passwordKept: true });

    const again = await app.restart();
    expect(again.row(id).passwordKept).toBe(true);
    expect(await again.parts.logins.loginAgain(id)).toMatchObject({ ok: true });
    expect(again.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
    expect(await filesHolding(again.folder, operator.password)).toEqual([]);
  });

  test('that the server rejects is removed, so that it is not sent twice', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const id = await app.add({ address: server.base });
    const met = await app.parts.logins.login(id, operator.password, null);
    if (met.ok || met.problem.code !== 'certificate-untrusted') throw new Error('No certificate was met');
    await app.parts.profileEditor.trust(id, met.problem.certificate.fingerprint);
    await app.parts.vault.keepPassword(app.row(id).profile, 'an old password');
    expect(await app.parts.logins.loginAgain(id)).toMatchObject({ problem: { code: 'wrong-password' } });
    expect(await app.parts.logins.loginAgain(id)).toMatchObject({ problem: { code: 'no-kept-password' } });
  });

  test('over plain HTTP is refused before anything is sent', async ({ app, server }) => {
    const id = await app.add({ address: server.base });
    expect(await app.parts.logins.login(id, operator.password, null, true)).toEqual({
      ok: false,
      problem: { code: 'password-not-kept', reason: 'plain-http' },
    });
    expect(server.count('/auth/login/')).toBe(0);
  });

  test('is saved for the connection it was typed for, and not if that has changed meanwhile', async ({
    app,
  }) => {
    const id = await app.add({ address: 'https://10.0.0.1' });
    const typedFor = app.row(id).profile;
    await app.parts.vault.access.setPassphrase('seven calm cranes', null);
    expect(await app.parts.profileEditor.connect(id, { proxy: { mode: 'direct' } })).toMatchObject({
      ok: true,
    });
    await app.parts.logins.keepPassword(typedFor, operator.password, true);
    expect(app.parts.vault.holdsPassword(id)).toBe(false);
    expect(app.row(id).passwordKept).toBe(false);
    await app.parts.logins.keepPassword(app.row(id).profile, operator.password, true);
    expect(app.parts.vault.holdsPassword(id)).toBe(true);
  });
});
