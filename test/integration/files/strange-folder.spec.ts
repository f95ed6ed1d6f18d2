import { execFileSync } from 'node:child_process';
import { readdir, readFile, readlink, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { contentOf, fileIn } from '../../support/files/kept-lines.ts';

const missing = { kind: 'missing' };
const trouble = { kind: 'io-error', reason: 'other' };

/** Opens, saves and opens again in this folder, like the app. */
async function use(folder: string) {
  const file = fileIn(folder);
  const opening = await file.open();
  const saved = await file.save(() => 'one');
  return { opening, saved: saved.ok, again: await fileIn(folder).open() };
}

const works = { opening: missing, saved: true, again: { kind: 'ok', value: 'one' } };
const fails = { opening: trouble, saved: false, again: trouble };

describe('the data folder', { tags: ['row-92'] }, () => {
  test('is created with its parents if missing, for this user only', async () => {
    const above = await freshFolder();
    const folder = join(above, 'not', 'yet', 'there');
    expect(await use(folder)).toEqual(works);
    if (process.platform !== 'win32') expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('may disappear while the app runs, and is created again', async () => {
    const folder = join(await freshFolder(), 'data');
    const file = fileIn(folder);
    await file.open();
    await file.save(() => 'one');
    await rename(folder, `${folder}-moved`);
    expect((await file.save(() => 'two')).ok).toBe(true);
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 two end');
    expect(await contentOf(`${folder}-moved`, 'lines.txt')).toBe('v1 one end');
  });

  test('that is a file is reported, and the file stays', async () => {
    const folder = join(await freshFolder(), 'data');
    await writeFile(folder, 'a file');
    expect(await use(folder)).toEqual(fails);
    expect(await use(join(folder, 'below'))).toEqual(fails);
    expect(await readFile(folder, 'utf8')).toBe('a file');
  });

  test('that is a dangling link is reported, and its target is not created', async ({ skip }) => {
    skip(process.platform === 'win32', 'NOT TESTED HERE: links need rights on Windows');
    const above = await freshFolder();
    const folder = join(above, 'data');
    await symlink(join(above, 'nowhere'), folder);
    expect(await use(folder)).toMatchObject({ opening: { kind: 'io-error' }, saved: false });
    expect(await readdir(above)).toEqual(['data']);
  });

  test('that was moved and linked is followed', async ({ skip }) => {
    skip(process.platform === 'win32', 'NOT TESTED HERE: links need rights on Windows');
    const [above, elsewhere] = [await freshFolder(), await freshFolder()];
    const folder = join(above, 'data');
    await symlink(elsewhere, folder);
    expect(await use(folder)).toEqual(works);
    expect(await readlink(folder)).toBe(elsewhere);
    expect(await contentOf(elsewhere, 'lines.txt')).toBe('v1 one end');
  });

  test("may have a path far beyond 260 characters, up to the system's limit", async () => {
    const above = await freshFolder();
    const long = join(above, ...Array.from({ length: 6 }, () => 'x'.repeat(100)));
    expect(long.length).toBeGreaterThan(600);
    if (process.platform !== 'win32') expect(await use(long)).toEqual(works);
    expect(await use(join(above, 'x'.repeat(300)))).toEqual(fails);
  });

  test('may be named in any script', async () => {
    for (const name of ['Größe', 'Сессии', '会话', '🎫 sessions', 'a b ', "it's", 'e\u0301', '-rf', '%2e%2e'])
      expect(await use(join(await freshFolder(), name)), name).toEqual(works);
  });
});

describe('a saved file that is a symbolic link', { tags: ['row-92'] }, () => {
  beforeEach(({ skip }) =>
    skip(process.platform === 'win32', 'NOT TESTED HERE: links need rights on Windows'),
  );

  test('is neither read nor written through, whatever its target', async () => {
    const elsewhere = join(await freshFolder(), 'target');
    await writeFile(elsewhere, 'v1 elsewhere end');
    for (const target of [elsewhere, join(elsewhere, '../nowhere'), 'lines.txt']) {
      const folder = await freshFolder();
      await symlink(target, join(folder, 'lines.txt'));
      expect(await use(folder), target).toMatchObject({ opening: { kind: 'io-error' }, saved: false });
      expect(await readlink(join(folder, 'lines.txt'))).toBe(target);
    }
    expect(await readFile(elsewhere, 'utf8')).toBe('v1 elsewhere end');
    expect(await readdir(join(elsewhere, '..'))).toEqual(['target']);
  });

  test('that became one while the app runs is quarantined, not written through', async () => {
    const elsewhere = join(await freshFolder(), 'target');
    await writeFile(elsewhere, 'v1 elsewhere end');
    const folder = await freshFolder();
    const file = fileIn(folder);
    await file.open();
    await file.save(() => 'one');
    await rename(join(folder, 'lines.txt'), join(folder, 'moved'));
    await symlink(elsewhere, join(folder, 'lines.txt'));
    expect((await file.save(() => 'two')).ok).toBe(true);
    expect(await readFile(elsewhere, 'utf8')).toBe('v1 elsewhere end');
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 two end');
    const aside = (await readdir(folder)).find((name) => name.includes('.foreign-'));
    expect(aside).toBeDefined();
    // On other platforms a hard link of a symbolic link is one of its target.
    if (process.platform === 'linux') expect(await readlink(join(folder, aside ?? ''))).toBe(elsewhere);
  });

  test('for its backup is not used in its place', async () => {
    const elsewhere = join(await freshFolder(), 'target');
    await writeFile(elsewhere, 'v1 elsewhere end');
    const folder = await freshFolder();
    await writeFile(join(folder, 'lines.txt'), 'junk');
    await symlink(elsewhere, join(folder, 'lines.txt.bak'));
    expect(await use(folder)).toEqual(fails);
    expect(await contentOf(folder, 'lines.txt')).toBe('junk');
  });

  test('or a folder or FIFO is an error and does not block', async () => {
    for (const make of ['mkdir', 'mkfifo']) {
      const folder = await freshFolder();
      execFileSync(make, [join(folder, 'lines.txt')]);
      expect(await use(folder), make).toEqual(fails);
      expect(await readdir(folder)).toEqual(['lines.txt']);
    }
  });
});
