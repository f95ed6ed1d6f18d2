import { readdir } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { test } from '../../support/headless-app.ts';

describe('quitting', () => {
  test('during a log-in waits for no server, and keeps the previous session', {
    tags: ['row-120'],
  }, async ({ app, server }) => {
    const kept = await app.add({ address: server.base, name: 'Airport' }, operator.password);
    const id = await app.add({ address: server.base, name: 'Metro' });
    server.switches.only('/auth/login/', { delayMs: 20_000 });
    const login = app.parts.logins.login(id, operator.password, null);
    await expect.poll(() => server.count('POST /auth/login/')).toBe(2);

    const again = await app.restart();
    expect(await login, 'the request is given up, not waited for').toMatchObject({
      ok: false,
      problem: { code: 'cancelled' },
    });
    expect(again.row(kept).session).toMatchObject({ phase: 'active', secret: 'sealed' });
    expect(again.row(id).session).toEqual({ phase: 'logged-out' });
    expect(again.parts.vault.find(again.row(id).profile)).toEqual({ kind: 'none' });
  });

  test('during many saves completes the last one, and leaves no temporary files', {
    tags: ['row-120'],
  }, async ({ app, server }) => {
    const id = await app.add({ address: server.base, name: 'Airport' }, operator.password);
    const draft = sampleDraft({ address: server.base, userName: operator.name });
    const saves = Array.from({ length: 50 }, (_, nth) =>
      app.parts.profileEditor.edit(id, { ...draft, name: `Name ${nth}` }),
    );
    const again = await app.restart();
    await Promise.all(saves);
    expect(again.row(id).profile.name).toBe('Name 49');
    expect(again.row(id).session).toMatchObject({ phase: 'active', secret: 'sealed' });
    expect((await readdir(app.folder, { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual(
      [],
    );
  });
});
