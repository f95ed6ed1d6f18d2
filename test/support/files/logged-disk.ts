import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { type FileSystem, realDisk } from '../../../main/files/file-system.ts';

/** A change to the files of a folder; files are identified by number, since they are renamed. */
export type Step =
  | { readonly kind: 'create'; readonly name: string; readonly file: number }
  | { readonly kind: 'write'; readonly file: number; readonly bytes: Buffer }
  | { readonly kind: 'sync'; readonly file: number }
  | { readonly kind: 'link' | 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'unlink'; readonly name: string }
  | { readonly kind: 'sync-folder' };

/** The file of each name. */
export type Names = Map<string, number>;

/** Applies a step to the names. */
export function applyToNames(names: Names, step: Step): void {
  if (step.kind === 'create') names.set(step.name, step.file);
  if (step.kind === 'unlink') names.delete(step.name);
  if (step.kind !== 'link' && step.kind !== 'rename') return;
  const file = names.get(step.from);
  if (file === undefined) throw new Error(`Nothing is named ${step.from}`);
  // `rename` between two links of the same file does nothing.
  if (step.kind === 'rename' && names.get(step.to) !== file) names.delete(step.from);
  names.set(step.to, file);
}

/** The real disk, with a log of every change to a folder. */
export class LoggedDisk {
  readonly log: Step[] = [];
  readonly #names: Names;
  readonly #links: boolean;
  #files: number;

  /** `names` exist already; without `links` the disk supports no hard links. */
  constructor(names: Names, { links = true } = {}) {
    this.#names = new Map(names);
    this.#files = names.size;
    this.#links = links;
  }

  /** The file system with the log. */
  get disk(): FileSystem {
    const logged = {
      ...realDisk,
      open: async (path: string, flags: string | number, mode?: number) => {
        const handle = await realDisk.open(path, flags, mode);
        const name = basename(path);
        if (flags === 'wx') this.#did({ kind: 'create', name, file: this.#files++ });
        const file = this.#names.get(name);
        return this.#handle(handle, file === undefined ? null : file);
      },
      link: async (from: string, to: string) => {
        if (!this.#links) throw Object.assign(new Error('No second names'), { code: 'ENOTSUP' });
        await realDisk.link(from, to);
        this.#did({ kind: 'link', from: basename(from), to: basename(to) });
      },
      copyFile: async (from: string, to: string, mode?: number) => {
        await realDisk.copyFile(from, to, mode);
        const file = this.#files++;
        this.#did({ kind: 'create', name: basename(to), file });
        const copy = await realDisk.open(to, 'r');
        this.#did({ kind: 'write', file, bytes: await copy.readFile().finally(() => copy.close()) });
      },
      rename: async (from: string, to: string) => {
        await realDisk.rename(from, to);
        this.#did({ kind: 'rename', from: basename(from), to: basename(to) });
      },
      unlink: async (path: string) => {
        await realDisk.unlink(path);
        this.#did({ kind: 'unlink', name: basename(path) });
      },
    };
    return logged as unknown as FileSystem;
  }

  #handle(real: FileHandle, file: number | null): FileHandle {
    const logged = {
      write: async (bytes: Uint8Array, at: number, length: number) => {
        const written = await real.write(bytes, at, length);
        if (file !== null)
          this.#did({
            kind: 'write',
            file,
            bytes: Buffer.from(bytes.subarray(at, at + written.bytesWritten)),
          });
        return written;
      },
      sync: async () => {
        await real.sync();
        this.#did(file === null ? { kind: 'sync-folder' } : { kind: 'sync', file });
      },
      read: (bytes: Uint8Array, at: number, length: number) => real.read(bytes, at, length, null),
      stat: () => real.stat(),
      chmod: (mode: number) => real.chmod(mode),
      readFile: () => real.readFile(),
      close: () => real.close(),
    };
    return logged as unknown as FileHandle;
  }

  #did(step: Step): void {
    applyToNames(this.#names, step);
    this.log.push(step);
  }
}
