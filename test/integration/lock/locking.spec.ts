import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { callNames } from '../../../contract/call-names.ts';
import { operator } from '../../emulator/default-users.ts';
import { answersOf } from '../../support/answers.ts';
import { test } from '../../support/headless-app.ts';

describe('a locked window', () => {
  test('shows nothing, serves no calls and copies no header until it is unlocked', async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base }, operator.password);
    await app.parts.sessionCopy.copy(id, false);
    const answers = answersOf(app);
    expect(await answers.lock()).toMatchObject({ ok: true });
    expect(app.board.text, 'the header has left the clipboard').toBe('');
    const state = JSON.parse(await answers.readState());
    expect(state).toMatchObject({ rows: [], clipboard: null, lock: { kind: 'locked', reason: 'asked' } });

    // Repeated here, so that a call allowed by mistake is noticed.
    const answered: readonly string[] = [
      'readState',
      'showWindow',
      'closeWindow',
      'quit',
      'lock',
      'unlock',
      'showQuickAccess',
      'hideQuickAccess',
      'replaceVault',
    ];
    expect(callNames).toEqual(expect.arrayContaining([...answered]));
    expect(callNames.length, 'all calls but these are tried').toBeGreaterThan(50);
    for (const name of callNames) {
      if (answered.includes(name)) continue;
      const answer = answers[name] as (request: unknown) => Promise<unknown>;
      const request = { profileId: id, anyway: true, passphrase: 'x', settings: {} };
      expect(await answer(request), name).toEqual({ ok: false, problem: { code: 'locked' } });
    }
    expect(app.parts.vault.find(app.row(id).profile).kind).toBe('unreadable');

    expect(await answers.unlock({ passphrase: null })).toMatchObject({ ok: true });
    expect(JSON.parse(await answers.readState()).rows).toHaveLength(1);
    expect(await answers.copySession({ profileId: id, anyway: false, format: null })).toMatchObject({
      ok: true,
    });
    expect(app.board.text).toMatch(/^Authorization: Token /);
  });

  test('serves no call that was waiting for the vault when it was locked', async ({ app }) => {
    const id = await app.add({ address: 'http://10.0.0.1' });
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const waiting = answersOf(app, opened).removeProfile({ profileId: id, logOut: false });
    await app.parts.appLock.lock('asked');
    open();
    expect(await waiting).toEqual({ ok: false, problem: { code: 'locked' } });
    await app.parts.appLock.unlock(null);
    expect(app.row(id).profile.id).toBe(id);
  });

  test('keeps the position in the list for an unlock, and not for a reset of the vault', async ({ app }) => {
    const id = await app.add({ address: 'http://10.0.0.1' });
    const answers = answersOf(app);
    const place = { view: 'all', search: 'Airport', selectedId: id, scrollTop: 560 };
    expect(await answers.recallPlace()).toEqual({ ok: true, value: null });
    await answers.keepPlace(place);
    await answers.lock();
    expect(await answers.recallPlace()).toEqual({ ok: false, problem: { code: 'locked' } });
    await answers.unlock({ passphrase: null });
    expect(await answers.recallPlace()).toEqual({ ok: true, value: place });
    await answers.lock();
    expect(await answers.replaceVault({ word: 'RESET' })).toMatchObject({ ok: true });
    expect(await answers.recallPlace()).toEqual({ ok: true, value: null });
  });

  test('ignores responses that arrive after the lock', { tags: ['row-121'] }, async ({ app, server }) => {
    server.switches.only('/auth/login/', { delayMs: 400 });
    const id = await app.add({ address: server.base });
    const login = app.parts.logins.login(id, operator.password, null);
    await expect.poll(() => app.row(id).session.phase).toBe('logging-in');
    await app.parts.appLock.lock('asked');
    expect(await login).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    await app.parts.appLock.unlock(null);
    expect(app.row(id).session).toEqual({ phase: 'logged-out' });
    expect(app.parts.vault.find(app.row(id).profile)).toEqual({ kind: 'none' });
  });

  test('drops tokens that are in memory only, and says so afterwards', async ({ app: first, server }) => {
    first.cipher.ready = false;
    const app = await first.restart();
    expect(app.parts.live.read().storageAsked, 'not before there is a token').toBe(false);
    const id = await app.add({ address: server.base }, operator.password);
    expect(app.row(id).session).toMatchObject({ secret: 'memory' });
    expect(app.parts.live.read().storageAsked).toBe(true);
    await app.parts.appLock.lock('asked');
    await app.parts.appLock.unlock(null);
    expect(app.row(id).session).toMatchObject({ secret: 'unreadable' });
  });

  test('tells after an unlock that the vault came from its backup', async ({ app, server }) => {
    await app.add({ address: server.base }, operator.password);
    await app.add({ address: server.base }, operator.password);
    await app.parts.appLock.lock('asked');
    await writeFile(join(app.folder, 'vault.json'), '');
    expect(await app.parts.appLock.unlock(null)).toMatchObject({ ok: true });
    const restored = expect.objectContaining({ code: 'file-restored', file: 'vault.json' });
    expect(app.parts.live.read().notices).toContainEqual(restored);
  });

  test('starts locked if chosen, without asking the keyring', async ({ app: first, server }) => {
    const id = await first.add({ address: server.base }, operator.password);
    first.cipher.asked.length = 0;
    const app = await first.restart({ lockOnQuit: true });
    expect(app.parts.live.read().lock).toMatchObject({
      kind: 'locked',
      reason: 'quit',
      keyring: 'secret-service',
    });
    expect(app.cipher.asked).toEqual([]);
    await app.parts.appLock.unlock(null);
    expect(app.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
  });

  test('is locked before a suspend, and every deadline is checked on wake-up', {
    tags: ['row-128'],
  }, async ({ app: first, server }) => {
    const app = await first.restart({ lockOnSleep: true });
    const id = await app.add({ address: server.base }, operator.password);
    await app.parts.sessionCopy.copy(id, false);
    await app.parts.appLock.onTrigger('sleep');
    expect(app.board.text).toBe('');
    await app.parts.wakeUp();
    expect(app.parts.live.read().lock).toMatchObject({ kind: 'locked', reason: 'sleep' });
  });
});

describe('a vault that only the passphrase opens', () => {
  test('starts locked, and opens all tokens with the passphrase', async ({ app: first, server }) => {
    const answers = answersOf(first);
    await answers.setPassphrase({ passphrase: 'seven calm cranes', current: null });
    const ids = [];
    for (let at = 0; at < 3; at += 1) ids.push(await first.add({ address: server.base }, operator.password));
    expect(await answers.removePassphrase({ current: 'seven calm crows' })).toMatchObject({ ok: false });
    await answers.letKeyringOpen({ on: false, passphrase: 'seven calm cranes' });
    expect(first.parts.live.read().settings.lockOnQuit, 'what a person chose stays').toBe(false);
    const app = await first.restart();
    expect(app.parts.live.read().lock).toMatchObject({ kind: 'locked', keyring: null, passphrase: true });
    expect(await app.parts.appLock.unlock(null)).toMatchObject({ ok: false });
    expect(app.parts.live.read().lock.kind).toBe('locked');
    expect(await app.parts.appLock.unlock('seven calm cranes')).toMatchObject({ ok: true });
    const noted = (await app.parts.journal.readAll({ profileId: null, kind: null, text: '' })).map(
      ({ what }) => what,
    );
    for (const what of ['passphrase-set', 'unlock-refused', 'unlocked']) expect(noted).toContain(what);
    expect(noted, 'it was not').not.toContain('passphrase-removed');
    for (const id of ids) expect(app.row(id).session).toMatchObject({ secret: 'sealed' });
  });
});

describe('going to sleep', () => {
  test('clears our header from the clipboard, though the window is not locked by it', {
    tags: ['row-155'],
  }, async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    await app.parts.sessionCopy.copy(id, false);
    await app.parts.fallAsleep();
    expect(app.board.text).toBe('');
    expect(app.parts.live.read()).toMatchObject({ clipboard: null, lock: { kind: 'open' } });
  });

  test('locks too if the settings say so', async ({ app: first }) => {
    const app = await first.restart({ lockOnSleep: true });
    await app.parts.fallAsleep();
    expect(app.parts.live.read().lock).toMatchObject({ kind: 'locked', reason: 'sleep' });
  });
});

describe('a start over a vault that only the passphrase opens', () => {
  test('is locked before the first response, whatever the setting says', async ({ app: first, server }) => {
    const answers = answersOf(first);
    await answers.setPassphrase({ passphrase: 'seven calm cranes', current: null });
    await first.add({ address: server.base }, operator.password);
    await answers.letKeyringOpen({ on: false, passphrase: 'seven calm cranes' });
    const shown: unknown[] = [];
    const app = await first.restart({ lockOnQuit: false }, ({ live }) => {
      shown.push([live.read().lock.kind, 'before the vault is opened']);
    });
    expect(shown).toEqual([['locked', 'before the vault is opened']]);
    expect(app.parts.live.read().lock).toMatchObject({ kind: 'locked', reason: 'start', keyring: null });
    expect(await app.parts.appLock.unlock('seven calm cranes')).toMatchObject({ ok: true });
  });
});
