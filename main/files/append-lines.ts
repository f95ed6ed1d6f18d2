import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { IncompleteWrite } from './disk-errors.ts';
import type { FileSystem } from './file-system.ts';

// A symbolic link could lead out of the folder. Windows does not have the flag, and links there need admin rights.
const noFollow = constants.O_NOFOLLOW ?? 0;
const newLine = 0x0a;

/**
 * Appends whole lines to a file, creating it if needed; returns its new size in bytes.
 *
 * On failure the file is cut back to its old size. A line torn by an earlier crash stays a line of its own.
 */
export async function appendLines(
  disk: FileSystem,
  path: string,
  lines: readonly string[],
): Promise<{ readonly size: number }> {
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | noFollow;
  const handle = await disk.open(path, flags, 0o600);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new IncompleteWrite('EIO');
    // SECURITY: removes group and other permissions from the file; never adds any.
    if ((stats.mode & 0o077) !== 0) await handle.chmod(stats.mode & 0o700).catch(() => undefined);
    const isTorn = stats.size > 0 && (await lastByte(handle, stats.size)) !== newLine;
    const bytes = Buffer.from(`${isTorn ? '\n' : ''}${lines.map((line) => `${line}\n`).join('')}`);
    try {
      await writeAll(handle, bytes, stats.size);
    } catch (error) {
      await handle.truncate(stats.size).catch(() => undefined);
      throw error;
    }
    return { size: stats.size + bytes.length };
  } finally {
    await handle.close();
  }
}

/** The last bytes of a file and their offset; empty if it does not exist. */
export async function readTail(
  disk: FileSystem,
  path: string,
  most: number,
): Promise<{ readonly bytes: Buffer; readonly from: number }> {
  let handle: FileHandle;
  try {
    handle = await disk.open(path, constants.O_RDONLY | noFollow | (constants.O_NONBLOCK ?? 0));
  } catch {
    return { bytes: Buffer.alloc(0), from: 0 };
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return { bytes: Buffer.alloc(0), from: 0 };
    const from = Math.max(0, stats.size - most);
    const { bytes, got } = await readAt(handle, from, stats.size - from);
    return { bytes: bytes.subarray(0, got), from };
  } finally {
    await handle.close();
  }
}

async function writeAll(handle: FileHandle, bytes: Buffer, before: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at);
    if (bytesWritten === 0) throw new IncompleteWrite('ENOSPC');
    at += bytesWritten;
  }
  // A full disk can truncate the file and report success.
  if ((await handle.stat()).size !== before + bytes.length) throw new IncompleteWrite('ENOSPC');
}

async function lastByte(handle: FileHandle, size: number): Promise<number | undefined> {
  const { bytes } = await readAt(handle, size - 1, 1);
  return bytes[0];
}

async function readAt(handle: FileHandle, from: number, length: number) {
  const bytes = Buffer.alloc(length);
  let got = 0;
  while (got < length) {
    const { bytesRead } = await handle.read(bytes, got, length - got, from + got);
    if (bytesRead === 0) break;
    got += bytesRead;
  }
  return { bytes, got };
}
