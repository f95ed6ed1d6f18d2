import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app } from 'electron';
import type { InstallKind } from '../../../contract/installation/about.ts';
import type { AppDeps } from '../../app/app-deps.ts';
import { realDisk } from '../../files/file-system.ts';
import { readSmallFile } from '../../files/read-small-file.ts';
import { copyBeforeFirstStart, type FirstStartCopies } from '../../updates/first-start.ts';
import { installKind, updateSupport } from '../../updates/install-kind.ts';
import { readReleaseKeys } from '../../updates/release-keys.ts';
import type { SettingsFile } from '../system/settings-file.ts';
import { sweepAppImage, systemInstaller } from './installer.ts';

/** How this copy was installed. */
export function runningCopy(): InstallKind {
  const type = readSmallFile(join(process.resourcesPath, 'package-type'), 64);
  const { platform, execPath, env } = process;
  const packageType = type.kind === 'text' ? type.text : null;
  return installKind({ platform, execPath, env, isPackaged: app.isPackaged, packageType });
}

/** What updates need of this system. Nothing of electron-updater is loaded before it is used. */
export function systemUpdates(settingsFile: SettingsFile, quit: () => void): AppDeps['updates'] {
  const kind = runningCopy();
  const keys = readReleaseKeys(buildFacts().releaseKeys);
  const copy = { kind, arch: process.arch, version: app.getVersion(), platform: process.platform };
  const load = () => import('./engine.ts').then(({ createEngine }) => createEngine(copy, keys));
  let loading: ReturnType<typeof load> | null = null;
  const engine = () => {
    loading ??= load();
    return loading;
  };
  const quitAndInstall = async (relaunch: boolean) => (await engine()).quitAndInstall(relaunch);
  return {
    support: updateSupport(kind, keys.length),
    choices: settingsFile.read(),
    keep: (choices) => settingsFile.change(choices),
    installer: systemInstaller({ kind, quit, quitAndInstall }),
    engine,
  };
}

/** Copies the saved files if this version runs for the first time; before any of them is opened. */
export function copyAtFirstStart({ lastVersion }: { lastVersion: string | null }): Promise<FirstStartCopies> {
  const around = { disk: realDisk, platform: process.platform, wait, now: Date.now };
  const versions = { before: lastVersion, now: app.getVersion() };
  return copyBeforeFirstStart(app.getPath('userData'), versions, around);
}

/** Remembers which version ran, once its window is shown, and tidies up after the one before. */
export async function rememberVersion(settingsFile: SettingsFile): Promise<void> {
  const now = app.getVersion();
  if (settingsFile.read().lastVersion !== now) await settingsFile.change({ lastVersion: now });
  await sweepAppImage(runningCopy()).catch(() => undefined);
}

function buildFacts(): { readonly releaseKeys?: unknown } {
  return JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'));
}
