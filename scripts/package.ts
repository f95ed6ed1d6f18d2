import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronRuntime, resolveElectron } from './electron/electron-runtime.ts';
import { pinnedVersion } from './electron/official-electron.ts';
import { findFuseProblems, fusesForTests, readFuseWire, wantedFuses } from './package/fuses.ts';
import { builderArguments, outputFolder, type PackageOptions, readOptions } from './package/options.ts';
import { buildApp } from './quality/checks.ts';
import { step } from './quality/step.ts';
import { run } from './system/commands.ts';
import { projectRoot } from './system/project-root.ts';
import { tool } from './system/tools.ts';

const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`);
const systemSevenZips = ['/usr/bin/7zz', '/usr/bin/7za'];

try {
  process.exitCode = await packageApp(readOptions(process.argv.slice(2)));
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function packageApp(options: PackageOptions): Promise<number> {
  const electron = await resolveElectron(tell);
  tell(electron.note);
  const pinned = await pinnedVersion();
  if (electron.version !== pinned && !options.mayUseDevRuntime) {
    tell(`A release needs Electron ${pinned}, not ${electron.version}. For a trial, add --dev-runtime.`);
    return 1;
  }
  if (!(await step('Build', buildApp))) return 1;
  const code = await build(options, electron);
  return code === 0 ? judgeFuses(options) : code;
}

function build(options: PackageOptions, electron: ElectronRuntime): Promise<number> {
  const sevenZip = process.env.ELECTRON_BUILDER_7ZIP_PATH ?? systemSevenZips.find((path) => existsSync(path));
  const env = { ...process.env, ...(sevenZip ? { ELECTRON_BUILDER_7ZIP_PATH: sevenZip } : {}) };
  const args = tool('electron-builder', ...builderArguments(options, electron, process.platform));
  return run(process.execPath, args, { env });
}

async function judgeFuses(options: PackageOptions): Promise<number> {
  const file = await fuseFile(join(projectRoot, outputFolder(options)));
  const troubles = findFuseProblems(
    await readFuseWire(file),
    options.isForTests ? fusesForTests : wantedFuses,
  );
  for (const trouble of troubles) tell(trouble);
  tell(troubles.length === 0 ? `Fuses: fine. The app is in ${outputFolder(options)}.` : 'Fuses: failed.');
  return troubles.length === 0 ? 0 : 1;
}

/** The file in an unpacked app that contains the fuses. */
async function fuseFile(folder: string): Promise<string> {
  if (process.platform === 'win32') return join(folder, 'win-unpacked', 'ffsm.exe');
  if (process.platform !== 'darwin') return join(folder, 'linux-unpacked', 'ffsm');
  const place = (await readdir(folder)).find((name) => /^mac(-|$)/.test(name)) ?? 'mac';
  const framework = 'Contents/Frameworks/Electron Framework.framework/Electron Framework';
  return join(folder, place, 'FindFace Session Manager.app', framework);
}
