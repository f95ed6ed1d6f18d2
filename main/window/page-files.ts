import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** How the build names a file that it has compressed. */
const packedName = /\.br$/;

/** The largest file of the page once it is unpacked, in bytes. */
const maxUnpackedSize = 4_000_000;

/** The files of the page: the paths under which they are requested, and those where they are stored. */
export function pageFiles(assets: readonly string[]): ReadonlyMap<string, string> {
  const stored = [
    ...['/index.html', '/quick-access.html', '/toolbar.html', '/consent.html'],
    ...assets.map((name) => `/assets/${name}`),
  ];
  return new Map(stored.map((path) => [path.replace(packedName, ''), path]));
}

/** Reads a file of the page, unpacked. Throws if it is missing, damaged or too large. */
export async function readPageFile(path: string): Promise<Buffer> {
  const bytes = await readFile(path);
  if (!packedName.test(path)) return bytes;
  // Not at the start, which needs none of these files in English.
  const { brotliDecompress } = await import('node:zlib');
  return promisify(brotliDecompress)(bytes, { maxOutputLength: maxUnpackedSize });
}
