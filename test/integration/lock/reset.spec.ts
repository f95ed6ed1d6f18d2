import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, vi } from 'vitest';
import { fail } from '../../../contract/core/result.ts';
import { Journal } from '../../../main/journal/journal.ts';
import { KnownUsers } from '../../../main/profiles/known-users.ts';
import { ProfileStore } from '../../../main/profiles/profile-store.ts';
import { operator } from '../../emulator/default-users.ts';
import { answersOf } from '../../support/answers.ts';
import { filesHolding } from '../../support/canary.ts';
import { test } from '../../support/headless-app.ts';
import { under } from '../../support/policy/found-policy.ts';

const passphrase = 'seven calm cranes';
const everything = { profileId: null, kind: null, text: '', before: null, limit: 100 } as const;

describe('resetting the vault', () => {
  test('from a locked window shows no server, and nothing is lost', async ({ app: first, server }) => {
    const setUp = answersOf(first);
    await setUp.setPassphrase({ passphrase, current: null });
    const id = await first.add({ address: server.base, name: 'Secret site' }, operator.password);
    await first.parts.checks.check(id);
    await setUp.letKeyringOpen({ on: false, passphrase });
    const app = await first.restart();
    const answers = answersOf(app);
    expect(await answers.replaceVault({ word: 'REPLACE' })).toMatchObject({ ok: false });
    expect(await answers.replaceVault({ word: 'RESET' })).toMatchObject({ ok: true });

    const state = JSON.parse(await answers.readState());
    expect(state).toMatchObject({ lock: { kind: 'open' }, rows: [], clipboard: null, bulkLogin: null });
    expect(state.notices).toMatchObject([{ code: 'list-archived', file: 'profiles.json' }]);
    expect(JSON.stringify(state)).not.toContain('Secret site');
    expect(await answers.readDetails({ profileId: id })).toMatchObject({ ok: false });
    const journal = await answers.readJournal(everything);
    expect(JSON.stringify(journal)).not.toContain('Secret site');
    expect(journal).toMatchObject({ ok: true, value: { entries: [{ what: 'store-replaced' }] } });

    const again = await app.restart({ lockOnQuit: false });
    expect(again.parts.live.rows()).toEqual([]);
    await again.parts.close();
    for (const secret of ['Secret site', id]) {
      // The log has IDs, but no names.
      const holding = (await filesHolding(app.folder, secret)).filter((path) => !path.includes('/logs/'));
      expect(holding.length).toBeGreaterThan(0);
      for (const path of holding) expect(path).toContain('.replaced-');
    }

    // As the notice says: the files are renamed back.
    for (const name of await readdir(app.folder)) {
      const kept = /^((?:profiles|users|vault)\.json|journal\.jsonl)\.replaced-/.exec(name)?.[1];
      if (kept === undefined) continue;
      await rm(join(app.folder, `${kept}.bak`), { force: true });
      await rename(join(app.folder, name), join(app.folder, kept));
    }
    const restored = await again.restart();
    expect(await restored.parts.appLock.unlock(passphrase)).toMatchObject({ ok: true });
    expect(restored.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
  });

  test('from a locked window tells nothing that was noted, copied or done before', async ({
    app,
    server,
  }) => {
    const id = await app.add({ address: server.base, name: 'Secret site' }, operator.password);
    await app.parts.sessionCopy.copy(id, false);
    app.deps.clipboard.clear = () => Promise.reject(new Error('out of reach'));
    const outage = { id: 'outage', code: 'servers-unreachable', count: 1, names: ['Secret site'] } as const;
    const bulkLogin = { userName: operator.name, isRunning: false, entries: [] };
    app.parts.live.change({ notices: [outage], bulkLogin });
    const answers = answersOf(app);
    await answers.lock();
    expect(app.parts.live.read().clipboard, 'it could not be cleared').toMatchObject({ name: 'Secret site' });
    await answers.replaceVault({ word: 'RESET' });
    const state = await answers.readState();
    expect(JSON.parse(state)).toMatchObject({ lock: { kind: 'open' }, clipboard: null, bulkLogin: null });
    expect(state).not.toContain('Secret site');
  });

  for (const [part, kept] of [
    ['the list', ProfileStore.prototype],
    ['its users', KnownUsers.prototype],
    ['the journal', Journal.prototype],
  ] as const)
    test(`keeps the window locked and the vault if ${part} cannot be put aside`, async ({ app, server }) => {
      const id = await app.add({ address: server.base, name: 'Secret site' }, operator.password);
      const answers = answersOf(app);
      await answers.lock();
      const problem = { code: 'not-saved', file: 'a file', reason: 'disk-full' } as const;
      const setAside = vi.spyOn(kept, 'setAside').mockResolvedValue(fail(problem));
      expect(await answers.replaceVault({ word: 'RESET' })).toEqual({ ok: false, problem });
      expect(JSON.parse(await answers.readState())).toMatchObject({ lock: { kind: 'locked' }, rows: [] });
      expect(await readdir(app.folder)).not.toContainEqual(expect.stringMatching(/^vault.*replaced/));
      setAside.mockRestore();
      expect(await answers.replaceVault({ word: 'RESET' })).toMatchObject({ ok: true });
      expect(app.parts.live.row(id)).toBeUndefined();
    });

  test('leaves the servers of a policy in the list', async ({ app: first }) => {
    const app = await under(first, { servers: [{ address: 'https://10.0.4.7', name: 'Airport' }] });
    await app.add({ address: 'https://10.0.4.8', name: 'Secret site' });
    await app.parts.appLock.lock('asked');
    expect(await app.parts.appLock.replaceVault()).toMatchObject({ ok: true });
    expect(app.parts.live.rows().map(({ profile }) => profile.name)).toEqual(['Airport']);
  });

  test('in an open window leaves the list as it is', async ({ app: first, server }) => {
    await first.add({ address: server.base, name: 'Airport' }, operator.password);
    first.cipher.loseKey();
    const app = await first.restart();
    expect(await answersOf(app).replaceVault({ word: 'RESET' })).toMatchObject({ ok: true });
    expect(app.parts.live.rows()).toHaveLength(1);
    expect(app.parts.live.read().notices).toEqual([]);
  });
});
