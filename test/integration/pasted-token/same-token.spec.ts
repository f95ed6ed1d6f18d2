import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ProfileId } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { holds } from '../../support/canary.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const token = 'ab12'.repeat(16);

/** Makes a server always grant and accept this token. */
function grantAlways(server: Emulator): void {
  server.rewrite('POST /auth/login/', (response) => ({
    ...response,
    body: Buffer.from(
      response.body?.toString().replace(/"token":"[0-9a-f]{64}"/, `"token":"${token}"`) ?? '',
    ),
  }));
}

async function headerOf(app: HeadlessApp, id: ProfileId): Promise<string> {
  const copied = await app.parts.sessionCopy.copy(id, true);
  if (!copied.ok) throw new Error(copied.problem.code);
  return app.board.text;
}

describe('two profiles with the same token', () => {
  test('are separate: each has its own record, and one can be removed alone', {
    tags: ['row-35'],
  }, async ({ app, serve }) => {
    const servers = [await serve(), await serve()];
    for (const server of servers) grantAlways(server);
    const [first, second] = (await Promise.all(
      servers.map((server, at) => app.add({ address: server.base, name: `Gate ${at}` }, operator.password)),
    )) as [ProfileId, ProfileId];
    expect(await headerOf(app, first)).toBe(`Authorization: Token ${token}`);
    expect(await headerOf(app, second)).toBe(`Authorization: Token ${token}`);

    const text = await readFile(join(app.folder, 'vault.json'), 'utf8');
    expect(holds(text, token)).toBe(false);
    const { records } = JSON.parse(text) as { records: readonly { ct: string }[] };
    expect(new Set(records.map((record) => JSON.stringify(record))).size).toBe(2);

    await app.parts.logins.logout(first);
    expect(app.row(first).session).toEqual({ phase: 'logged-out' });
    expect(await headerOf(app, second)).toBe(`Authorization: Token ${token}`);
    await app.parts.profileRemoval.remove(first, false);
    const again = await app.restart();
    expect(await headerOf(again, second)).toBe(`Authorization: Token ${token}`);
  });
});
