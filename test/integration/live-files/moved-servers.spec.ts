import { link, lstat, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Draft } from '../../../contract/profiles/profile.ts';
import { operator } from '../../emulator/default-users.ts';
import { filesHolding } from '../../support/canary.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { type AddedFile, noted, withLiveFile } from '../../support/live-files/live-file-app.ts';
import { runProgram } from '../../support/run-program.ts';

const cat = (path: string) => runProgram('cat', [path]);
const liveFiles = ({ parts }: HeadlessApp) => parts.live.read().liveFiles;

/** Edits the profile of a live file. */
async function edit(app: HeadlessApp, { id }: AddedFile, typed: Partial<Draft>): Promise<void> {
  const { name, userName, address } = app.row(id).profile;
  const draft = sampleDraft({ name, userName, address: address.origin + address.basePath, ...typed });
  expect(await app.parts.profileEditor.edit(id, draft)).toEqual({ ok: true });
}

/** That nothing is at the place of a live file, the token is nowhere, and the app does not know the file any more. */
async function expectGone(app: HeadlessApp, { path, folder, token }: AddedFile): Promise<void> {
  await expect.poll(() => liveFiles(app)).toEqual([]);
  await expect.poll(() => readdir(folder)).not.toContain('live.env');
  expect(await filesHolding(folder, token)).toEqual([]);
  await expect.poll(() => readFile(join(app.folder, 'live-files.json'), 'utf8')).not.toContain(path);
}

describe('a live file whose server is edited', () => {
  for (const kind of ['note', 'file'] as const)
    for (const what of ['address', 'user'] as const)
      test(`goes with the ${what}, and is not filled by the next log-in (${kind})`, async ({
        app,
        server,
        serve,
      }) => {
        const added = await withLiveFile(app, server, { kind });
        if (kind === 'file') await link(added.path, join(added.folder, 'kept'));
        const other = await serve();
        await edit(app, added, what === 'address' ? { address: other.base } : { userName: 'admin' });
        await expectGone(app, added);
        expect(await noted(app, 'live-file-removed')).toEqual([
          { format: 'env', reason: 'edited', left: false },
        ]);
        if (what === 'user') return;
        await app.parts.logins.login(added.id, operator.password, null);
        expect(app.row(added.id).session.phase).toBe('active');
        await expectGone(app, added);
        const next = await app.restart();
        expect(liveFiles(next)).toEqual([]);
        await expectGone(next, added);
      });

  for (const kind of ['note', 'file'] as const)
    test(`stays with another name (${kind})`, async ({ app, server }) => {
      const added = await withLiveFile(app, server, { kind });
      await edit(app, added, { name: 'Harbour' });
      const read =
        kind === 'file' ? readFile(added.path, 'utf8') : cat(added.path).then(({ output }) => output);
      expect(await read).toContain(added.token);
      expect(liveFiles(app)).toMatchObject([{ state: { kind: 'ready' } }]);
    });

  test('gives nothing to a program about which a person is being asked', async ({ app, server, serve }) => {
    const added = await withLiveFile(app, server, { kind: 'ask' });
    const other = await serve();
    app.questions.meanwhile = () => edit(app, added, { address: other.base });
    expect(await cat(added.path)).toEqual({ code: 0, output: '' });
    await expectGone(app, added);
  });

  test('that somebody has changed is left, and not filled any more', async ({ app, server, serve }) => {
    const added = await withLiveFile(app, server, { kind: 'file' });
    await writeFile(added.path, 'mine');
    await edit(app, added, { address: (await serve()).base });
    await expect.poll(() => liveFiles(app)).toEqual([]);
    await app.parts.logins.login(added.id, operator.password, null);
    await expect
      .poll(() => noted(app, 'live-file-removed'))
      .toEqual([{ format: 'env', reason: 'edited', left: true }]);
    expect(await readFile(added.path, 'utf8')).toBe('mine');
  });
});

describe('a live file whose server is another one at the next start', () => {
  for (const kind of ['note', 'file'] as const)
    for (const how of ['moved', 'removed'] as const)
      test(`goes with what a crash left of it, if the server was ${how} (${kind})`, async ({
        app,
        server,
        serve,
      }) => {
        const added = await withLiveFile(app, server, { kind });
        const places = ['live-files.json', 'profiles.json'].map((name) => join(app.folder, name));
        const [list, profiles] = await Promise.all(places.map((place) => readFile(place, 'utf8')));
        const filled = kind === 'file' ? await readFile(added.path) : null;
        const other = await serve();
        await app.parts.beforeClose();
        await app.parts.close();
        // As after a crash: the file is as it was, and so is the list of live files.
        if (filled) await writeFile(added.path, filled, { mode: 0o600 });
        else await runProgram('mkfifo', ['-m', '600', added.path]);
        await writeFile(places[0] ?? '', list ?? '');
        const moved = (profiles ?? '').replaceAll(server.origin, other.origin);
        const removed = JSON.stringify({ ...JSON.parse(profiles ?? ''), profiles: [] });
        await writeFile(places[1] ?? '', how === 'moved' ? moved : removed);
        const next = await app.restart();
        await (await next.parts.liveFiles()).open();
        await expectGone(next, added);
        await expect(lstat(added.path)).rejects.toThrow('ENOENT');
        if (how === 'removed') return;
        expect(next.row(added.id).profile.address.origin).toBe(other.origin);
        await next.parts.logins.login(added.id, operator.password, null);
        await expectGone(next, added);
      });
});
