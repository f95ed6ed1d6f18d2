import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { diskCode } from './disk-errors.ts';

/** What is at a path: a text within the limit, nothing readable, or something that must not be read. */
export type SmallFile =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Its owner and permissions. */
      readonly stats: Pick<Stats, 'uid' | 'mode'>;
    }
  | { readonly kind: 'unreadable' /** The code of the system, such as `ENOENT`. */; readonly code: string }
  | { readonly kind: 'strange' };

/**
 * Synchronously reads a file of at most `largest` bytes, for the start of the app.
 *
 * SECURITY: a huge file cannot exhaust the memory, and a FIFO cannot block the start (0009).
 */
export function readSmallFile(path: string, largest: number): SmallFile {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return { kind: 'unreadable', code: diskCode(error) ?? 'other' };
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > largest) return { kind: 'strange' };
    return { kind: 'text', text: readFileSync(file, 'utf8'), stats };
  } catch (error) {
    return { kind: 'unreadable', code: diskCode(error) ?? 'other' };
  } finally {
    closeSync(file);
  }
}
