import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FileIdentity, findReaders, type Reader } from './readers.ts';

/** How often, and how many times, the readers are looked at until they stay the same; in ms. */
const lookEveryMs = 25;
const maxLooks = 12;

/** A pipe that was opened by a reader, and that nobody else can open any more. */
export class Reading {
  constructor(
    private readonly out: FileHandle,
    private readonly pipe: FileIdentity,
    /** The path of the pipe when it was opened. */
    private readonly path: string,
    /** Where it still can be found by a path; else the same. */
    private readonly aside: string,
  ) {}

  /**
   * The processes that can read from the pipe, once they stay the same: a shell that opens a file for a program becomes
   * that program a moment later.
   */
  async readers(): Promise<readonly Reader[]> {
    let before = await this.#find();
    for (let looks = 1; looks < maxLooks; looks += 1) {
      await pause(lookEveryMs);
      const found = await this.#find();
      if (isSame(found, before)) return found;
      before = found;
    }
    return before;
  }

  /** Whether anybody still has the pipe open for reading, also a process that cannot be seen. */
  async isHeld(): Promise<boolean> {
    if (process.platform !== 'linux') return (await this.#find()).length > 0;
    try {
      const again = await open(`/proc/self/fd/${this.out.fd}`, constants.O_WRONLY | constants.O_NONBLOCK);
      await again.close();
      return true;
    } catch {
      return false;
    }
  }

  /** Writes a text that fits into the pipe, if exactly these processes still can read it; false if not. */
  async give(text: string, readers: readonly Reader[]): Promise<boolean> {
    // SECURITY: what a person permitted to one program is not given to what it has become since, nor shared (0045).
    if (!isSame(await this.#find(), readers)) return false;
    try {
      const bytes = Buffer.from(text);
      const { bytesWritten } = await this.out.write(bytes);
      return bytesWritten === bytes.length;
    } catch {
      return false;
    }
  }

  /** Ends the read: its reader finds the end of the file. */
  async close(): Promise<void> {
    await this.out.close().catch(() => undefined);
  }

  #find(): Promise<readonly Reader[]> {
    return findReaders(this.pipe, basename(this.path), this.aside);
  }
}

function isSame(one: readonly Reader[], other: readonly Reader[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
