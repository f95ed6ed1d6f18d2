import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { removeQuietly } from '../files/atomic-write.ts';
import { IncompleteWrite } from '../files/disk-errors.ts';
import type { FileSystem } from '../files/file-system.ts';

/** What a package has to be: its SHA-512 in base64, and its size in bytes. */
export interface Wanted {
  readonly sha512: string;
  readonly size: number;
}

/** What to tell while copying, and when to stop. */
export interface CopyWatch {
  readonly onBytes?: (copied: number) => void;
  readonly signal?: AbortSignal;
}

const chunkBytes = 1024 * 1024;

// Opening a FIFO would block without `O_NONBLOCK`; Windows has neither.
const readFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Copies a file to a new one and syncs it; false, and no copy, if it is not what is wanted.
 *
 * Throws the error of the file system, or `AbortError`; then there is no copy either. The copy is readable and writable
 * by this user only.
 */
export async function copyVerified(
  disk: FileSystem,
  from: string,
  to: string,
  wanted: Wanted,
  watch: CopyWatch = {},
): Promise<boolean> {
  const source = await disk.open(from, readFlags);
  try {
    if (!(await isWantedFile(source, wanted))) return false;
    const target = await disk.open(to, 'wx', 0o600);
    try {
      const hash = await pump(source, wanted.size, watch, (bytes) => writeAll(target, bytes));
      await target.sync();
      // A full disk can truncate the file and report success.
      if ((await target.stat()).size !== wanted.size && hash !== null) throw new IncompleteWrite('ENOSPC');
      await target.close();
      if (hash === wanted.sha512) return true;
    } catch (error) {
      await target.close().catch(() => undefined);
      await removeQuietly(disk, to);
      throw error;
    }
    await removeQuietly(disk, to);
    return false;
  } finally {
    await source.close();
  }
}

/** Whether a file on the disk is what is wanted. */
export async function isVerified(disk: FileSystem, path: string, wanted: Wanted): Promise<boolean> {
  const file = await disk.open(path, readFlags);
  try {
    if (!(await isWantedFile(file, wanted))) return false;
    return (await pump(file, wanted.size, {}, async () => undefined)) === wanted.sha512;
  } finally {
    await file.close();
  }
}

async function isWantedFile(file: FileHandle, { size }: Wanted): Promise<boolean> {
  const stats = await file.stat();
  return stats.isFile() && stats.size === size;
}

/** Reads `size` bytes and hands them on; gives their SHA-512 in base64, or null if there are more or fewer. */
async function pump(
  source: FileHandle,
  size: number,
  { onBytes, signal }: CopyWatch,
  write: (bytes: Buffer) => Promise<void>,
): Promise<string | null> {
  const hash = createHash('sha512');
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (let copied = 0; ; onBytes?.(copied)) {
    signal?.throwIfAborted();
    const { bytesRead } = await source.read(buffer, 0, chunkBytes, null);
    if (bytesRead === 0) return copied === size ? hash.digest('base64') : null;
    copied += bytesRead;
    // SECURITY: a file that grows while it is read must not fill the disk.
    if (copied > size) return null;
    const bytes = buffer.subarray(0, bytesRead);
    hash.update(bytes);
    await write(bytes);
  }
}

async function writeAll(target: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await target.write(bytes, at, bytes.length - at);
    if (bytesWritten === 0) throw new IncompleteWrite('ENOSPC');
    at += bytesWritten;
  }
}
