import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const listName = 'SHA256SUMS';

/** Whether people download this file of `dist/`. */
function isOffered(name: string): boolean {
  return (
    /\.(AppImage|deb|rpm|tar\.gz|exe|dmg|zip|blockmap|yml|sig|cdx\.json)$/.test(name) &&
    name !== 'builder-debug.yml'
  );
}

/** Writes `SHA256SUMS` for the released files in a folder, as `sha256sum --check` reads it; returns their names. */
export async function writeChecksums(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter(isOffered).sort();
  const lines = await Promise.all(
    names.map(async (name) => `${await sha256Of(join(folder, name))}  ${name}\n`),
  );
  await writeFile(join(folder, listName), lines.join(''));
  return names;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
