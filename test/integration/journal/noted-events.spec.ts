import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Settings } from '../../../contract/settings.ts';
import { vaultHandlers } from '../../../main/lock/ipc-handlers.ts';
import { Token } from '../../../main/token/token.ts';
import { operator } from '../../emulator/default-users.ts';
import { filesHolding } from '../../support/canary.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const everything = { profileId: null, kind: null, text: '' };

/** The journal entries, oldest first. */
async function told(app: HeadlessApp): Promise<readonly (readonly [string, object])[]> {
  const entries = await app.parts.journal.readAll(everything);
  return entries.map(({ what, facts }) => [what, facts]);
}

describe('the journal of a session', () => {
  test('records the whole life of a profile, in order and once', async ({ app, server }) => {
    const draft = { name: 'Airport', userName: operator.name, tags: [], environment: 'production' } as const;
    const id = await app.add({ address: server.base, ...draft });
    await app.parts.logins.login(id, 'not the password', null);
    await app.parts.logins.login(id, operator.password, null);
    await app.parts.sessionCopy.copy(id, false);
    await app.parts.checks.check(id);
    await app.parts.profileEditor.edit(id, { ...draft, address: server.base, name: 'Airport T2' });
    await app.parts.profileEditor.markFavourite(id, true);
    await app.parts.logins.logout(id);
    await app.parts.profileRemoval.remove(id, false);
    expect(await told(app)).toEqual([
      ['profile-added', {}],
      ['login-refused', { code: 'wrong-password' }],
      ['logged-in', { kept: 'sealed', wayIn: 'password' }],
      ['header-copied', { production: true, anyway: false }],
      ['profile-edited', { otherLogin: false }],
      ['logged-out', { confirmed: true }],
      ['profile-removed', { sessionLeft: false }],
    ]);
    const [first] = await app.parts.journal.readAll(everything);
    expect(first).toMatchObject({
      name: 'Airport',
      userName: operator.name,
      host: new URL(server.base).host,
    });
  });

  test('records a session that the server ended, once for many checks', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    server.endSessions(operator.name);
    await app.parts.checks.check(id);
    await app.parts.checks.check(id);
    const refusals = (await told(app)).filter(([what]) => what === 'session-refused');
    expect(refusals).toEqual([['session-refused', { code: 'session-refused' }]]);
  });

  test('records that a removed profile left its session on the server', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    await app.parts.profileRemoval.remove(id, false);
    expect((await told(app)).at(-1)).toEqual(['profile-removed', { sessionLeft: true }]);
  });

  test('does not record an unreachable server as a rejection', async ({ app, serve }) => {
    const server = await serve();
    const id = await app.add({ address: server.base });
    await server.close();
    await app.parts.logins.login(id, operator.password, null);
    expect((await told(app)).at(-1)).toEqual(['login-failed', { code: 'server-unreachable' }]);
  });

  test('is there after a restart, without duplicates and secrets, like the log files', async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base, name: 'Airport' }, operator.password);
    await app.parts.sessionCopy.copy(id, false);
    const token = app.board.text.replace('Authorization: Token ', '');
    const before = await told(app);
    const again = await app.restart();
    expect(await told(again)).toEqual(before);
    await again.parts.close();
    const log = await readFile(join(app.folder, 'logs/app.log'), 'utf8');
    expect(log).toContain(`logged-in profile=${id} kept=sealed`);
    expect(log).toContain('storage kind=sealed');
    expect(log).not.toMatch(/Airport|ivanov|127\.0\.0\.1|localhost/);
    const found = [
      ...(await filesHolding(app.folder, token)),
      ...(await filesHolding(app.folder, operator.password)),
    ];
    expect(found).toEqual([]);
  });

  test('records every change of trust and proxy, with the previous value', async ({ app }) => {
    const id = await app.add({ address: 'https://10.0.4.7' });
    const { profileEditor: profiles } = app.parts;
    const pin = { mode: 'pin', fingerprint: `${'ab'.repeat(8)}${'0'.repeat(48)}`, trustedAt: 1 } as const;
    const ca = { mode: 'ca', fingerprint: `${'cd'.repeat(8)}${'0'.repeat(48)}`, trustedAt: 1 } as const;
    await profiles.connect(id, { tls: pin });
    await profiles.connect(id, { tls: ca });
    await profiles.connect(id, {
      tls: { mode: 'system' },
      proxy: { mode: 'fixed', url: 'http://10.0.0.1:3128' },
    });
    await profiles.connect(id, { proxy: { mode: 'fixed', url: 'socks5://[fd00::1]:1080' } });
    await profiles.connect(id, { proxy: { mode: 'direct' } });
    expect((await told(app)).slice(1)).toEqual([
      ['certificate-trusted', { replaced: false, from: 'system', to: `pin:${'ab'.repeat(8)}` }],
      ['trust-changed', { from: `pin:${'ab'.repeat(8)}`, to: `ca:${'cd'.repeat(8)}` }],
      ['trust-changed', { from: `ca:${'cd'.repeat(8)}`, to: 'system' }],
      ['proxy-changed', { from: 'system', to: '10.0.0.1:3128' }],
      ['proxy-changed', { from: '10.0.0.1:3128', to: 'fd00::1:1080' }],
      ['proxy-changed', { from: 'fd00::1:1080', to: 'direct' }],
    ]);
  });

  test('records every change of clipboard and lock settings, and of the keyring as key source', async ({
    app,
  }) => {
    const { live, vault } = app.parts;
    const set = (changed: Partial<Settings>) =>
      app.parts.applySettings({ ...live.read().settings, ...changed });
    set({ theme: 'dark' });
    set({ clearAfterSeconds: null });
    set({ lockAfterIdleMinutes: 15, lockWithScreen: true });
    set({ lockAfterIdleMinutes: null, lockOnSleep: true, lockOnQuit: true });
    const calls = vaultHandlers({
      ...app.parts,
      changeSettings: async () => undefined,
    });
    await app.add({ address: '10.0.4.7' });
    await vault.keep(app.parts.live.rows()[0]?.profile ?? sampleProfile(), new Token('a'.repeat(64)));
    const passphrase = 'correct horse battery';
    await calls.setPassphrase({ passphrase, current: null });
    for (const on of [false, true])
      expect(await calls.letKeyringOpen({ on, passphrase })).toMatchObject({ ok: true });
    expect(await told(app)).toEqual([
      ['clipboard-rule', { from: 30, to: 'never' }],
      ['lock-rule', { rule: 'idle', from: 'never', to: 15 }],
      ['lock-rule', { rule: 'screen', from: 'off', to: 'on' }],
      ['lock-rule', { rule: 'idle', from: 15, to: 'never' }],
      ['lock-rule', { rule: 'sleep', from: 'off', to: 'on' }],
      ['lock-rule', { rule: 'start', from: 'off', to: 'on' }],
      ['profile-added', {}],
      ['passphrase-set', { changed: false }],
      ['keyring-removed', {}],
      ['keyring-added', {}],
    ]);
  });
});
