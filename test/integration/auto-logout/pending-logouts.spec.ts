import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { rowStatus } from '../../../contract/sessions/session.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { answersOf } from '../../support/answers.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

/** A profile whose log-out was not confirmed. */
async function pendingAt(app: HeadlessApp, server: Emulator) {
  const id = await app.add({ address: server.base }, operator.password);
  server.switches.only('/auth/logout/', { proxyError: '500' });
  const result = await app.parts.logins.logout(id);
  expect(result).toMatchObject({ ok: false, problem: { code: 'logout-unconfirmed', pending: true } });
  return id;
}

const standing = (app: HeadlessApp, id: Parameters<HeadlessApp['row']>[0]) =>
  rowStatus(app.row(id), Date.now(), 0);

describe('a log-out that the server does not confirm', { tags: ['row-33'] }, () => {
  test('is shown as pending until it does, also after a restart, and its header cannot be copied', async ({
    app,
    server,
  }) => {
    const id = await pendingAt(app, server);
    expect(standing(app, id)).toBe('log-out-pending');
    expect(await app.parts.sessionCopy.copy(id, true)).toEqual({
      ok: false,
      problem: { code: 'no-session' },
    });
    const again = await app.restart();
    expect(standing(again, id)).toBe('log-out-pending');
    expect(again.row(id).endings).toMatchObject([{ tries: expect.any(Number), cause: 'server-failed' }]);
    expect(server.liveTokens).toBe(1);
    server.switches.reset();
    const [ending] = again.row(id).endings;
    expect(await again.parts.pendingLogouts.tryNow(id, ending?.id ?? '')).toEqual({
      ok: true,
      value: undefined,
    });
    expect(server.liveTokens).toBe(0);
    expect(standing(again, id)).toBe('logged-out');
    expect(again.parts.vault.pendingLogoutIds(id)).toEqual([]);
  });

  test('keeps its token under a new key, also after its profile has moved', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    server.switches.only('/auth/logout/', { proxyError: '500' });
    const moved = sampleDraft({ address: '10.0.4.7', name: 'A', userName: operator.name });
    expect(await app.parts.profileEditor.edit(id, moved)).toMatchObject({ ok: true });
    await expect.poll(() => app.row(id).endings[0]?.tries).toBeGreaterThan(0);
    expect(await answersOf(app).rotateKey({ passphrase: null })).toMatchObject({ ok: true });
    server.switches.reset();
    await app.parts.pendingLogouts.tryAll(id);
    await expect.poll(() => server.liveTokens).toBe(0);
  });

  test('is complete when the server does not know the token any more', async ({ app, server }) => {
    const id = await pendingAt(app, server);
    server.switches.reset();
    server.endSessions('ivanov');
    await app.parts.pendingLogouts.tryAll(id);
    expect(standing(app, id)).toBe('logged-out');
  });

  test('is not completed by any other response', async ({ app, server }) => {
    const id = await pendingAt(app, server);
    for (const trouble of [
      { captivePortal: true },
      { licence: '401' },
      { licence: '403' },
      { connection: 'reset' },
      { proxyError: '502' },
    ] as const) {
      server.switches.reset();
      server.switches.only('/auth/logout/', trouble);
      await app.parts.pendingLogouts.tryAll(id);
      expect(standing(app, id), JSON.stringify(trouble)).toBe('log-out-pending');
    }
    expect(server.liveTokens).toBe(1);
  });

  test('can be dropped, which leaves the session on the server', async ({ app, server }) => {
    const id = await pendingAt(app, server);
    const [ending] = app.row(id).endings;
    await app.parts.pendingLogouts.forget(id, ending?.id ?? '');
    expect([standing(app, id), app.parts.vault.pendingLogoutIds(id)]).toEqual(['logged-out', []]);
    expect(server.liveTokens).toBe(1);
  });

  test('does not prevent a new log-in, and does not affect it', async ({ app, server }) => {
    const id = await pendingAt(app, server);
    await app.parts.logins.login(id, operator.password, null);
    server.switches.reset();
    await app.parts.pendingLogouts.tryAll(id);
    expect(app.row(id).endings).toEqual([]);
    expect((await app.parts.sessionCopy.copy(id, false)).ok).toBe(true);
    await app.parts.checks.check(id);
    expect(app.row(id).session).toMatchObject({ lastCheck: { verdict: 'accepted' } });
  });

  test('ends with a removed profile, which is reported, after a last attempt', async ({ app, server }) => {
    const id = await pendingAt(app, server);
    const removed = await app.parts.profileRemoval.remove(id, true);
    expect(removed).toMatchObject({ ok: false, problem: { code: 'logout-unconfirmed', pending: false } });
    expect(app.parts.vault.pendingLogoutIds(id)).toEqual([]);
    server.switches.reset();
    const other = await pendingAt(app, server);
    server.switches.reset();
    expect(await app.parts.profileRemoval.remove(other, true)).toEqual({ ok: true, value: undefined });
  });

  test('continues at the old server when the address is edited', async ({ app, server, serve }) => {
    const id = await app.add({ address: server.base, name: 'Moving' }, operator.password);
    server.switches.only('/auth/logout/', { connection: 'reset' });
    const elsewhere = await serve();
    const draft = sampleDraft({ address: elsewhere.base, name: 'Moving' });
    await app.parts.profileEditor.edit(id, draft);
    await expect.poll(() => app.row(id).endings).toMatchObject([{ cause: 'server-unreachable' }]);
    server.switches.reset();
    await app.parts.pendingLogouts.tryAll(id);
    expect([server.liveTokens, app.row(id).endings.length]).toEqual([0, 0]);
    expect(elsewhere.requests).toHaveLength(0);
  });

  test('is not sent elsewhere by an edited profiles.json', { tags: ['row-79'] }, async ({
    app,
    server,
    serve,
  }) => {
    const id = await pendingAt(app, server);
    const evil = await serve();
    await app.parts.close();
    const path = join(app.folder, 'profiles.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll(server.base, evil.base));
    const again = await app.restart();
    await again.parts.pendingLogouts.tryAll(id);
    expect(evil.requests).toHaveLength(0);
    expect(again.row(id).endings).toMatchObject([{ state: 'vault-closed' }]);
  });

  test('in memory only is lost on quit, and the next start reports it as unconfirmed', async ({
    app,
    server,
  }) => {
    app.cipher.ready = false;
    const first = await app.restart();
    const id = await pendingAt(first, server);
    const again = await first.restart();
    expect(again.row(id).endings).toMatchObject([{ state: 'token-lost' }]);
    expect(standing(again, id)).toBe('log-out-pending');
    const [ending] = again.row(id).endings;
    await again.parts.pendingLogouts.forget(id, ending?.id ?? '');
    expect(standing(again, id)).toBe('logged-out');
  });
});
