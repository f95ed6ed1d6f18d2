import type { FileHandle } from 'node:fs/promises';
import { type FileSystem, realDisk } from '../../../main/files/file-system.ts';

/** A file operation by name; those of an open file start with `file.`. */
export type DiskCall = `file.${'read' | 'write' | 'sync' | 'stat' | 'readFile' | 'close'}` | keyof FileSystem;

/** Called before each operation; throwing makes it fail. */
export type Before = (call: DiskCall, path: string) => void;

/** The error of a failed system call. */
export function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: made by a test`), { code });
}

/** The real file system, with operations that can be made to fail. */
export function breakingDisk(before: Before, cut: (bytes: number) => number = (bytes) => bytes): FileSystem {
  const calls = Object.entries(realDisk) as [keyof FileSystem, (...given: unknown[]) => Promise<unknown>][];
  const disk = Object.fromEntries(
    ['chmod', 'copyFile', 'link', 'lstat', 'mkdir', 'open', 'readdir', 'rename', 'stat', 'unlink'].map(
      (name) => {
        const real = calls.find(([known]) => known === name)?.[1];
        return [
          name,
          async (...given: unknown[]) => {
            before(name as keyof FileSystem, String(given[0]));
            const answer = await real?.(...given);
            return name === 'open'
              ? breakingHandle(answer as FileHandle, String(given[0]), before, cut)
              : answer;
          },
        ];
      },
    ),
  );
  return disk as unknown as FileSystem;
}

function breakingHandle(
  real: FileHandle,
  path: string,
  before: Before,
  cut: (bytes: number) => number,
): FileHandle {
  const broken = {
    write: async (bytes: Uint8Array, at: number, length: number) => {
      before('file.write', path);
      // A full disk writes less than it reports.
      await real.write(bytes, at, cut(length));
      return { bytesWritten: length, buffer: bytes };
    },
    read: async (bytes: Uint8Array, at: number, length: number) => {
      before('file.read', path);
      return real.read(bytes, at, length, null);
    },
    sync: async () => {
      before('file.sync', path);
      await real.sync();
    },
    stat: async () => {
      before('file.stat', path);
      return real.stat();
    },
    chmod: (mode: number) => real.chmod(mode),
    readFile: async () => {
      before('file.readFile', path);
      return real.readFile();
    },
    close: async () => {
      await real.close();
      before('file.close', path);
    },
  };
  return broken as unknown as FileHandle;
}
