import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../system/project-root.ts';

const sources = ['contract', 'main', 'preload', 'renderer', 'electron.vite.config.ts', 'package-lock.json'];
const results = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** Whether the app in `out/` is missing or older than its sources. */
export async function isBuildStale(root: string = projectRoot): Promise<boolean> {
  const made = await Promise.all(results.map((file) => changedAt(join(root, file))));
  const written = await Promise.all(sources.map((source) => lastChangeBelow(join(root, source))));
  return Math.max(...written) > Math.min(...made);
}

/** Whether the package for tests is missing or older than its sources. */
export async function isPackageStale(root: string = projectRoot): Promise<boolean> {
  if (await isBuildStale(root)) return true;
  const folder = join(root, 'dist/for-tests');
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  const packed = files.filter((file) => file.endsWith('app.asar')).map((file) => join(folder, file));
  const packedAt = Math.max(0, ...(await Promise.all(packed.map(changedAt))));
  return packedAt < (await lastChangeBelow(join(root, 'out')));
}

async function lastChangeBelow(path: string): Promise<number> {
  const files = await readdir(path, { recursive: true }).catch(() => []);
  const times = await Promise.all([path, ...files.map((file) => join(path, file))].map(changedAt));
  return Math.max(...times);
}

function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
