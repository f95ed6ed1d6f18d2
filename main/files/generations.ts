import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { type DiskContext, linkOrCopy, moveOver, removeQuietly, writeWhole } from './atomic-write.ts';
import { diskCode, ReadOnlyFile } from './disk-errors.ts';
import { backupName, tempName } from './quarantine.ts';
import { hashBytes, type Stamp } from './read-bounded.ts';

/** What is at the path of a saved file just before it is replaced. */
export type Present = 'ours' | 'absent' | 'foreign';

/** Compares the file on disk with what was last read or written; throws if it is read-only. */
export async function compareWithDisk(
  { disk }: DiskContext,
  path: string,
  last: Stamp | null,
): Promise<Present> {
  try {
    const stats = await disk.lstat(path);
    if (stats.isFile() && (stats.mode & 0o222) === 0) throw new ReadOnlyFile();
    if (last === null || !stats.isFile() || stats.size !== last.size) return 'foreign';
    if (stats.mtimeMs === last.mtimeMs && stats.ino === last.ino) return 'ours';
    const handle = await disk.open(path, 'r');
    const bytes = await handle.readFile().finally(() => handle.close());
    return hashBytes(bytes) === last.hash ? 'ours' : 'foreign';
  } catch (error) {
    if (diskCode(error) === 'ENOENT') return 'absent';
    throw error;
  }
}

/** Makes the current file the backup as well, without removing it from its path. */
export async function keepAsBackup(around: DiskContext, path: string): Promise<void> {
  const backup = join(dirname(path), backupName(basename(path)));
  const random = randomBytes(6).toString('hex');
  const temp = join(dirname(path), tempName(basename(backup), process.pid, random));
  try {
    await linkOrCopy(around.disk, path, temp);
    await moveOver(around, temp, backup);
  } finally {
    // `rename` between two hard links of the same file does nothing and leaves both.
    await removeQuietly(around.disk, temp);
  }
}

/** Atomically writes the bytes to `path`; `beforehand` runs after the sync, just before the rename. */
export async function replace(
  around: DiskContext,
  path: string,
  bytes: Uint8Array,
  beforehand: () => Promise<void> = async () => undefined,
): Promise<Stamp> {
  const temp = await writeWhole(around.disk, path, bytes);
  try {
    await beforehand();
    await moveOver(around, temp.path, path);
  } catch (error) {
    await removeQuietly(around.disk, temp.path);
    throw error;
  }
  return temp.stamp;
}

/** Overwrites the backup with the current content, so that nothing older is left. */
export async function overwriteBackup(around: DiskContext, path: string, bytes: Uint8Array): Promise<void> {
  const backup = join(dirname(path), backupName(basename(path)));
  try {
    await replace(around, backup, bytes);
  } catch (error) {
    // No backup is better than one with content that has to be gone.
    await around.disk.unlink(backup).catch((second: unknown) => {
      if (diskCode(second) !== 'ENOENT') throw error;
    });
  }
}
