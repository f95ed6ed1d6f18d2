import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** SHA-256 of a file, which is never whole in memory; null if there is none that can be read. */
export function hashFile(path: string): string | null {
  let file: number;
  try {
    file = openSync(path, readFlags);
  } catch {
    return null;
  }
  try {
    if (!fstatSync(file).isFile()) return null;
    const hash = createHash('sha256');
    const piece = Buffer.allocUnsafe(128 * 1024);
    for (let size = readSync(file, piece); size > 0; size = readSync(file, piece))
      hash.update(piece.subarray(0, size));
    return hash.digest('hex');
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}
