import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, vi } from 'vitest';
import { fail } from '../../../contract/core/result.ts';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { hasToken } from '../../../contract/sessions/session.ts';
import type { StateChange } from '../../../contract/state.ts';
import { ProfileStore } from '../../../main/profiles/profile-store.ts';
import { Token } from '../../../main/token/token.ts';
import { operator } from '../../emulator/default-users.ts';
import { answersOf } from '../../support/answers.ts';
import { filesHolding } from '../../support/canary.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

/** Undoes the last change, as the window does. */
function undo(app: HeadlessApp) {
  return answersOf(app).undo({ id: app.parts.live.read().undoable?.id ?? 0 });
}

async function addMany(app: HeadlessApp, count: number): Promise<readonly ProfileId[]> {
  const drafts = Array.from({ length: count }, (_, number) =>
    sampleDraft({ address: `https://10.1.${number >> 8}.${number & 255}`, name: `Server ${number}` }),
  );
  const added = await app.parts.profileEditor.addAll(drafts.map((draft) => ({ draft, brought: {} })));
  return added.flatMap((one) => (one.ok ? [one.value] : []));
}

describe('a removed server', () => {
  test('is on no disk, and comes back whole with a session that works', async ({ app, server }) => {
    const draft = { address: server.base, name: 'Secret site', tags: ['airport'] };
    const id = await app.add(draft, operator.password);
    await app.parts.manySessions.check([id]);
    const before = app.row(id);
    const user = await app.parts.users.get(id);
    if (!hasToken(before.session)) throw new Error('not logged in');

    expect(await answersOf(app).removeProfile({ profileId: id, logOut: false })).toMatchObject({ ok: true });
    expect(app.parts.live.read().undoable).toEqual({
      ...{ id: 1, kind: 'removed', count: 1, name: 'Secret site', sessionsLeft: 1 },
    });
    for (const secret of ['Secret site', id, before.session.fingerprint])
      for (const file of await filesHolding(app.folder, secret)) expect(file).toMatch(/journal\.jsonl|logs/);

    expect(await undo(app)).toMatchObject({ ok: true });
    expect(app.row(id)).toMatchObject({ ...before, nextCheck: expect.anything() });
    expect(await app.parts.users.get(id)).toEqual(user);
    expect(app.parts.live.read().undoable).toBeNull();
    expect(await app.parts.sessionCopy.copy(id, false)).toMatchObject({ ok: true });
    const answer = await fetch(`${server.base}/users/me/`, { headers: headerOn(app) });
    expect(answer.status).toBe(200);

    const again = await app.restart();
    expect(again.row(id)).toMatchObject({ profile: before.profile, session: { phase: 'active' } });
    expect(again.parts.live.read().undoable).toBeNull();
  });

  test('comes back with its saved password', async ({ app }) => {
    const id = await app.add({ address: 'https://10.0.4.7' });
    const { profile } = app.row(id);
    await app.parts.vault.keepPassword(profile, 'a password');
    app.parts.sessions.setPasswordKept(id, true);
    await app.parts.profileRemoval.remove(id, false);
    expect(app.parts.vault.password(profile)).toBeNull();
    await undo(app);
    expect(app.row(id).passwordKept).toBe(true);
    expect(app.parts.vault.password(profile)).toBe('a password');
  });

  test('comes back logged out after a log-out, and gets another name if its own is taken', async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base, name: 'Airport' }, operator.password);
    await app.parts.profileRemoval.remove(id, true);
    expect(server.liveTokens).toBe(0);
    expect(app.parts.live.read().undoable).toMatchObject({ sessionsLeft: 0 });
    await app.add({ address: server.base, name: 'Airport', userName: 'admin' });
    expect(await undo(app)).toMatchObject({ ok: true });
    expect(app.row(id)).toMatchObject({ profile: { name: 'Airport 2' }, session: { phase: 'logged-out' } });
  });

  test('comes back without its session after a lock', async ({ app, server }) => {
    const id = await app.add({ address: server.base, name: 'Airport' }, operator.password);
    await app.parts.profileRemoval.remove(id, false);
    await app.parts.appLock.lock('asked');
    expect(await answersOf(app).undo({ id: 1 })).toMatchObject({ problem: { code: 'locked' } });
    await app.parts.appLock.unlock(null);
    expect(await undo(app)).toMatchObject({ ok: true });
    expect(app.row(id)).toMatchObject({ profile: { name: 'Airport' }, session: { phase: 'logged-out' } });
    expect(app.parts.vault.find(app.row(id).profile)).toEqual({ kind: 'none' });
    const again = await app.restart();
    expect(again.row(id).session, 'after a restart too').toEqual({ phase: 'logged-out' });
  });

  test('comes back without its pending log-out, which counts as a session that is left', async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base }, operator.password);
    server.switches.only('/auth/logout/', { proxyError: '500' });
    await app.parts.logins.logout(id);
    expect(app.row(id).endings).toHaveLength(1);
    await app.parts.profileRemoval.remove(id, false);
    expect(app.parts.live.read().undoable).toMatchObject({ sessionsLeft: 1 });
    await undo(app);
    expect(app.row(id)).toMatchObject({ session: { phase: 'logged-out' }, endings: [] });
    const again = await app.restart();
    expect(again.row(id).endings).toEqual([]);
  });

  test('ends a pending log-out with a last attempt, if asked', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    server.switches.only('/auth/logout/', { proxyError: '500' });
    await app.parts.logins.logout(id);
    server.switches.reset();
    expect(await app.parts.profileRemoval.remove(id, true)).toMatchObject({ ok: true });
    expect(server.liveTokens).toBe(0);
    expect(app.parts.live.read().undoable).toMatchObject({ sessionsLeft: 0 });
  });

  test('comes back with others under names that differ', async ({ app }) => {
    const ids = [
      await app.add({ address: '10.0.4.7', name: 'Airport' }),
      await app.add({ address: '10.0.4.8', name: 'Airport 2' }),
    ];
    await app.parts.profileRemoval.removeMany(ids, false);
    await app.add({ address: '10.0.4.9', name: 'Airport' });
    expect(await undo(app)).toMatchObject({ ok: true });
    expect(ids.map((id) => app.row(id).profile.name)).toEqual(['Airport 2', 'Airport 2 2']);
  });

  test('does not come back once the vault was reset from the lock screen', async ({ app }) => {
    const id = await app.add({ address: '10.0.4.7', name: 'Secret site' });
    await app.parts.profileRemoval.remove(id, false);
    await app.parts.appLock.lock('asked');
    const calls = answersOf(app);
    expect(await calls.replaceVault({ word: 'RESET' })).toMatchObject({ ok: true });
    expect(await calls.readState()).not.toContain('Secret site');
    expect(await calls.undo({ id: 1 })).toMatchObject({ problem: { code: 'nothing-to-undo' } });
    expect(app.parts.live.rows()).toEqual([]);
  });

  test('comes back logged out if its token is not the one of its session', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    await app.parts.vault.keep(app.row(id).profile, new Token('a'.repeat(64)));
    await app.parts.profileRemoval.remove(id, false);
    expect(await undo(app)).toMatchObject({ ok: true });
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
    expect(app.parts.vault.find(app.row(id).profile)).toEqual({ kind: 'none' });
  });

  test('leaves neither its checks nor a connection', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    await app.parts.checks.check(id);
    await app.parts.profileRemoval.remove(id, false);
    expect(await app.parts.clients.known(id)).toBeUndefined();
    await app.parts.close();
    for (const file of await filesHolding(app.folder, id)) expect(file).toMatch(/journal\.jsonl|logs/);
  });

  test('that is removed twice at once comes back once', async ({ app }) => {
    const id = await app.add({ address: '10.0.4.7' });
    const { profileRemoval } = app.parts;
    await Promise.all([profileRemoval.remove(id, false), profileRemoval.removeMany([id], false)]);
    expect(await undo(app)).toMatchObject({ ok: true });
    expect(app.parts.live.rows()).toHaveLength(1);
    expect(app.parts.live.read().undoable).toBeNull();
  });

  test('has its token in memory if the disk is full when it comes back', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    await app.parts.profileRemoval.remove(id, false);
    const { vault } = app.parts;
    const keep = vault.keep.bind(vault);
    vault.keep = async (...what) => {
      await keep(...what);
      return fail({ code: 'not-saved', file: 'vault.json', reason: 'disk-full' });
    };
    expect(await undo(app)).toMatchObject({ ok: true });
    expect(app.row(id).session).toMatchObject({ phase: 'active', secret: 'memory' });
  });

  test('that the list does not take again stays removed, and says why', async ({ app }) => {
    const id = await app.add({ address: '10.0.4.7' });
    await app.parts.profileRemoval.remove(id, false);
    const full = fail({ code: 'list-full', most: 10_000 });
    const restore = vi.spyOn(ProfileStore.prototype, 'restore').mockResolvedValueOnce(full);
    expect(await undo(app)).toEqual(full);
    expect(app.parts.live.rows()).toEqual([]);
    restore.mockRestore();
    expect(await undo(app)).toMatchObject({ ok: true });
  });

  test('is undone once, the last one first', async ({ app }) => {
    const [one, two] = [await app.add({ address: '10.0.4.7' }), await app.add({ address: '10.0.4.8' })];
    await app.parts.profileRemoval.remove(one, false);
    await app.parts.profileRemoval.remove(two, false);
    const calls = answersOf(app);
    expect(await calls.undo({ id: 1 })).toMatchObject({ problem: { code: 'nothing-to-undo' } });
    const twice = await Promise.all([calls.undo({ id: 2 }), calls.undo({ id: 2 })]);
    expect(twice.map(({ ok }) => ok)).toEqual([true, false]);
    expect(app.parts.live.row(two)).toBeDefined();
    expect(app.parts.live.row(one)).toBeUndefined();
    expect(await undo(app)).toMatchObject({ ok: true });
    expect(app.parts.live.row(one)).toBeDefined();
  });

  test('whose undo comes while it is still being forgotten keeps its token', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    let undone: Promise<unknown> | null = null;
    app.parts.live.watch(({ undoable }) => {
      if (undoable && undone === null) undone = undo(app);
    });
    await app.parts.profileRemoval.remove(id, false);
    expect(await undone).toMatchObject({ ok: true });
    expect(app.parts.vault.find(app.row(id).profile).kind).toBe('token');
  });
});

describe('thousands of servers', { timeout: 60_000 }, () => {
  test('are removed and brought back by one change of the state and one save each', async ({ app }) => {
    const ids = await addMany(app, 5_000);
    const changes: StateChange[] = [];
    app.parts.live.watch((change) => changes.push(change));
    expect(await savedCount(app)).toBe(5_000);

    await answersOf(app).removeMany({ profileIds: ids, logOut: false });
    expect(changes.filter(({ gone }) => gone).map(({ gone }) => gone?.length)).toEqual([5_000]);
    expect(await savedCount(app)).toBe(0);
    expect(app.parts.live.read().undoable).toMatchObject({ count: 5_000, name: 'Server 0' });

    changes.length = 0;
    await undo(app);
    expect(changes.filter(({ rows }) => rows).map(({ rows }) => rows?.length)).toEqual([5_000]);
    expect(await savedCount(app)).toBe(5_000);
  });
});

function headerOn(app: HeadlessApp): Record<string, string> {
  const [name = '', value = ''] = app.board.text.split(': ');
  return { [name]: value };
}

async function savedCount(app: HeadlessApp): Promise<number> {
  const text = await readFile(join(app.folder, 'profiles.json'), 'utf8');
  return (JSON.parse(text) as { profiles: unknown[] }).profiles.length;
}
