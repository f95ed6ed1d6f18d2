import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DataFolder } from '../files/data-folder.ts';
import { realDisk } from '../files/file-system.ts';
import { replace } from '../files/generations.ts';
import { hashBytes } from '../files/read-bounded.ts';
import { readSmallFile } from '../files/read-small-file.ts';
import type { FirstPicture } from './picture.ts';

/** Limit in bytes, several times the size with as many profiles as there may be. */
const largest = 4_000_000;

interface SavedPicture {
  readonly key: string;
  readonly picture: FirstPicture;
}

/** `first-picture.json`: a checksum and, in the second line, what it is of. It can be lost at any time. */
export class PictureFile {
  readonly #path: string;

  constructor(folder: string) {
    this.#path = join(folder, 'first-picture.json');
  }

  /** Reads the picture that was taken under this key; null, and it is removed, if there is another one. */
  read(key: string): FirstPicture | null {
    const found = readSmallFile(this.#path, largest);
    if (found.kind === 'unreadable' && found.code === 'ENOENT') return null;
    const saved = found.kind === 'text' ? parse(found.text) : null;
    if (saved?.key === key) return saved.picture;
    this.remove();
    return null;
  }

  /** Writes it atomically. */
  async write(key: string, picture: FirstPicture): Promise<void> {
    const saved: SavedPicture = { key, picture };
    const body = JSON.stringify(saved);
    const bytes = Buffer.from(`${hashBytes(Buffer.from(body))}\n${body}`);
    await new DataFolder(realDisk, this.#path, Date.now).sweep();
    await replace({ disk: realDisk, platform: process.platform, wait: setTimeout }, this.#path, bytes);
  }

  /** Removes it, so that no name of a server is left in it. */
  remove(): void {
    try {
      rmSync(this.#path, { force: true });
    } catch {
      // A folder that cannot be written holds the profiles with the same names.
    }
  }
}

function parse(text: string): SavedPicture | null {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  // A text that is torn or was changed would break the page.
  return hashBytes(Buffer.from(body)) === text.slice(0, Math.max(0, end))
    ? (JSON.parse(body) as SavedPicture)
    : null;
}
