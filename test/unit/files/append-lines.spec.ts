import { chmod, mkdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appendLines, readTail } from '../../../main/files/append-lines.ts';
import { realDisk } from '../../../main/files/file-system.ts';
import { fullAfter } from '../../support/files/filling-disk.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';

const place = async () => join(await freshFolder(), 'lines.txt');

describe('lines that are added to a file', () => {
  test('are in order, in a file that is closed to other users', async () => {
    const path = await place();
    await appendLines(realDisk, path, ['one']);
    expect(await appendLines(realDisk, path, ['two', 'three'])).toEqual({ size: 14 });
    expect(await readFile(path, 'utf8')).toBe('one\ntwo\nthree\n');
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('close a file that was open to others', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no such rights');
    const path = await place();
    await writeFile(path, 'one\n');
    await chmod(path, 0o644);
    await appendLines(realDisk, path, ['two']);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('are never joined to a torn line', async () => {
    const path = await place();
    await appendLines(realDisk, path, ['first', 'second']);
    await truncate(path, 9);
    await appendLines(realDisk, path, ['third']);
    expect(await readFile(path, 'utf8')).toBe('first\nsec\nthird\n');
  });

  for (const lies of [false, true]) {
    test(`are all there or none when the disk is full${lies ? ' and does not say so' : ''}`, async () => {
      const path = await place();
      const disk = fullAfter(10, lies);
      await appendLines(disk, path, ['first']);
      await expect(appendLines(disk, path, ['second', 'third'])).rejects.toMatchObject({ code: 'ENOSPC' });
      expect(await readFile(path, 'utf8')).toBe('first\n');
      await appendLines(realDisk, path, ['fourth']);
      expect(await readFile(path, 'utf8')).toBe('first\nfourth\n');
    });
  }

  test('are not written through a link, nor to a folder', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows cannot be told not to follow');
    const folder = await freshFolder();
    await writeFile(join(folder, 'elsewhere'), '');
    await symlink(join(folder, 'elsewhere'), join(folder, 'link'));
    await mkdir(join(folder, 'folder'));
    for (const name of ['link', 'folder'])
      await expect(appendLines(realDisk, join(folder, name), ['x'])).rejects.toThrow();
    expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('');
  });
});

describe('the end of a file', () => {
  test('is read without the rest, and nothing is read where there is nothing', async () => {
    const path = await place();
    expect((await readTail(realDisk, path, 4)).bytes).toHaveLength(0);
    await writeFile(path, '0123456789');
    const { bytes, from } = await readTail(realDisk, path, 4);
    expect([bytes.toString(), from]).toEqual(['6789', 6]);
  });
});
