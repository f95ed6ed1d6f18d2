import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { EpochMs } from '../../contract/core/time.ts';
import { appendLines, readTail } from '../files/append-lines.ts';
import { DataFolder } from '../files/data-folder.ts';
import { type FileSystem, realDisk } from '../files/file-system.ts';
import { replace } from '../files/generations.ts';
import { isTooMuch, journalLimits, linesThatStay } from './retention.ts';

/** A line and its offset. */
export interface PlacedText {
  readonly from: number;
  readonly text: string;
}

/** The journal file: appends lines at the end and removes old ones from the beginning. */
export class JournalFile {
  readonly #path: string;
  readonly #disk: FileSystem;
  /** Bytes removed from the beginning since the start, which keeps offsets comparable. */
  #gone = 0;

  constructor(path: string, disk: FileSystem = realDisk) {
    this.#path = path;
    this.#disk = disk;
  }

  /** When a line was last appended; null without a file. */
  async lastWrittenAt(): Promise<EpochMs | null> {
    return this.#disk.lstat(this.#path).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    );
  }

  /** Quarantines the file as `replaced`. */
  async setAside(): Promise<void> {
    const folder = new DataFolder(this.#disk, this.#path, Date.now);
    await folder.quarantine(basename(this.#path), 'replaced');
    this.#gone = 0;
  }

  async append(lines: readonly string[]): Promise<void> {
    await appendLines(this.#disk, this.#path, lines);
  }

  /** All lines, oldest first; only the end of a file larger than the limit. */
  async lines(): Promise<readonly PlacedText[]> {
    const { bytes, from } = await readTail(this.#disk, this.#path, 2 * journalLimits.largest);
    const lines: PlacedText[] = [];
    for (let at = 0; at < bytes.length; ) {
      const end = bytes.indexOf(0x0a, at);
      const next = end < 0 ? bytes.length : end;
      if (next > at) lines.push({ from: this.#gone + from + at, text: bytes.toString('utf8', at, next) });
      at = next + 1;
    }
    return lines;
  }

  /** Rewrites the file without lines that are too old or too many; on failure it stays as it is. */
  async prune(now: EpochMs): Promise<void> {
    const size = await this.#size();
    if (size === 0 || !isTooMuch(await this.#firstLine(), size, now)) return;
    const before = await this.lines();
    const staying = linesThatStay(
      before.map(({ text }) => text),
      now,
    );
    if (staying.length === before.length && size <= journalLimits.largest) return;
    const bytes = Buffer.from(staying.map((text) => `${text}\n`).join(''));
    const around = { disk: this.#disk, platform: process.platform, wait: setTimeout };
    await replace(around, this.#path, bytes);
    this.#gone += size - bytes.length;
  }

  async #size(): Promise<number> {
    return this.#disk.lstat(this.#path).then(
      (stats) => (stats.isFile() ? stats.size : 0),
      () => 0,
    );
  }

  async #firstLine(): Promise<string> {
    const handle = await this.#disk.open(this.#path, 'r');
    try {
      const bytes = Buffer.alloc(8_192);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return bytes.toString('utf8', 0, bytesRead).split('\n', 1)[0] ?? '';
    } finally {
      await handle.close();
    }
  }
}
