import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { breakingDisk, type DiskCall, diskError } from '../../support/files/breaking-disk.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { contentOf, fileIn, sidesIn } from '../../support/files/kept-lines.ts';

const problem = (reason: string) => ({
  ok: false,
  problem: { code: 'not-saved', file: 'lines.txt', reason },
});

/** Saves `one` and `two` on a working disk, then `three` on one that fails at an operation. */
async function saveWhile(
  breaks: (call: DiskCall, path: string) => string | null,
  cut?: (n: number) => number,
) {
  const folder = await freshFolder();
  let armed = false;
  const disk = breakingDisk(
    (call, path) => {
      const code = armed ? breaks(call, path) : null;
      if (code) throw diskError(code);
    },
    (bytes) => (armed && cut ? cut(bytes) : bytes),
  );
  const file = fileIn(folder, { disk, wait: async () => undefined });
  await file.open();
  await file.save(() => 'one');
  await file.save(() => 'two');
  armed = true;
  const result = await file.save(() => 'three');
  armed = false;
  return { folder, file, result };
}

describe('a disk that refuses', () => {
  const steps: readonly DiskCall[] = [
    'mkdir',
    'stat',
    'open',
    'file.write',
    'file.sync',
    'file.stat',
    'file.readFile',
    'file.close',
    'lstat',
    'rename',
  ];
  const reasons = {
    ENOSPC: 'disk-full',
    EDQUOT: 'disk-full',
    EACCES: 'not-permitted',
    EPERM: 'not-permitted',
    EROFS: 'read-only',
    EIO: 'other',
  };

  for (const step of steps) {
    test(`at ${step} leaves the old or the new state, never a mix, and says so`, {
      tags: ['row-88', 'row-90'],
    }, async () => {
      for (const [code, reason] of Object.entries(reasons)) {
        const { folder, file, result } = await saveWhile((call) => (call === step ? code : null));
        expect(result, code).toEqual(problem(reason));
        expect(await contentOf(folder, 'lines.txt')).toBe('v1 two end');
        expect(['v1 one end', 'v1 two end']).toContain(await contentOf(folder, 'lines.txt.bak'));
        expect(await sidesIn(folder), 'nothing is left behind').toEqual([]);
        expect(await file.save(() => 'four'), 'and the next save works').toMatchObject({ ok: true });
        expect(await fileIn(folder).open()).toEqual({ kind: 'ok', value: 'four' });
      }
    });
  }

  test('to sync the folder has the new state, but says that it may not last', {
    tags: ['row-88'],
  }, async () => {
    let opened = '';
    const { folder, result } = await saveWhile((call, path) => {
      if (call === 'open') opened = path;
      return call === 'file.sync' && !opened.endsWith('.tmp') ? 'EIO' : null;
    });
    expect(result).toEqual(problem('other'));
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 three end');
  });

  test('to sync folders at all does not matter', async () => {
    for (const code of ['EINVAL', 'ENOTSUP']) {
      const { result } = await saveWhile((call, path) =>
        call === 'file.sync' && !path.endsWith('.tmp') ? code : null,
      );
      expect(result.ok).toBe(true);
    }
  });

  test('second names gets a copy as the backup', async () => {
    const { folder, result } = await saveWhile((call) => (call === 'link' ? 'ENOTSUP' : null));
    expect(result.ok).toBe(true);
    expect(await contentOf(folder, 'lines.txt.bak')).toBe('v1 two end');
    expect(await sidesIn(folder)).toEqual([]);
  });

  test('to let the backup be overwritten loses the backup rather than keep what has to be gone', async () => {
    const folder = await freshFolder();
    let armed = false;
    const disk = breakingDisk((call, path) => {
      if (armed && call === 'rename' && path.includes('.bak.')) throw diskError('EIO');
    });
    const file = fileIn(folder, { disk });
    await file.open();
    await file.save(() => 'secret');
    await file.save(() => 'secret too');
    armed = true;
    expect((await file.save(() => 'gone', { forgetOld: true })).ok).toBe(true);
    expect(await contentOf(folder, 'lines.txt.bak')).toBeNull();
    expect(await sidesIn(folder)).toEqual([]);
  });

  test('to read says so, and nothing is written over what is there', { tags: ['row-91'] }, async () => {
    const folder = await freshFolder();
    await fileIn(folder).open();
    for (const [code, reason] of Object.entries(reasons)) {
      const disk = breakingDisk((call, path) => {
        if (call === 'open' && path.endsWith('lines.txt')) throw diskError(code);
      });
      const file = fileIn(folder, { disk });
      expect(await file.open()).toEqual({ kind: 'io-error', reason });
      expect(await file.save(() => 'new')).toEqual(problem(reason));
    }
  });

  test('to lay a broken file aside has it stay where it is', async () => {
    const { folder } = await saveWhile(() => null);
    await writeFile(join(folder, 'lines.txt'), 'junk');
    const disk = breakingDisk((call) => {
      if (call === 'rename') throw diskError('EACCES');
    });
    const stuck = fileIn(folder, { disk });
    expect(await stuck.open()).toMatchObject({ kind: 'restored', value: 'two', keptAs: 'lines.txt' });
    expect(await stuck.save(() => 'new')).toEqual(problem('unreadable'));
    expect(await contentOf(folder, 'lines.txt')).toBe('junk');
  });
});

describe('a disk that lies', () => {
  test('about a full disk, cutting the file short without an error, is found out', {
    tags: ['row-89'],
  }, async () => {
    const { folder, result } = await saveWhile(
      () => null,
      (bytes) => bytes - 3,
    );
    expect(result).toEqual(problem('disk-full'));
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 two end');
    expect(await contentOf(folder, 'lines.txt.bak')).toBe('v1 one end');
    expect(await sidesIn(folder)).toEqual([]);
  });
});

describe('a virus scanner', () => {
  for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
    test(`that holds the file for a moment is waited for on Windows (${code})`, async () => {
      const waits: number[] = [];
      let refusals = 0;
      const disk = breakingDisk((call) => {
        if (call === 'rename' && refusals++ < 3) throw diskError(code);
      });
      const wait = async (ms: number) => void waits.push(ms);
      const file = fileIn(await freshFolder(), { disk, wait, platform: 'win32' });
      await file.open();
      expect((await file.save(() => 'one')).ok).toBe(true);
      expect(waits).toEqual([10, 20, 40]);
    });
  }

  test('that never lets go is given up on after two seconds', async () => {
    const waits: number[] = [];
    const disk = breakingDisk((call) => {
      if (call === 'rename') throw diskError('EBUSY');
    });
    const wait = async (ms: number) => void waits.push(ms);
    const file = fileIn(await freshFolder(), { disk, wait, platform: 'win32' });
    await file.open();
    expect(await file.save(() => 'one')).toEqual(problem('other'));
    const waited = waits.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThan(1000);
    expect(waited).toBeLessThanOrEqual(2000);
  });

  test('is no excuse elsewhere', async () => {
    const { result } = await saveWhile((call) => (call === 'rename' ? 'EBUSY' : null));
    expect(result).toEqual(problem('other'));
  });
});
