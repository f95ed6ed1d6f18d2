import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { realDisk } from '../../../main/files/file-system.ts';
import { copyBeforeFirstStart } from '../../../main/updates/first-start.ts';
import { breakingDisk, type DiskCall, diskError } from '../../support/files/breaking-disk.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { mountDisk, noRealDisk } from '../../support/files/real-disk.ts';

let hour = 0;
const around = {
  disk: realDisk,
  platform: process.platform,
  wait,
  now: () => Date.UTC(2026, 10, 27, hour++),
};
const files = { 'profiles.json': 'p', 'profiles.json.bak': 'q', 'vault.json': 'v', 'settings.json': 's' };

async function saved(content: Readonly<Record<string, string>> = files, folder?: string) {
  const place = folder ?? (await freshFolder());
  for (const [name, text] of Object.entries(content)) await writeFile(join(place, name), text);
  return place;
}

async function content(folder: string) {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  );
}

const copiesIn = async (folder: string) => (await readdir(join(folder, 'copies')).catch(() => [])).sort();
const changes = async (folder: string) => (await copiesIn(folder)).map((name) => name.replace(/^.*Z-/, ''));

describe('The first start of a new version', () => {
  test('copies what is saved, for this user only', async () => {
    const folder = await saved();
    expect(await copyBeforeFirstStart(folder, { before: '1.0.0', now: '1.0.1' }, around)).toBe('copied');
    expect(await changes(folder)).toEqual(['1.0.0-to-1.0.1']);
    const copy = join(folder, 'copies', (await copiesIn(folder))[0] ?? '');
    expect(await content(copy)).toEqual(files);
    expect((await stat(copy)).mode & 0o777).toBe(0o700);
    expect((await stat(join(copy, 'vault.json'))).mode & 0o777).toBe(0o600);
  });

  test('copies too if the version before was not kept yet', async () => {
    const folder = await saved();
    expect(await copyBeforeFirstStart(folder, { before: null, now: '1.0.0' }, around)).toBe('copied');
    expect(await changes(folder)).toEqual(['earlier-to-1.0.0']);
  });

  test('copies nothing at an ordinary start, at the first one of all, or without servers', async () => {
    const folder = await saved();
    expect(await copyBeforeFirstStart(folder, { before: '1.0.0', now: '1.0.0' }, around)).toBe('nothing');
    const fresh = await saved({ 'settings.json': '{}' });
    expect(await copyBeforeFirstStart(fresh, { before: null, now: '1.0.0' }, around)).toBe('nothing');
    expect([...(await copiesIn(folder)), ...(await copiesIn(fresh))]).toEqual([]);
  });

  test('that failed and is tried again keeps the first copy', async () => {
    const folder = await saved();
    const versions = { before: '1.0.0', now: '1.0.1' };
    await copyBeforeFirstStart(folder, versions, around);
    await writeFile(join(folder, 'vault.json'), 'changed by the new version');
    expect(await copyBeforeFirstStart(folder, versions, around)).toBe('copied');
    const [only = ''] = await copiesIn(folder);
    expect((await content(join(folder, 'copies', only)))['vault.json']).toBe('v');
    expect(await changes(folder)).toEqual(['1.0.0-to-1.0.1']);
  });

  test('keeps the last three copies', async () => {
    const folder = await saved();
    const versions = ['1.0.0', '1.0.1', '1.0.0', '1.0.1', '1.0.2'];
    for (const [at, now] of versions.slice(1).entries())
      await copyBeforeFirstStart(folder, { before: versions[at] ?? null, now }, around);
    expect(await changes(folder)).toEqual(['1.0.1-to-1.0.0', '1.0.0-to-1.0.1', '1.0.1-to-1.0.2']);
  });

  test('follows no link and takes no folder for a file', async () => {
    const folder = await saved({ 'profiles.json': 'p' });
    await writeFile(join(folder, 'elsewhere'), 'secret');
    await symlink(join(folder, 'elsewhere'), join(folder, 'users.json'));
    await mkdir(join(folder, 'vault.json'));
    expect(await copyBeforeFirstStart(folder, { before: null, now: '1.0.0' }, around)).toBe('copied');
    expect(await content(join(folder, 'copies', (await copiesIn(folder))[0] ?? ''))).toEqual({
      'profiles.json': 'p',
    });
  });

  test('says that a copy failed, leaves the files alone, and tries again', async () => {
    const calls: DiskCall[] = [];
    const versions = { before: '1.0.0', now: '1.0.1' };
    const counting = { ...around, disk: breakingDisk((call) => void calls.push(call)) };
    await copyBeforeFirstStart(await saved(), versions, counting);
    for (const failing of calls.keys()) {
      const folder = await saved();
      let at = 0;
      const disk = breakingDisk(() => {
        if (at++ === failing) throw diskError('EIO');
      });
      expect(await copyBeforeFirstStart(folder, versions, { ...around, disk })).toBe('failed');
      for (const [name, text] of Object.entries(files))
        expect(await readFile(join(folder, name), 'utf8')).toBe(text);
      expect(await copyBeforeFirstStart(folder, versions, around)).toBe('copied');
      expect(await content(join(folder, 'copies', (await copiesIn(folder))[0] ?? ''))).toEqual(files);
    }
  });

  test('on a full disk fails, and the app has its files', async (context) => {
    const disk = await mountDisk(200);
    if (!disk) return context.skip(noRealDisk);
    try {
      const large = { 'profiles.json': 'p'.repeat(120_000) };
      const folder = await saved(large, disk.folder);
      expect(await copyBeforeFirstStart(folder, { before: null, now: '1.0.0' }, around)).toBe('failed');
      expect(await copiesIn(folder)).toEqual([]);
      expect(await readFile(join(folder, 'profiles.json'), 'utf8')).toBe(large['profiles.json']);
    } finally {
      disk.unmount();
    }
  });
});
