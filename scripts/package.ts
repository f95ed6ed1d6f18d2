import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findFuseProblems, fusesForTests, readFuseWire, wantedFuses } from '../main/self-test/fuses.ts';
import { type ElectronRuntime, resolveElectron } from './electron/electron-runtime.ts';
import { pinnedVersion } from './electron/official-electron.ts';
import { filesInArchive, unlistedFiles } from './package/archive-list.ts';
import { standInTools } from './package/linux-tools.ts';
import { builderArguments, outputFolder, type PackageOptions, readOptions } from './package/options.ts';
import { readReleaseKeys } from './package/release-keys.ts';
import { type Ingredients, releaseProblems } from './package/release-problems.ts';
import { buildApp } from './quality/checks.ts';
import { step } from './quality/step.ts';
import { run } from './system/commands.ts';
import { ensureSystem } from './system/install-packages.ts';
import { projectRoot } from './system/project-root.ts';
import { packagingNeeds } from './system/system-packages.ts';
import { temporaryFolder } from './system/temporary-folder.ts';
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
  const releaseKeys = await readReleaseKeys(options.releaseKeys);
  const problems = releaseProblems(await ingredients(options, electron, releaseKeys));
  if (problems.length > 0 && !options.mayUseDevRuntime) {
    tell(['This cannot be released. For a trial, add --dev-runtime.', ...problems].join('\n'));
    return 1;
  }
  const needsTools = process.platform === 'linux' && !options.isFolderOnly;
  if (needsTools && !(await ensureSystem(tell, packagingNeeds))) return 1;
  if (!options.isBuilt && !(await step('Build', buildApp))) return 1;
  const tools = await temporaryFolder('package');
  try {
    const standIns = needsTools && options.mayUseDevRuntime ? await standInTools(tools.path) : {};
    const args = builderArguments(options, electron, process.platform, releaseKeys);
    const env = { ...archiveLevel(options), ...process.env, ...systemSevenZip(), ...standIns };
    const code = await run(process.execPath, tool('electron-builder', ...args), { env });
    return code === 0 ? judge(options) : code;
  } finally {
    await tools.remove();
  }
}

async function ingredients(
  options: PackageOptions,
  electron: ElectronRuntime,
  releaseKeys: readonly string[],
): Promise<Ingredients> {
  const manifest = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  const builder = await readFile(join(projectRoot, 'electron-builder.yml'), 'utf8');
  return {
    electron: electron.version,
    pinnedElectron: await pinnedVersion(),
    homepage: options.homepage ?? manifest.homepage ?? '',
    maintainer: options.maintainer ?? /^ {2}maintainer: (.+)$/m.exec(builder)?.[1] ?? '',
    releaseKeys,
    version: options.version,
    environment: process.env,
  };
}

/** electron-builder's level 9 makes gzip of 7-Zip take minutes for one percent; elsewhere it also packs the installer. */
function archiveLevel({ isFast }: PackageOptions): Record<string, string> {
  return process.platform === 'linux' ? { ELECTRON_BUILDER_COMPRESSION_LEVEL: isFast ? '1' : '5' } : {};
}

function systemSevenZip(): Record<string, string> {
  const path = process.env.ELECTRON_BUILDER_7ZIP_PATH ?? systemSevenZips.find((file) => existsSync(file));
  return path === undefined ? {} : { ELECTRON_BUILDER_7ZIP_PATH: path };
}

/** Checks the fuses and the archive of what was packed. */
async function judge(options: PackageOptions): Promise<number> {
  const { fuses, archive } = await placesIn(resolve(projectRoot, outputFolder(options)));
  const wanted = options.isForTests ? fusesForTests : wantedFuses;
  const troubles = [
    ...findFuseProblems(await readFuseWire(fuses), wanted),
    ...(await unlistedFiles(filesInArchive(archive))),
  ];
  for (const trouble of troubles) tell(trouble);
  const verdict = troubles.length === 0 ? 'fine' : 'failed';
  tell(`Fuses and archive: ${verdict}. The app is in ${outputFolder(options)}.`);
  return troubles.length === 0 ? 0 : 1;
}

/** The file with the fuses of an unpacked app, and its archive. */
async function placesIn(folder: string): Promise<{ readonly fuses: string; readonly archive: string }> {
  if (process.platform !== 'darwin') {
    const app = join(folder, process.platform === 'win32' ? 'win-unpacked' : 'linux-unpacked');
    const executable = `findface-session-manager${process.platform === 'win32' ? '.exe' : ''}`;
    return { fuses: join(app, executable), archive: join(app, 'resources/app.asar') };
  }
  const place = (await readdir(folder)).find((name) => /^mac(-|$)/.test(name)) ?? 'mac';
  const contents = join(folder, place, 'FindFace Session Manager.app/Contents');
  const framework = 'Frameworks/Electron Framework.framework/Electron Framework';
  return { fuses: join(contents, framework), archive: join(contents, 'Resources/app.asar') };
}
