import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { realDisk } from '../../../main/files/file-system.ts';
import { copyVerified, isVerified } from '../../../main/updates/verified-copy.ts';
import { breakingDisk } from '../../support/files/breaking-disk.ts';
import { freshFolder } from '../../support/files/fresh-folder.ts';
import { sha512Of } from '../../support/updates/signed-manifests.ts';

const content = Buffer.alloc(2_500_000, 'package ');
const wanted = { size: content.length, sha512: sha512Of(content) };

async function places() {
  const folder = await freshFolder();
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  await writeFile(from, content);
  return { folder, from, to };
}

describe('A verified copy', () => {
  test('is the same bytes, for this user only, with its progress', async () => {
    const { from, to } = await places();
    const seen: number[] = [];
    expect(await copyVerified(realDisk, from, to, wanted, { onBytes: (copied) => seen.push(copied) })).toBe(
      true,
    );
    expect((await readFile(to)).equals(content)).toBe(true);
    expect((await stat(to)).mode & 0o777).toBe(0o600);
    expect(seen.at(-1)).toBe(content.length);
    expect(await isVerified(realDisk, to, wanted)).toBe(true);
  });

  test('is not left behind if the content is another one', async () => {
    const { folder, from, to } = await places();
    const other = { ...wanted, sha512: sha512Of(Buffer.from('another')) };
    expect(await copyVerified(realDisk, from, to, other)).toBe(false);
    expect(await copyVerified(realDisk, from, to, { ...wanted, size: 7 })).toBe(false);
    expect(await isVerified(realDisk, from, other)).toBe(false);
    expect(await readdir(folder)).toEqual(['from']);
  });

  test('stops at the size, however long a file grows', async () => {
    const { folder, from, to } = await places();
    let read = 0;
    let written = 0;
    const disk = breakingDisk((call) => {
      // Bounded, so that a copy that follows the file fails here and does not fill the disk.
      if (call === 'file.read' && read < 20) appendFileSync(from, content);
      if (call === 'file.read') read += 1;
      if (call === 'file.write') written += 1;
    });
    expect(await copyVerified(disk, from, to, wanted)).toBe(false);
    expect(written).toBeLessThanOrEqual(3);
    expect(await readdir(folder)).toEqual(['from']);
  });

  test('is made only of a regular file, and never of a FIFO or a device', async () => {
    const { folder, to } = await places();
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    await symlink('/dev/zero', join(folder, 'zero'));
    for (const name of ['fifo', 'zero', '.'])
      expect(await copyVerified(realDisk, join(folder, name), to, wanted)).toBe(false);
    expect((await readdir(folder)).includes('to')).toBe(false);
  });

  test('never writes through a link that waits in its place', async () => {
    const { folder, from, to } = await places();
    const victim = join(folder, 'victim');
    await writeFile(victim, 'mine');
    await symlink(victim, to);
    await expect(copyVerified(realDisk, from, to, wanted)).rejects.toThrow('EEXIST');
    expect(await readFile(victim, 'utf8')).toBe('mine');
  });

  test('is given up on request', async () => {
    const { folder, from, to } = await places();
    const stopping = new AbortController();
    const copying = copyVerified(realDisk, from, to, wanted, {
      onBytes: () => stopping.abort(),
      signal: stopping.signal,
    });
    await expect(copying).rejects.toThrow('aborted');
    expect(await readdir(folder)).toEqual(['from']);
  });
});
