import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/** Unpacks the files of an archive for which `target` names a path relative to `folder`. */
export async function unzip(
  archive: string,
  folder: string,
  target: (name: string) => string | undefined,
): Promise<void> {
  const zip = await openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileName.endsWith('/') ? undefined : target(entry.fileName);
    if (path === undefined) continue;
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true });
    // The upper half holds the mode of a Unix file; 0 in archives of other systems.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(place, { mode }));
  }
}
