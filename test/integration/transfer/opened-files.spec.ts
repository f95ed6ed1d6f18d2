import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { capture } from '../../../scripts/system/commands.ts';
import { answersOf } from '../../support/answers.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { type HeadlessApp, test } from '../../support/headless-app.ts';

const isAsked = ({ parts }: HeadlessApp) => parts.live.read().importAsked;

async function written(folder: string, file: string): Promise<string> {
  const path = join(folder, file);
  await writeFile(path, `address,name\nhttps://10.0.0.1,${file}\n`);
  return path;
}

describe('files that the system asks to open', () => {
  test('are read one after the other, each once', async ({ app }) => {
    const folder = await freshFolder();
    const answers = answersOf(app);
    expect(await answers.readOpenedFile()).toEqual({ ok: true, value: null });
    const paths = await Promise.all(['a.ffsm', 'b.ffsm'].map((file) => written(folder, file)));
    for (const path of [...paths, ...paths]) app.parts.transfer.open(path);
    for (const [file, isMore] of [
      ['a.ffsm', true],
      ['b.ffsm', false],
    ] as const) {
      expect(isAsked(app)).toBe(true);
      const read = await answers.readOpenedFile();
      expect(read).toMatchObject({ value: { kind: 'plan', plan: { file, entries: [{ name: file }] } } });
      expect(isAsked(app)).toBe(isMore);
    }
    expect(await answers.readOpenedFile()).toEqual({ ok: true, value: null });
    expect(app.parts.live.rows(), 'nothing is changed before a person agrees').toEqual([]);
  });

  test('are as many as a person opens, not as many as a program asks for', async ({ app }) => {
    for (let number = 0; number < 1_000; number += 1) app.parts.transfer.open(`/nowhere/${number}.ffsm`);
    const answers = answersOf(app);
    let count = 0;
    for (; isAsked(app); count += 1) await answers.readOpenedFile();
    expect(count).toBe(20);
  });

  test('are only regular files of the size of an import', async ({ app }) => {
    const folder = await freshFolder();
    const at = (file: string) => join(folder, file);
    await mkdir(at('folder.ffsm'));
    await capture('mkfifo', [at('pipe.ffsm')]);
    await symlink('/dev/zero', at('endless.ffsm'));
    await writeFile(at('large.ffsm'), '');
    await truncate(at('large.ffsm'), 10_000_001);
    const answers = answersOf(app);
    for (const file of ['folder.ffsm', 'pipe.ffsm', 'endless.ffsm', 'missing.ffsm']) {
      app.parts.transfer.open(at(file));
      const problem = { code: 'import-not-read', file };
      expect(await answers.readOpenedFile(), file).toEqual({ ok: false, problem });
    }
    app.parts.transfer.open(at('large.ffsm'));
    expect(await answers.readOpenedFile()).toMatchObject({ problem: { code: 'import-too-large' } });
  });

  test('wait behind a lock, and the locked window does not learn of them', async ({ app }) => {
    const answers = answersOf(app);
    await answers.lock();
    app.parts.transfer.open(await written(await freshFolder(), 'a.ffsm'));
    expect(JSON.parse(await answers.readState())).toMatchObject({ importAsked: false });
    expect(await answers.readOpenedFile()).toEqual({ ok: false, problem: { code: 'locked' } });
    const changes: unknown[] = [];
    app.parts.live.watch((change) => void changes.push(change));
    await answers.unlock({ passphrase: null });
    expect(changes).toContainEqual(expect.objectContaining({ lock: { kind: 'open' }, importAsked: true }));
    expect(await answers.readOpenedFile()).toMatchObject({ value: { plan: { file: 'a.ffsm' } } });
  });
});
