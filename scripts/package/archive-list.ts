import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '../system/project-root.ts';

interface Asar {
  listPackage(file: string, options: { readonly isPack: boolean }): string[];
}

/** The files in an app's archive, with `/` between folders. */
export function filesInArchive(file: string): string[] {
  const { listPackage } = createRequire(import.meta.url)('@electron/asar') as Asar;
  const paths = listPackage(file, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)));
}

/** Describes every file of an archive that `archive.txt` beside this file does not list. */
export async function unlistedFiles(paths: readonly string[]): Promise<string[]> {
  const listed = await readFile(join(projectRoot, 'scripts/package/archive.txt'), 'utf8');
  const known = new Set(listed.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
  return paths.filter((path) => !known.has(kindOf(path))).map((path) => `Nobody decided to pack ${path}.`);
}

/** The path of a file without the name of the chunk that the bundler gave it. */
function kindOf(path: string): string {
  return path.replace(/[^/]+-[\w-]{8}((?:\.\w+)+)$/, '*$1');
}
