import { basename, dirname, join } from 'node:path';
import { linkOrCopy, removeQuietly } from './atomic-write.ts';
import { diskCode } from './disk-errors.ts';
import type { FileSystem } from './file-system.ts';
import {
  isAbandoned,
  nextQuarantineAt,
  parseWriterPid,
  type QuarantineKind,
  quarantineName,
  surplusQuarantined,
} from './quarantine.ts';

/** The folder of a saved file, with its side files. */
export class DataFolder {
  readonly path: string;
  readonly #disk: FileSystem;
  readonly #name: string;
  readonly #now: () => number;

  constructor(disk: FileSystem, filePath: string, now: () => number) {
    this.#disk = disk;
    this.#name = basename(filePath);
    this.#now = now;
    this.path = dirname(filePath);
  }

  /** Creates the folder, accessible to this user only. */
  async prepare(): Promise<void> {
    await this.#disk.mkdir(this.path, { recursive: true, mode: 0o700 });
    const { mode } = await this.#disk.stat(this.path);
    // SECURITY: removes group and other permissions, since file names and times are visible in the folder; never adds
    // any.
    if ((mode & 0o077) !== 0) await this.#disk.chmod(this.path, mode & 0o700).catch(() => undefined);
  }

  /** Removes temporary files of processes that died; the write queue of the file must be empty. */
  async sweep(): Promise<void> {
    for (const found of await this.#names()) {
      const pid = parseWriterPid(found, this.#name);
      if (pid === null) continue;
      const stats = await this.#disk.lstat(join(this.path, found)).catch(() => null);
      const writerLives = pid !== process.pid && isRunning(pid);
      if (stats && isAbandoned(writerLives, this.#now() - stats.mtimeMs))
        await removeQuietly(this.#disk, join(this.path, found));
    }
  }

  /** Renames a file of the folder to a quarantine name and returns that name. */
  async quarantine(name: string, kind: QuarantineKind): Promise<string> {
    const side = await this.#freeName(kind);
    try {
      await this.#disk.rename(join(this.path, name), join(this.path, side));
    } catch (error) {
      if (diskCode(error) !== 'ENOENT') throw error;
    }
    await this.#thin(kind);
    return side;
  }

  /** Copies a file of the folder to a quarantine name and returns that name. */
  async quarantineCopy(name: string, kind: QuarantineKind): Promise<string> {
    const side = await this.#freeName(kind);
    await linkOrCopy(this.#disk, join(this.path, name), join(this.path, side));
    await this.#thin(kind);
    return side;
  }

  async #freeName(kind: QuarantineKind): Promise<string> {
    for (let at = nextQuarantineAt(await this.#names(), this.#name, kind, this.#now()); ; at += 1) {
      const side = quarantineName(this.#name, kind, at);
      try {
        await this.#disk.lstat(join(this.path, side));
      } catch (error) {
        if (diskCode(error) === 'ENOENT') return side;
        throw error;
      }
    }
  }

  async #thin(kind: QuarantineKind): Promise<void> {
    for (const side of surplusQuarantined(await this.#names(), this.#name, kind))
      await removeQuietly(this.#disk, join(this.path, side));
  }

  async #names(): Promise<readonly string[]> {
    return this.#disk.readdir(this.path).catch(() => []);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return diskCode(error) === 'EPERM';
  }
}
