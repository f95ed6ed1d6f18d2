import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { operator } from '../emulator/default-users.ts';
import { test } from '../support/headless-app.ts';

describe('the state of the vault', () => {
  test('is reported correctly: an older copy is not a damaged file', { tags: ['row-81'] }, async ({
    app,
    server,
  }) => {
    const [path, copy] = [join(app.folder, 'vault.json'), join(app.folder, 'copy')];
    await app.add({ address: server.base }, operator.password);
    await copyFile(path, copy);
    for (let more = 0; more < 2; more += 1) await app.add({ address: server.base }, operator.password);
    await app.parts.vault.settle();
    await copyFile(copy, path);
    const again = await app.restart();
    expect(again.parts.live.read().notices).toMatchObject([
      { code: 'vault-older', behind: 1 },
      { code: 'file-rolled-back', file: 'vault.json', keptAs: expect.stringContaining('.older-') },
    ]);
  });

  test('is reported once if vault and backup are both older than the generation seen here', {
    tags: ['row-81'],
  }, async ({ app, server }) => {
    const [path, copy] = [join(app.folder, 'vault.json'), join(app.folder, 'copy')];
    await app.add({ address: server.base }, operator.password);
    await copyFile(path, copy);
    for (let more = 0; more < 2; more += 1) await app.add({ address: server.base }, operator.password);
    await app.parts.close();
    await copyFile(copy, path);
    await copyFile(copy, join(app.folder, 'vault.json.bak'));
    const again = await app.restart();
    expect(again.parts.live.read().notices).toMatchObject([{ code: 'vault-older', behind: 2 }]);
    expect((await again.restart()).parts.live.read().notices).toEqual([]);
  });
});
