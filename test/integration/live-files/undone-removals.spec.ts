import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { operator } from '../../emulator/default-users.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';
import { tokenOf, withLiveFile } from '../../support/live-files/live-file-app.ts';
import { runProgram } from '../../support/run-program.ts';

const liveFiles = ({ parts }: HeadlessApp) => parts.live.read().liveFiles;
const readKind = (kind: 'note' | 'file', path: string) =>
  kind === 'file' ? readFile(path, 'utf8') : runProgram('cat', [path]).then(({ output }) => output);
const undo = ({ parts }: HeadlessApp) => parts.undoSteps.undo(parts.live.read().undoable?.id ?? 0);

describe('the live file of a removed server', () => {
  for (const kind of ['note', 'file'] as const) {
    test(`is back after an undo, asked nothing (${kind})`, async ({ app, server }) => {
      const { id, path, token } = await withLiveFile(app, server, { kind });
      await app.parts.profileRemoval.remove(id, false);
      await expect.poll(() => liveFiles(app)).toEqual([]);
      expect(await undo(app)).toEqual({ ok: true });
      await expect.poll(() => liveFiles(app)).toMatchObject([{ path, kind, state: { kind: 'ready' } }]);
      expect(await readKind(kind, path)).toContain(token);
      expect(app.questions.asked).toHaveLength(1);
      await expect.poll(() => readFile(`${app.folder}/live-files.json`, 'utf8')).toContain(path);
    });

    test(`holds nothing before the next log-in if its user was logged out (${kind})`, async ({
      app,
      server,
    }) => {
      const { id, path, token } = await withLiveFile(app, server, { kind });
      await app.parts.profileRemoval.remove(id, true);
      expect(await undo(app)).toEqual({ ok: true });
      await expect.poll(() => liveFiles(app)).toMatchObject([{ state: { kind: 'empty' } }]);
      expect(await readKind(kind, path)).not.toContain(token);
      await app.parts.logins.login(id, operator.password, null);
      const next = await tokenOf(app, id);
      await expect.poll(() => readKind(kind, path)).toContain(next);
    });

    test(`does not come back over another file (${kind})`, async ({ app, server }) => {
      const { id, path } = await withLiveFile(app, server, { kind });
      await app.parts.profileRemoval.remove(id, false);
      await expect.poll(() => readFile(path, 'utf8').catch(() => null)).toBe(null);
      await writeFile(path, 'mine');
      expect(await undo(app)).toEqual({ ok: true });
      await expect.poll(() => liveFiles(app)).toMatchObject([{ state: { kind: 'stopped', why: 'foreign' } }]);
      expect(await readFile(path, 'utf8')).toBe('mine');
    });
  }

  test('stays away if it was removed itself', async ({ app, server }) => {
    const { id, path } = await withLiveFile(app, server, { kind: 'file' });
    const [file] = liveFiles(app);
    await (await app.parts.liveFiles()).remove(file?.id ?? '');
    await app.parts.profileRemoval.remove(id, false);
    expect(await undo(app)).toEqual({ ok: true });
    const next = await app.restart();
    await (await next.parts.liveFiles()).open();
    expect(liveFiles(next)).toEqual([]);
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });
});
