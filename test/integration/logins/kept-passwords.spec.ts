import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { filesHolding } from '../../support/canary.ts';
import { test } from '../../support/desk.ts';

describe('a saved password', () => {
  test('logs in again automatically, also after a restart, and is nowhere unencrypted', async ({
    desk,
    serve,
  }) => {
    const server = await serve({ https: true });
    const id = await desk.add({ address: server.base });
    const met = await desk.parts.logins.login(id, operator.password, null, true);
    if (met.ok || met.problem.code !== 'certificate-untrusted') throw new Error('No certificate was met');
    await desk.parts.profileEditor.trust(id, met.problem.certificate.fingerprint);
    expect(await desk.parts.logins.login(id, operator.password, null, true)).toMatchObject({ ok: true });
    expect(desk.row(id).passwordKept).toBe(true);
    await desk.parts.logins.logout(id);
    expect(desk.row(id)).toMatchObject({ session: { phase: 'logged-out' }, passwordKept: true });

    const again = await desk.restart();
    expect(again.row(id).passwordKept).toBe(true);
    expect(await again.parts.logins.loginAgain(id)).toMatchObject({ ok: true });
    expect(again.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
    expect(await filesHolding(again.folder, operator.password)).toEqual([]);
  });

  test('that the server rejects is removed, so that it is not sent twice', async ({ desk, serve }) => {
    const server = await serve({ https: true });
    const id = await desk.add({ address: server.base });
    const met = await desk.parts.logins.login(id, operator.password, null);
    if (met.ok || met.problem.code !== 'certificate-untrusted') throw new Error('No certificate was met');
    await desk.parts.profileEditor.trust(id, met.problem.certificate.fingerprint);
    await desk.parts.vault.keepPassword(desk.row(id).profile, 'an old password');
    expect(await desk.parts.logins.loginAgain(id)).toMatchObject({ problem: { code: 'wrong-password' } });
    expect(await desk.parts.logins.loginAgain(id)).toMatchObject({ problem: { code: 'no-kept-password' } });
  });

  test('over plain HTTP is refused before anything is sent', async ({ desk, server }) => {
    const id = await desk.add({ address: server.base });
    expect(await desk.parts.logins.login(id, operator.password, null, true)).toEqual({
      ok: false,
      problem: { code: 'password-not-kept', reason: 'plain-http' },
    });
    expect(server.count('/auth/login/')).toBe(0);
  });

  test('is saved for the connection it was typed for, and not if that has changed meanwhile', async ({
    desk,
  }) => {
    const id = await desk.add({ address: 'https://10.0.0.1' });
    const typedFor = desk.row(id).profile;
    await desk.parts.vault.access.setPassphrase('seven calm cranes', null);
    expect(await desk.parts.profileEditor.connect(id, { proxy: { mode: 'direct' } })).toMatchObject({
      ok: true,
    });
    await desk.parts.logins.keepPassword(typedFor, operator.password, true);
    expect(desk.parts.vault.holdsPassword(id)).toBe(false);
    expect(desk.row(id).passwordKept).toBe(false);
    await desk.parts.logins.keepPassword(desk.row(id).profile, operator.password, true);
    expect(desk.parts.vault.holdsPassword(id)).toBe(true);
  });
});
