import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withFileLock } from '../../../../scripts/system/file-lock.ts';
import { freshFolder } from '../../../support/files/fresh-folder.ts';

const nobody = () => undefined;

describe('work under a lock', () => {
  test('leaves nothing behind, also when it fails', async () => {
    const lock = join(await freshFolder(), 'lock');
    expect(await withFileLock(lock, nobody, async () => 'done')).toBe('done');
    await expect(withFileLock(lock, nobody, () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
    expect(await readdir(dirname(lock))).toEqual([]);
  });

  test('never overlaps', async () => {
    const lock = join(await freshFolder(), 'lock');
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} starts`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      seen.push(`${name} ends`);
    };
    await Promise.all([withFileLock(lock, nobody, work('a')), withFileLock(lock, nobody, work('b'))]);
    expect([seen[0]?.[0], seen[2]?.[0]]).toEqual([seen[1]?.[0], seen[3]?.[0]]);
  });

  test('takes over from a process that is gone', async () => {
    const lock = join(await freshFolder(), 'lock');
    // Larger than any process ID.
    await writeFile(lock, '4194999');
    expect(await withFileLock(lock, nobody, async () => 'done')).toBe('done');
  });
});
