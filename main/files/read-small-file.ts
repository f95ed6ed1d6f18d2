import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** What is at a path: a text within the limit, nothing readable, or something that must not be read. */
export type SmallFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable' }
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
  } catch {
    return { kind: 'unreadable' };
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > largest) return { kind: 'strange' };
    return { kind: 'text', text: readFileSync(file, 'utf8') };
  } catch {
    return { kind: 'unreadable' };
  } finally {
    closeSync(file);
  }
}
