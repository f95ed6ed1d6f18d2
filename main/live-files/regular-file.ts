import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { LiveFileFailure } from '../../contract/sessions/live-files.ts';
import {
  type DiskContext,
  linkOrCopy,
  moveOver,
  removeQuietly,
  syncFolder,
  writeWhole,
} from '../files/atomic-write.ts';
import { diskCode } from '../files/disk-errors.ts';
import { realDisk } from '../files/file-system.ts';
import { isFolderSafe } from './places.ts';

const around: DiskContext = { disk: realDisk, platform: process.platform, wait };
const noFollow = constants.O_NOFOLLOW ?? 0;
/** More than any content of ours has, in bytes. */
const largest = 65_536;

interface Deps {
  readonly path: string;
  /** The marks of what may be in the file. */
  readonly marks: () => readonly string[];
  /** Saves them; throws if that fails. */
  readonly keepMarks: (marks: readonly string[]) => Promise<void>;
}

/** What is at the place of a regular file; `ours`: the mark of what this app has written there. */
type Found =
  | { readonly kind: 'gone' | 'foreign' | 'disk' }
  | { readonly kind: 'ours'; readonly mark: string; readonly handle: FileHandle };

/** A regular file that only this app writes. What it has not written is never overwritten, emptied or removed. */
export class RegularFile {
  constructor(private readonly deps: Deps) {}

  /** Puts the first content in place, where nothing may be yet. */
  create(text: string): Promise<LiveFileFailure | null> {
    return this.#trying(async () => {
      const { path } = this.deps;
      await this.deps.keepMarks([markOf(text)]);
      const whole = await writeWhole(realDisk, path, Buffer.from(text));
      try {
        await linkOrCopy(realDisk, whole.path, path);
      } catch (error) {
        return diskCode(error) === 'EEXIST' ? 'foreign' : 'disk';
      } finally {
        await removeQuietly(realDisk, whole.path);
      }
      await syncFolder(around, dirname(path));
      return null;
    });
  }

  /** Replaces the content in one step, so that a reader finds the old one or the new one. */
  write(text: string): Promise<LiveFileFailure | null> {
    return this.#trying(async () => {
      const { path } = this.deps;
      const found = await this.#find();
      if (found.kind !== 'ours') return found.kind;
      await found.handle.close();
      if (found.mark === markOf(text)) return null;
      await this.deps.keepMarks([found.mark, markOf(text)]);
      const whole = await writeWhole(realDisk, path, Buffer.from(text));
      try {
        await moveOver(around, whole.path, path);
      } catch (error) {
        await removeQuietly(realDisk, whole.path);
        throw error;
      }
      await syncFolder(around, dirname(path));
      return null;
    });
  }

  /** Replaces the content by one without a token; also for programs that have the file open, or a hard link to it. */
  empty(text: string): Promise<LiveFileFailure | null> {
    return this.#trying(async () => {
      const found = await this.#find();
      if (found.kind !== 'ours') return found.kind;
      try {
        if (found.mark !== markOf(text)) await wipe(found.handle);
      } finally {
        await found.handle.close();
      }
      return this.write(text);
    });
  }

  /** Whether the file is as it was written; null: yes. */
  async look(): Promise<LiveFileFailure | null> {
    const found = await this.#find();
    if (found.kind !== 'ours') return found.kind;
    await found.handle.close();
    return null;
  }

  /** Empties the file and removes it, unless somebody else has changed it. */
  remove(): Promise<LiveFileFailure | null> {
    return this.#trying(async () => {
      const found = await this.#find();
      if (found.kind !== 'ours') return found.kind;
      try {
        await wipe(found.handle);
      } finally {
        await found.handle.close();
      }
      await unlink(this.deps.path);
      return null;
    });
  }

  async #find(): Promise<Found> {
    const { path, marks } = this.deps;
    let handle: FileHandle;
    try {
      // SECURITY: what a symbolic link leads to is not ours, and opening a pipe would wait for ever (0045).
      handle = await open(path, constants.O_RDWR | noFollow | (constants.O_NONBLOCK ?? 0));
    } catch (error) {
      const code = diskCode(error);
      if (code === 'ENOENT') return { kind: 'gone' };
      return { kind: code === 'ELOOP' || code === 'EISDIR' || code === 'EACCES' ? 'foreign' : 'disk' };
    }
    const mark = await markOfFile(handle).catch(() => null);
    // SECURITY: a file that somebody else has written is neither overwritten nor removed (0045).
    const isOurs = mark !== null && (mark === markOf('') || marks().includes(mark));
    if (isOurs) return { kind: 'ours', mark, handle };
    await handle.close();
    return { kind: 'foreign' };
  }

  async #trying(attempt: () => Promise<LiveFileFailure | null>): Promise<LiveFileFailure | null> {
    try {
      if (!(await isFolderSafe(dirname(this.deps.path)))) return 'folder-open';
      return await attempt();
    } catch {
      return 'disk';
    }
  }
}

/** What tells a content from others, without telling what it is. */
function markOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function markOfFile(handle: FileHandle): Promise<string | null> {
  const stats = await handle.stat();
  const isOwn = process.getuid === undefined || stats.uid === process.getuid();
  if (!stats.isFile() || !isOwn || stats.size > largest) return null;
  const bytes = Buffer.alloc(stats.size);
  await handle.read(bytes, 0, stats.size, 0);
  return markOf(bytes);
}

async function wipe(handle: FileHandle): Promise<void> {
  await handle.truncate(0);
  await handle.sync();
}
