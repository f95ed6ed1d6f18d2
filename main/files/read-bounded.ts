import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import type { SaveReason } from '../../contract/core/problem.ts';
import { diskCode, saveReason } from './disk-errors.ts';
import type { FileSystem } from './file-system.ts';

/** Identifies one state of a file. */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ino: number;
  readonly hash: string;
}

/** What is at a path: a text within the limit, nothing, something that is not our text, or an error. */
export type Bounded =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: Uint8Array; readonly stamp: Stamp }
  | { readonly kind: 'missing' }
  | { readonly kind: 'no-text' }
  | { readonly kind: 'io-error'; readonly reason: SaveReason };

// A symbolic link could lead out of the folder, and a FIFO would block. Windows has neither flag.
const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Reads a file of at most `largest` bytes and removes the permissions of other users. */
export async function readBounded(disk: FileSystem, path: string, largest: number): Promise<Bounded> {
  try {
    const handle = await disk.open(path, readFlags);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return { kind: 'io-error', reason: 'other' };
      // SECURITY: removes group and other permissions from the file; never adds any.
      if ((stats.mode & 0o077) !== 0) await handle.chmod(stats.mode & 0o700).catch(() => undefined);
      if (stats.size > largest) return { kind: 'no-text' };
      const bytes = await handle.readFile();
      if (bytes.length > largest) return { kind: 'no-text' };
      const text = readUtf8(bytes);
      return text === null
        ? { kind: 'no-text' }
        : { kind: 'text', text, bytes, stamp: makeStamp(stats, bytes) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (diskCode(error) === 'ENOENT') return { kind: 'missing' };
    return { kind: 'io-error', reason: saveReason(error) };
  }
}

/** The stamp of a file with this content. */
export function makeStamp(stats: Stats, bytes: Uint8Array): Stamp {
  const { size, mtimeMs, ino } = stats;
  return { size, mtimeMs, ino, hash: hashBytes(bytes) };
}

/** SHA-256 of the content. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function readUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
