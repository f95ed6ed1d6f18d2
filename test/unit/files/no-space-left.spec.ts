import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { type FileSystem, realDisk } from '../../../main/files/file-system.ts';
import { breakingDisk } from '../../support/files/breaking-disk.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { contentOf, fileIn } from '../../support/files/kept-lines.ts';

const roomForTwo = 'x'.repeat(100_000);
const tooMuch = 'y'.repeat(200_000);

/** A disk of 256 KiB that does not report when it is full. */
function pretendedDisk(): FileSystem {
  let room = 256 * 1024;
  return breakingDisk(
    () => undefined,
    (bytes) => {
      const taken = Math.min(bytes, room);
      room -= taken;
      return taken;
    },
  );
}

/** Saves a file on a disk with room for one more generation, then a larger one. */
async function overfill(folder: string, disk: FileSystem): Promise<void> {
  const file = fileIn(folder, { disk });
  await file.open();
  expect((await file.save(() => roomForTwo)).ok).toBe(true);
  expect((await file.save(() => `${roomForTwo}2`)).ok).toBe(true);
  const full = { code: 'not-saved', file: 'lines.txt', reason: 'disk-full' };
  expect(await file.save(() => tooMuch)).toEqual({ ok: false, problem: full });
  expect(await contentOf(folder, 'lines.txt')).toBe(`v1 ${roomForTwo}2 end`);
  expect(await contentOf(folder, 'lines.txt.bak')).toBe(`v1 ${roomForTwo} end`);
  expect((await readdir(folder)).sort()).toEqual(['lines.txt', 'lines.txt.bak']);
}

describe('a full disk', () => {
  test('keeps the old file and its backup, and is reported', { tags: ['row-89'] }, async () => {
    await overfill(await freshFolder(), pretendedDisk());
  });

  test('that keeps the length but not the bytes is noticed by reading back', async () => {
    const folder = await freshFolder();
    let isFull = false;
    const disk: FileSystem = {
      ...realDisk,
      open: async (...given) => {
        const handle = await realDisk.open(...given);
        const write = handle.write.bind(handle) as (bytes: Uint8Array) => Promise<unknown>;
        handle.write = ((bytes: Uint8Array) =>
          write(isFull ? new Uint8Array(bytes.length) : bytes)) as unknown as typeof handle.write;
        return handle;
      },
    };
    const file = fileIn(folder, { disk });
    await file.open();
    expect((await file.save(() => 'good')).ok).toBe(true);
    isFull = true;
    expect((await file.save(() => 'zeros')).ok).toBe(false);
    expect(await contentOf(folder, 'lines.txt')).toBe('v1 good end');
    expect(await readdir(folder)).toEqual(['lines.txt']);
  });
});
