import { readdir } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import { answersOf } from '../../support/answers.ts';
import { filesHolding } from '../../support/canary.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

async function checksIn(app: HeadlessApp, profileId: ProfileId) {
  const details = await answersOf(app).readDetails({ profileId });
  if (!details.ok) throw new Error(details.problem.code);
  return details.value.checks;
}

describe('the checks in the details', () => {
  test('are there after a restart, and read when details are first shown', async ({ app, server }) => {
    const id = await app.add({ address: server.base, name: 'Secret site' }, operator.password);
    await app.parts.checks.check(id);
    const before = await checksIn(app, id);
    expect(before.at(-1)).toMatchObject({ verdict: 'accepted' });
    const again = await app.restart({ checkEveryMinutes: null });
    expect((await checksIn(again, id)).slice(0, before.length)).toEqual(before);
    await again.parts.close();
    for (const secret of ['Secret site', new URL(server.base).host, operator.name])
      for (const file of await filesHolding(app.folder, secret)) expect(file).not.toContain('checks.json');
  });

  test('are on no disk once their server is removed', async ({ app, server }) => {
    const id = await app.add({ address: server.base }, operator.password);
    for (let restart = 0; restart < 2; restart += 1) {
      await app.parts.checks.check(id);
      await app.parts.checkHistory.settle();
    }
    expect(await readdir(app.folder)).toEqual(expect.arrayContaining(['checks.json', 'checks.json.bak']));
    await app.parts.profileRemoval.remove(id, false);
    for (const file of await filesHolding(app.folder, id)) expect(file).toMatch(/journal\.jsonl|logs/);
  });

  test('are of this server only: another address begins without', async ({ app, server, serve }) => {
    const id = await app.add({ address: server.base }, operator.password);
    await app.parts.checks.check(id);
    const other = await serve();
    await app.parts.profileEditor.edit(id, sampleDraft({ address: other.base }));
    expect(await checksIn(app, id)).toEqual([]);
  });
});
