import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SaveReason } from '../../contract/core/problem.ts';
import { fail, ok, type Result } from '../../contract/core/result.ts';
import { saveReason } from './disk-errors.ts';

/** A file type in the system's dialogs: its label and its extensions, without the dot. */
export interface FileKind {
  readonly name: string;
  readonly extensions: readonly string[];
}

/** The system's file dialogs; each resolves with null if the person cancels. */
export interface FileDialogs {
  save(suggestedName: string, kinds: readonly FileKind[]): Promise<string | null>;
  open(kinds: readonly FileKind[]): Promise<string | null>;
  folder(): Promise<string | null>;
}

/** Allows one dialog at a time: while one is open, a second call resolves with null. */
export function oneAtATime(dialogs: FileDialogs): FileDialogs {
  let isOpen = false;
  const alone = async (choose: () => Promise<string | null>): Promise<string | null> => {
    if (isOpen) return null;
    isOpen = true;
    try {
      return await choose();
    } finally {
      isOpen = false;
    }
  };
  return {
    save: (suggestedName, kinds) => alone(() => dialogs.save(suggestedName, kinds)),
    open: (kinds) => alone(() => dialogs.open(kinds)),
    folder: () => alone(() => dialogs.folder()),
  };
}

/** The result of reading a file that a person chose. */
export type ChosenFile =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'io-error'; readonly reason: SaveReason };

/** In how many pieces a file is written that shows how far it is. */
export const filePieces = 20;

/** How writing a file is shown and stopped. */
export interface WriteProgress {
  readonly signal: AbortSignal;
  /** Called after each of `filePieces` pieces. */
  readonly onPiece: () => void;
}

/**
 * Writes a file that a person chose, readable only by this user; on failure, or if it is stopped, the old content stays
 * and nothing else is left.
 */
export async function writeChosenFile(
  path: string,
  content: string,
  progress?: WriteProgress,
): Promise<Result<'written' | 'stopped'>> {
  const temp = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    const handle = await open(temp, 'wx', 0o600);
    try {
      if (progress) await writePieces(handle, Buffer.from(content), progress);
      else await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    progress?.signal.throwIfAborted();
    await rename(temp, path);
    return ok('written');
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined);
    if (progress?.signal.aborted) return ok('stopped');
    return fail({ code: 'not-written', file: basename(path), reason: saveReason(error) });
  }
}

async function writePieces(
  file: FileHandle,
  bytes: Uint8Array,
  { signal, onPiece }: WriteProgress,
): Promise<void> {
  for (let piece = 0; piece < filePieces; piece += 1) {
    signal.throwIfAborted();
    const [from, to] = [piece, piece + 1].map((end) => Math.floor((bytes.length * end) / filePieces));
    await file.writeFile(bytes.subarray(from, to));
    onPiece();
  }
}

/** Reads a file that a person chose: a regular file of at most `largest` bytes. */
export async function readChosenFile(path: string, largest: number): Promise<ChosenFile> {
  try {
    // Opening a FIFO would block without `O_NONBLOCK`; Windows has neither.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return { kind: 'io-error', reason: 'other' };
      if (stats.size > largest) return { kind: 'too-large' };
      const bytes = await handle.readFile();
      return bytes.length > largest ? { kind: 'too-large' } : { kind: 'read', bytes };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { kind: 'io-error', reason: saveReason(error) };
  }
}
