import { chmod, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DurableFile } from '../../../main/files/durable-file.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { contentOf, fileIn, lines, sidesIn } from '../../support/files/kept-lines.ts';

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

describe('a saved file', () => {
  test('is missing at first, and returns what was saved', async () => {
    const folder = await freshFolder();
    const file = fileIn(folder);
    expect(await file.open()).toEqual({ kind: 'missing' });
    expect(await file.save(() => 'one')).toEqual({ ok: true, value: undefined });
    expect(await fileIn(folder).open()).toEqual({ kind: 'ok', value: 'one' });
    expect(await sidesIn(folder)).toEqual([]);
  });

  test('is created for this user only, and loses wider permissions', {
    tags: ['row-93'],
  }, async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no such rights');
    const folder = join(await freshFolder(), 'ümlaut', 'deep');
    const file = fileIn(folder);
    await file.open();
    await file.save(() => 'one');
    expect(await modeOf(folder)).toBe(0o700);
    expect(await modeOf(join(folder, 'lines.txt'))).toBe(0o600);

    await chmod(folder, 0o755);
    await chmod(join(folder, 'lines.txt'), 0o664);
    expect(await fileIn(folder).open()).toEqual({ kind: 'ok', value: 'one' });
    expect(await modeOf(folder)).toBe(0o700);
    expect(await modeOf(join(folder, 'lines.txt'))).toBe(0o600);
  });

  test('gets no permissions that were removed on purpose', { tags: ['row-91'] }, async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no such rights');
    const folder = await freshFolder();
    await writeFile(join(folder, 'lines.txt'), 'v1 one end', { mode: 0o400 });
    await fileIn(folder).open();
    expect(await modeOf(join(folder, 'lines.txt'))).toBe(0o400);
  });

  test('keeps the previous generation as its backup', async () => {
    const folder = await freshFolder();
    const file = fileIn(folder);
    await file.open();
    for (const value of ['one', 'two', 'three']) await file.save(() => value);
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 three end');
    expect(await contentOf(folder, 'lines.txt.bak')).toBe('v1 two end');
  });

  test('leaves nothing older in its backup if something has to be removed', async () => {
    const folder = await freshFolder();
    const file = fileIn(folder);
    await file.open();
    for (const value of ['old secret', 'secret']) await file.save(() => value);
    await file.save(() => 'gone', { forgetOld: true });
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 gone end');
    expect(await contentOf(folder, 'lines.txt.bak')).toBe('v1 gone end');
  });

  test('writes many concurrent changes once, with the last state', { tags: ['row-118'] }, async () => {
    const folder = await freshFolder();
    const file = fileIn(folder);
    await file.open();
    await file.save(() => 'before');
    let count = 0;
    const saves = Array.from({ length: 500 }, () => {
      count += 1;
      return file.save(() => `state ${count}`);
    });
    const forgetting = file.save(() => `state ${count}`, { forgetOld: true });
    for (const result of await Promise.all([...saves, forgetting])) expect(result.ok).toBe(true);
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 state 500 end');
    expect(await contentOf(folder, 'lines.txt.bak'), 'one of them wanted it forgotten').toBe(
      'v1 state 500 end',
    );
  });

  test('is settled once everything asked for is on the disk', async () => {
    const folder = await freshFolder();
    const file = fileIn(folder);
    await file.open();
    void file.save(() => 'one');
    await file.settle();
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 one end');
  });

  test('lets a write wait that others can share, but not the others, the end or a request for it', async () => {
    const folder = await freshFolder();
    const file = fileIn(folder);
    await file.open();
    await file.save(() => 'before');
    const later = file.save(() => 'checked', { mayWait: true });
    await file.save(() => 'renamed');
    await later;
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 renamed end');
    expect(await contentOf(folder, 'lines.txt.bak')).toBe('v1 before end');

    void file.save(() => 'checked again', { mayWait: true });
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 renamed end');
    await file.settle();
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 checked again end');

    expect(await file.save(() => 'checked at last', { mayWait: true })).toMatchObject({ ok: true });
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 checked at last end');
  });

  test('refuses a value that could not be read back', async () => {
    const folder = await freshFolder();
    const file = new DurableFile(join(folder, 'lines.txt'), { ...lines, largest: 50 });
    await file.open();
    await file.save(() => 'one');
    const refused = { ok: false, problem: { code: 'not-saved', file: 'lines.txt', reason: 'other' } };
    expect(await file.save(() => 'x'.repeat(50)), 'too large').toEqual(refused);
    const strange = new DurableFile(join(folder, 'lines.txt'), { ...lines, write: () => 'nonsense' });
    await strange.open();
    expect(await strange.save(() => 'two'), 'badly written').toEqual(refused);
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 one end');
  });

  test('removes temporary files of killed writers, and nothing else', async () => {
    const folder = await freshFolder();
    const dead = 'lines.txt.99999999-0123456789ab.tmp';
    const deadBackup = 'lines.txt.bak.99999999-0123456789ab.tmp';
    const own = `lines.txt.${process.pid}-0123456789ab.tmp`;
    const old = `lines.txt.${process.ppid}-aaaaaaaaaaaa.tmp`;
    const alive = `lines.txt.${process.ppid}-bbbbbbbbbbbb.tmp`;
    const foreign = 'lines.txt.tmp';
    for (const name of [dead, deadBackup, own, old, alive, foreign]) await writeFile(join(folder, name), 'x');
    await utimes(join(folder, old), new Date(0), new Date(0));
    await fileIn(folder).open();
    expect(await sidesIn(folder)).toEqual([alive, foreign].sort());
  });

  test('refuses a link or a folder in its place', {
    tags: ['row-92'],
  }, async ({ skip }) => {
    skip(process.platform === 'win32', 'links need rights there');
    const folder = await freshFolder();
    const elsewhere = join(await freshFolder(), 'target');
    await writeFile(elsewhere, 'v1 elsewhere end');
    await symlink(elsewhere, join(folder, 'lines.txt'));
    const file = fileIn(folder);
    expect(await file.open()).toEqual({ kind: 'io-error', reason: 'other' });
    expect((await file.save(() => 'one')).ok).toBe(false);
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 elsewhere end');

    const blocked = new DurableFile(join(folder, '.'), lines);
    expect(await blocked.open()).toEqual({ kind: 'io-error', reason: 'other' });
    const below = new DurableFile(join(elsewhere, 'lines.txt'), lines);
    expect(await below.open(), 'the folder is a file').toEqual({ kind: 'io-error', reason: 'other' });
  });
});
