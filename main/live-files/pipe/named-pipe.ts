import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, link, lstat, open, rename, rm, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { LiveFileFailure } from '../../../contract/sessions/live-files.ts';
import { diskCode } from '../../files/disk-errors.ts';
import { tempName } from '../../files/quarantine.ts';
import { Pace } from './pace.ts';
import { awaitReader, type ReaderSignal } from './reader-signal.ts';
import type { FileIdentity } from './readers.ts';
import { Reading } from './reading.ts';

/** `O_PATH` of Linux: refers to a file without opening it. */
const pathOnly = 0o10000000;
/** How often in a row waiting may fail before it is given up. */
const maxFailures = 5;
/** How many readers may wait for an answer; further ones wait until they can open the pipe. */
const maxReadings = 8;
/** How often it is looked whether one of them was served, in ms. */
const lookEveryMs = 250;
const isLinux = process.platform === 'linux';

interface Deps {
  readonly path: string;
  /** Where the next pipe is kept ready, since another reader may come while it is made. */
  readonly spare: string;
  /** Serves a reader and lets go of it. */
  readonly onReading: (reading: Reading) => Promise<void>;
  /** The pipe does not work any more; nobody waits at it. */
  readonly onTrouble: (why: LiveFileFailure) => void;
}

/** Who waits at the pipe that is in place. */
interface Waiting {
  /** Refers to the pipe itself, whatever is at its path by then; null where the system cannot do that. */
  readonly handle: FileHandle | null;
  readonly signal: ReaderSignal;
}

/**
 * A named pipe at a place. Nothing is ever stored in it: each reader gets a pipe of its own, since the next one is put in
 * its place as soon as it was opened.
 */
export class NamedPipe {
  readonly #pace = new Pace();
  /** The pipe that is in place. */
  #made: FileIdentity | null = null;
  #waiting: Waiting | null = null;
  #readings = 0;
  #hasEnded = false;

  constructor(private readonly deps: Deps) {}

  /** Makes the pipe, or takes over the one that an earlier run left, and waits for readers. Null: it works. */
  async open(): Promise<LiveFileFailure | null> {
    const { path } = this.deps;
    try {
      if ((await lstat(path).catch(() => null)) === null) await makePipe(path);
      const found = await lstat(path);
      if (!isOwnPipe(found)) return 'foreign';
      this.#made = found;
      await this.#wait();
    } catch {
      return 'disk';
    }
    void this.#serve();
    return null;
  }

  /** Whether the pipe is still in its place; null: yes. */
  async look(): Promise<LiveFileFailure | null> {
    const found = await lstat(this.deps.path).catch(() => null);
    if (found === null) return 'gone';
    return isSame(found, this.#made) ? null : 'foreign';
  }

  /** Removes the pipe if it is still in its place; who waits for it finds the end of the file. */
  async close(): Promise<void> {
    const { path } = this.deps;
    this.#hasEnded = true;
    if (this.#made !== null && (await this.look()) === null) {
      const waking = await this.#openForWriting(null).catch(() => null);
      await unlink(path).catch(() => undefined);
      await waking?.close();
    }
    await Promise.all([this.#stopWaiting(), rm(this.deps.spare, { force: true })]);
  }

  async #serve(): Promise<void> {
    let failures = 0;
    while (this.#waiting !== null && !this.#hasEnded) {
      const hasReader = await this.#waiting.signal.opened;
      if (this.#hasEnded) return;
      failures = hasReader ? 0 : failures + 1;
      const why = hasReader ? await this.#take(this.#waiting.handle) : await this.look();
      if (why !== null || failures >= maxFailures) return this.#giveUp(why ?? 'disk');
      await this.#stopWaiting();
      await pause(this.#pace.next(performance.now()), undefined, { ref: false });
      while (this.#readings >= maxReadings) await pause(lookEveryMs, undefined, { ref: false });
      if (this.#hasEnded) return;
      try {
        await this.#wait();
      } catch {
        return this.#giveUp((await this.look()) ?? 'disk');
      }
    }
    // The end may have come while it began to wait.
    await this.#stopWaiting();
  }

  async #giveUp(why: LiveFileFailure): Promise<void> {
    await this.#stopWaiting();
    if (!this.#hasEnded) this.deps.onTrouble(why);
  }

  /** Takes the pipe that a reader has opened out of its place, and puts another one there. */
  async #take(handle: FileHandle | null): Promise<LiveFileFailure | null> {
    const { path, onReading } = this.deps;
    const made = this.#made;
    const out = await this.#openForWriting(handle).catch(() => null);
    const why = await this.look();
    // Without a reader: it has closed the pipe again.
    if (out === null || made === null) return why;
    const aside = isLinux ? path : besides(path);
    try {
      // SECURITY: a file that was put in the place of the pipe is not written over (0045).
      if (why !== null) throw new Error(why);
      if (!isLinux) await link(path, aside);
      await this.#exchange();
    } catch (error) {
      this.#made = made;
      await out.close();
      return why ?? (diskCode(error) === 'ENOENT' ? 'gone' : 'disk');
    }
    this.#readings += 1;
    void onReading(new Reading(out, made, path, aside)).finally(async () => {
      this.#readings -= 1;
      if (!isLinux) await rm(aside, { force: true });
    });
    return null;
  }

  /** Puts the next pipe in the place of this one, from beside it if the spare one is on another disk. */
  async #exchange(): Promise<void> {
    const { path, spare } = this.deps;
    try {
      const next = await lstat(spare);
      if (!isOwnPipe(next)) throw new Error('Not a pipe');
      this.#made = next;
      await rename(spare, path);
    } catch {
      const next = besides(path);
      await makePipe(next);
      this.#made = await lstat(next);
      await rename(next, path);
    }
  }

  /** Never waits: fails if nobody reads. */
  async #openForWriting(handle: FileHandle | null): Promise<FileHandle> {
    const flags = constants.O_WRONLY | constants.O_NONBLOCK;
    if (handle) return open(`/proc/self/fd/${handle.fd}`, flags);
    const out = await open(this.deps.path, flags | constants.O_NOFOLLOW);
    // SECURITY: a file that was put in the place of the pipe must not get what is meant for a reader (0045).
    if (isSame(await out.stat(), this.#made)) return out;
    await out.close();
    throw new Error('Another file');
  }

  async #wait(): Promise<void> {
    const { path, spare } = this.deps;
    await makePipe(spare).catch(() => undefined);
    const handle = isLinux ? await open(path, pathOnly | constants.O_NOFOLLOW) : null;
    // Another file may have been put in its place meanwhile.
    if (!isSame(handle ? await handle.stat() : await lstat(path), this.#made)) {
      await handle?.close();
      throw new Error('Another file');
    }
    this.#waiting = { handle, signal: awaitReader(handle ?? { path }) };
  }

  async #stopWaiting(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.signal.stop();
    await waiting?.handle?.close();
  }
}

/** Removes a pipe that an earlier run left, since who reads it would wait for ever. Not null: something else is there. */
export async function removeLeftPipe(path: string): Promise<LiveFileFailure | null> {
  const found = await lstat(path).catch(() => null);
  if (found === null) return null;
  if (!isOwnPipe(found)) return 'foreign';
  return unlink(path).then(
    () => null,
    () => 'disk',
  );
}

function isSame(one: FileIdentity, other: FileIdentity | null): boolean {
  return one.dev === other?.dev && one.ino === other.ino;
}

function isOwnPipe(found: Stats): boolean {
  return found.isFIFO() && found.uid === process.getuid?.() && (found.mode & 0o777) === 0o600;
}

/** Makes a pipe that only this user can open; fails if anything is at the path. */
async function makePipe(path: string): Promise<void> {
  const { PATH } = process.env;
  await promisify(execFile)('mkfifo', ['-m', '600', path], { env: { PATH, LC_ALL: 'C' }, timeout: 5_000 });
}

function besides(path: string): string {
  return join(dirname(path), tempName(basename(path), process.pid, randomBytes(6).toString('hex')));
}
