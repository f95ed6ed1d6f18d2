import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { appendLines, readTail } from '../files/append-lines.ts';
import { type FileSystem, realDisk } from '../files/file-system.ts';
import { SerialQueue } from '../timing/serial-queue.ts';

const names = ['app.log', 'app.1.log', 'app.2.log'] as const;
const maxWaiting = 1_000;

interface Options {
  readonly disk?: FileSystem;
  /** Size limit of one file in bytes. */
  readonly largest?: number;
}

/** The log on disk: at most three files of 1 MB. If the disk refuses, lines are lost and nothing else happens. */
export class LogFile {
  readonly #folder: string;
  readonly #disk: FileSystem;
  readonly #largest: number;
  readonly #queue = new SerialQueue();
  #waiting: string[] = [];
  #isOpen = false;
  #isWriting = false;

  constructor(folder: string, { disk = realDisk, largest = 1_000_000 }: Options = {}) {
    this.#folder = folder;
    this.#disk = disk;
    this.#largest = largest;
  }

  /** Queues a line; written soon after, once the file is open. */
  write(line: string): void {
    this.#waiting.push(line);
    if (this.#waiting.length > maxWaiting) this.#waiting.shift();
    if (this.#isOpen) this.#writeSoon();
  }

  /** Starts writing; until the window is shown, lines wait in memory. */
  async open(): Promise<void> {
    this.#isOpen = true;
    this.#writeSoon();
    await this.settle();
  }

  /** Resolves when every line is written or refused. */
  settle(): Promise<void> {
    return this.#queue.settle();
  }

  /** The newest lines, oldest first. */
  tail(count: number): Promise<readonly string[]> {
    return this.#queue.run(async () => {
      const texts = [];
      for (const name of [names[1], names[0]]) {
        const { bytes } = await readTail(this.#disk, join(this.#folder, name), this.#largest);
        texts.push(bytes.toString('utf8'));
      }
      const written = texts.join('').split('\n').filter(Boolean);
      return [...written, ...this.#waiting].slice(-count);
    });
  }

  #writeSoon(): void {
    if (this.#isWriting) return;
    this.#isWriting = true;
    void this.#queue.run(async () => {
      await new Promise(setImmediate);
      this.#isWriting = false;
      const lines = this.#waiting;
      this.#waiting = [];
      if (lines.length > 0) await this.#append(lines).catch(() => undefined);
    });
  }

  async #append(lines: readonly string[]): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const { size } = await appendLines(this.#disk, join(this.#folder, names[0]), lines);
    if (size < this.#largest) return;
    for (const [older, newer] of [
      [names[2], names[1]],
      [names[1], names[0]],
    ] as const) {
      // The first rotation finds no file to move.
      await rename(join(this.#folder, newer), join(this.#folder, older)).catch(() => undefined);
    }
  }
}
