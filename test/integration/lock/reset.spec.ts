import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { answersOf } from '../../support/answers.ts';
import { filesHolding } from '../../support/canary.ts';
import { test } from '../../support/headless-app.ts';

const passphrase = 'seven calm cranes';
const everything = { profileId: null, kind: null, text: '', before: null, limit: 100 } as const;

describe('resetting the vault', () => {
  test('from a locked window shows no server, and nothing is lost', async ({ app: first, server }) => {
    const setUp = answersOf(first);
    await setUp.setPassphrase({ passphrase, current: null });
    const id = await first.add({ address: server.base, name: 'Secret site' }, operator.password);
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
    const holding = await filesHolding(app.folder, 'Secret site');
    expect(holding.length).toBeGreaterThan(0);
    for (const path of holding) expect(path).toContain('.replaced-');

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

  test('in an open window leaves the list as it is', async ({ app: first, server }) => {
    await first.add({ address: server.base, name: 'Airport' }, operator.password);
    first.cipher.loseKey();
    const app = await first.restart();
    expect(await answersOf(app).replaceVault({ word: 'RESET' })).toMatchObject({ ok: true });
    expect(app.parts.live.rows()).toHaveLength(1);
    expect(app.parts.live.read().notices).toEqual([]);
  });
});
