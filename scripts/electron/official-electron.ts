import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder } from '../system/cache-folder.ts';
import { capture } from '../system/commands.ts';
import { projectRoot } from '../system/project-root.ts';

const packageFolder = join(projectRoot, 'node_modules', 'electron');
const maxSilence = 30_000;
const betweenLooks = 1_000;
const failureIsRemembered = 60 * 60_000;

/** The folder of the official Electron; it may not exist. */
export const officialFolder = join(packageFolder, 'dist');

/** The Electron version pinned in `package.json`. */
export async function pinnedVersion(): Promise<string> {
  const about: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  if (
    typeof about === 'object' &&
    about !== null &&
    'version' in about &&
    typeof about.version === 'string'
  ) {
    return about.version;
  }
  throw new Error('The electron package does not tell its version. Run npm ci again.');
}

/** Whether the official Electron of this version is completely unpacked. */
export async function hasOfficial(version: string): Promise<boolean> {
  const found = await readFile(join(officialFolder, 'version'), 'utf8').catch(() => '');
  return found.trim().replace(/^v/, '') === version && existsSync(join(officialFolder, executableName()));
}

/** Why the last download failed, if that was recently; a retry would only take time. */
export async function recentFailure(version: string, now: number = Date.now()): Promise<string | undefined> {
  const file = failureFile(version);
  const written = await stat(file).catch(() => undefined);
  if (written === undefined || now - written.mtimeMs > failureIsRemembered) return undefined;
  return readFile(file, 'utf8').catch(() => undefined);
}

/** Downloads the official Electron with the script of its package; returns the reason if it fails. */
export async function downloadOfficial(version: string): Promise<string | undefined> {
  // The script downloads to the temporary folder; this folder shows whether data still arrives.
  const arrivals = await mkdtemp(join(tmpdir(), 'ffsm-electron-'));
  const stop = new AbortController();
  const env = { ...process.env, TMPDIR: arrivals, TEMP: arrivals, TMP: arrivals };
  const script = join(packageFolder, 'install.js');
  const install = capture(process.execPath, [script], { env, signal: stop.signal });
  try {
    void endWhenSilent([arrivals, officialFolder], stop);
    const { output } = await install;
    if (await hasOfficial(version)) {
      await rm(failureFile(version), { force: true });
      return undefined;
    }
    const reason = stop.signal.aborted ? 'nothing arrived for 30 seconds' : firstLine(output);
    await remember(version, reason);
    return reason;
  } finally {
    stop.abort();
    await rm(arrivals, { recursive: true, force: true });
  }
}

async function endWhenSilent(folders: readonly string[], stop: AbortController): Promise<void> {
  let size = -1;
  let lastChange = Date.now();
  while (!stop.signal.aborted && Date.now() - lastChange < maxSilence) {
    const sizes = await Promise.all(folders.map(sizeOf));
    const next = sizes.reduce((sum, one) => sum + one, 0);
    if (next !== size) lastChange = Date.now();
    size = next;
    await pause(betweenLooks, undefined, { signal: stop.signal }).catch(() => undefined);
  }
  stop.abort();
}

async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = files.map((file) =>
    stat(join(folder, file)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function failureFile(version: string): string {
  return join(cacheFolder(), `electron-${version}.not-downloaded`);
}

async function remember(version: string, reason: string): Promise<void> {
  await mkdir(dirname(failureFile(version)), { recursive: true });
  await writeFile(failureFile(version), reason);
}

function firstLine(output: string): string {
  const line = output.split('\n').find((text) => /error|failed/i.test(text)) ?? output.split('\n')[0] ?? '';
  return line.trim() || 'its installer said nothing';
}

/** The path of the executable in an unpacked Electron of this platform. */
export function executableName(platform: NodeJS.Platform = process.platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}
