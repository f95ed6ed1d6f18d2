import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { app } from 'electron';
import { done, fail, type Result } from '../../../contract/core/result.ts';
import type { UpdateProblem } from '../../../contract/core/update-problem.ts';
import type { InstallKind } from '../../../contract/installation/about.ts';
import { diskCode } from '../../files/disk-errors.ts';
import { realDisk } from '../../files/file-system.ts';
import type { UpdateInstaller } from '../../updates/app-updates.ts';
import { askingCommand, packageCommand, type SystemPackage } from '../../updates/package-command.ts';
import {
  type DownloadedPackage,
  problemOf,
  removeLeftovers,
  replaceAppImage,
} from '../../updates/replace-app-image.ts';
import { isVerified } from '../../updates/verified-copy.ts';

const around = { disk: realDisk, platform: process.platform, wait };

/** How long after a request to quit the new version is still started, if a person had to answer a question. */
const relaunchWithinMs = 120_000;

interface InstallerDeps {
  readonly kind: InstallKind;
  /** Closes the window, or quits, as a person would. */
  readonly quit: () => void;
  /** The installer of electron-updater, for Windows and macOS. */
  readonly quitAndInstall: (relaunch: boolean) => Promise<void>;
}

/** Installs updates in the way that fits how the app was installed. */
export function systemInstaller({ kind, quit, quitAndInstall }: InstallerDeps): UpdateInstaller {
  let relaunchPath: string | null = null;
  let isSystems = false;
  return {
    method: ({ path }) =>
      isSystemPackage(kind)
        ? {
            kind: 'command',
            file: path,
            command: packageCommand(kind, path, existsSync),
            canAskSystem: canAsk(kind, path),
          }
        : { kind: 'app' },
    install: async (pack, relaunch) => {
      const result = isSystemPackage(kind)
        ? await askSystem(kind, pack)
        : kind === 'app-image'
          ? await replaceAppImage(around, pack, await runningAppImage())
          : await verified(pack);
      if (!result.ok) return result;
      isSystems = ['windows-installer', 'macos'].includes(kind);
      if (isSystems && !relaunch) await quitAndInstall(false);
      if (relaunch) relaunchPath = kind === 'app-image' ? await runningAppImage() : process.execPath;
      return done;
    },
    quit: () => {
      if (isSystems) return void quitAndInstall(true);
      const askedAt = performance.now();
      app.once('will-quit', () => {
        if (relaunchPath !== null && performance.now() - askedAt < relaunchWithinMs)
          app.relaunch({ execPath: relaunchPath, args: [] });
      });
      quit();
    },
  };
}

/** Removes what a killed replacement left beside the AppImage. */
export async function sweepAppImage(kind: InstallKind): Promise<void> {
  if (kind === 'app-image') await removeLeftovers(around, await runningAppImage());
}

/** The file of the running AppImage, behind any link: the link stays. */
function runningAppImage(): Promise<string> {
  return realpath(process.env.APPIMAGE ?? process.execPath);
}

function isSystemPackage(kind: InstallKind): kind is SystemPackage {
  return kind === 'deb' || kind === 'rpm';
}

function canAsk(kind: SystemPackage, path: string): boolean {
  return askingCommand(kind, path, existsSync).slice(0, 2).every(existsSync);
}

async function verified(pack: DownloadedPackage): Promise<Result<void, UpdateProblem>> {
  try {
    // SECURITY: the package lay in the cache since it was downloaded (0029).
    if (await isVerified(realDisk, pack.path, pack)) return done;
  } catch (error) {
    if (diskCode(error) === null) throw error;
    return fail(problemOf(error, pack, pack.path));
  }
  return fail({ code: 'update-package-changed', version: pack.version });
}

async function askSystem(kind: SystemPackage, pack: DownloadedPackage): Promise<Result<void, UpdateProblem>> {
  const found = await verified(pack);
  if (!found.ok) return found;
  const [program, ...given] = askingCommand(kind, pack.path, existsSync);
  const code = await new Promise<number | null>((resolve) => {
    const asking = spawn(program, given, { stdio: 'ignore' });
    asking.once('error', () => resolve(null));
    asking.once('exit', resolve);
  });
  return code === 0 ? done : fail({ code: 'update-not-installed', version: pack.version });
}
