import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import type { SaveReason } from '../../contract/core/problem.ts';
import { diskCode, saveReason } from './disk-errors.ts';
import type { FileSystem } from './file-system.ts';

/** What tells one state of a file from another. */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ino: number;
  readonly hash: string;
}

/** What is at a path: a text of acceptable size, nothing, something that is no text of ours, or trouble. */
export type Bounded =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: Uint8Array; readonly stamp: Stamp }
  | { readonly kind: 'missing' }
  | { readonly kind: 'no-text' }
  | { readonly kind: 'io-error'; readonly reason: SaveReason };

// A link could lead out of the folder, and a pipe would never end; Windows has neither flag and neither danger.
const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Reads a file of at most `largest` bytes, and takes it away from other users of this computer on the way. */
export async function readBounded(disk: FileSystem, path: string, largest: number): Promise<Bounded> {
  try {
    const handle = await disk.open(path, readFlags);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return { kind: 'io-error', reason: 'other' };
      // SECURITY: a file made or copied with wider rights is closed to other users; rights are never added.
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

/** The SHA-256 of a content. */
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
