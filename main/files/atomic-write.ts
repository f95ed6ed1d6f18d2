import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { diskCode, IncompleteWrite } from './disk-errors.ts';
import type { FileSystem } from './file-system.ts';
import { tempName } from './quarantine.ts';
import { makeStamp, type Stamp } from './read-bounded.ts';

const renamePatienceMs = 2_000;

/** What a write needs besides the bytes. */
export interface DiskContext {
  readonly disk: FileSystem;
  readonly platform: NodeJS.Platform;
  readonly wait: (ms: number) => Promise<unknown>;
}

/** A complete, synced temporary file. */
export interface WholeFile {
  readonly path: string;
  readonly stamp: Stamp;
}

/** Writes a temporary file next to `path` and syncs it; removes it on failure. */
export async function writeWhole(disk: FileSystem, path: string, bytes: Uint8Array): Promise<WholeFile> {
  const temp = join(dirname(path), tempName(basename(path), process.pid, randomBytes(6).toString('hex')));
  try {
    const handle = await disk.open(temp, 'wx', 0o600);
    let stamp: Stamp;
    try {
      for (let at = 0; at < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, at, bytes.length - at);
        if (bytesWritten === 0) throw new IncompleteWrite('ENOSPC');
        at += bytesWritten;
      }
      await handle.sync();
      const stats = await handle.stat();
      // A full disk can truncate the file and report success.
      if (stats.size !== bytes.length) throw new IncompleteWrite('ENOSPC');
      stamp = makeStamp(stats, bytes);
    } finally {
      await handle.close();
    }
    await reRead(disk, temp, bytes);
    return { path: temp, stamp };
  } catch (error) {
    await removeQuietly(disk, temp);
    throw error;
  }
}

/** Renames a file onto another; retries while a virus scanner holds it. */
export async function moveOver(around: DiskContext, from: string, to: string): Promise<void> {
  for (let waited = 0, pause = 10; ; waited += pause, pause *= 2) {
    try {
      await around.disk.rename(from, to);
      return;
    } catch (error) {
      const code = diskCode(error) ?? '';
      const held = around.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code);
      if (!held || waited + pause > renamePatienceMs) throw error;
      await around.wait(pause);
    }
  }
}

/** Syncs a folder, so that a rename survives a power loss, where the system can. */
export async function syncFolder({ disk, platform }: DiskContext, folder: string): Promise<void> {
  if (platform === 'win32') return;
  const handle = await disk.open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(diskCode(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

/** Hard-links a file, or copies it where the file system has no hard links. `to` must not exist. */
export async function linkOrCopy(disk: FileSystem, from: string, to: string): Promise<void> {
  try {
    await disk.link(from, to);
  } catch (error) {
    if (['ENOSPC', 'EDQUOT', 'ENOENT', 'EEXIST', 'EROFS'].includes(diskCode(error) ?? '')) throw error;
    await copyWhole(disk, from, to);
  }
}

/** Removes a file if it exists. */
export async function removeQuietly(disk: FileSystem, path: string): Promise<void> {
  await disk.unlink(path).catch(() => undefined);
}

async function copyWhole(disk: FileSystem, from: string, to: string): Promise<void> {
  try {
    await disk.copyFile(from, to, constants.COPYFILE_EXCL);
    const copy = await disk.open(to, 'r+');
    await copy.sync().finally(() => copy.close());
  } catch (error) {
    await removeQuietly(disk, to);
    throw error;
  }
}

async function reRead(disk: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const handle = await disk.open(path, 'r');
  try {
    if (!(await handle.readFile()).equals(bytes)) throw new IncompleteWrite('EIO');
  } finally {
    await handle.close();
  }
}
