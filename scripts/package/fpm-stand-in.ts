import { createHash } from 'node:crypto';
import { chmod, copyFile, cp, lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { run } from '../system/commands.ts';
import { temporaryFolder } from '../system/temporary-folder.ts';
import { debCompression, debControl } from './fpm/deb-control.ts';
import { type FpmRequest, type InstalledPath, readFpmArguments } from './fpm/fpm-arguments.ts';
import { rpmArchitecture, rpmSpec } from './fpm/rpm-spec.ts';

// Stands in for fpm where it cannot be had: takes the arguments of electron-builder, and packs with dpkg-deb or rpmbuild.
// Packages made by it are for trials and tests; `npm run package` uses it only with --dev-runtime.
const folder = await temporaryFolder('fpm');
try {
  const request = readFpmArguments(process.argv.slice(2));
  const stage = join(folder.path, 'stage');
  for (const path of request.paths) await place(path, stage);
  process.exitCode = await (request.target === 'deb' ? makeDeb(request, stage) : makeRpm(request, stage));
} catch (error) {
  process.stderr.write(`fpm stand-in: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await folder.remove();
}

async function place({ from, to }: InstalledPath, stage: string): Promise<void> {
  const target = join(stage, to);
  if (from.endsWith('/')) return cp(from, target, { recursive: true, verbatimSymlinks: true });
  await mkdir(dirname(target), { recursive: true });
  await copyFile(from, target);
  // Icons and entries come from temporary files, which only their owner may read; a command can be run by everybody.
  const isCommand = ((await lstat(from)).mode & 0o100) !== 0;
  await chmod(target, isCommand ? 0o755 : 0o644);
}

async function filesIn(stage: string): Promise<string[]> {
  const found = await readdir(stage, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(stage, join(entry.parentPath, entry.name)))
    .sort();
}

async function makeDeb(request: FpmRequest, stage: string): Promise<number> {
  let size = 0;
  let sums = '';
  for (const path of await filesIn(stage)) {
    const bytes = await readFile(join(stage, path));
    size += (await lstat(join(stage, path))).size;
    sums += `${createHash('md5').update(bytes).digest('hex')}  ${path}\n`;
  }
  const control = join(stage, 'DEBIAN');
  await mkdir(control);
  await writeFile(join(control, 'control'), debControl(request, Math.ceil(size / 1024)));
  await writeFile(join(control, 'md5sums'), sums);
  for (const [name, from] of [
    ['postinst', request.afterInstall],
    ['postrm', request.afterRemove],
  ] as const) {
    if (from === null) continue;
    await copyFile(from, join(control, name));
    await chmod(join(control, name), 0o755);
  }
  const compression = debCompression(request.compression);
  return run('dpkg-deb', ['--root-owner-group', compression, '--build', stage, resolve(request.output)]);
}

async function makeRpm(request: FpmRequest, stage: string): Promise<number> {
  const files = await filesIn(stage);
  const script = (path: string | null) => (path === null ? '' : readFile(path, 'utf8'));
  const spec = join(folder.path, 'package.spec');
  const content = {
    ...{ files, folders: ownFolders(files) },
    afterInstall: await script(request.afterInstall),
    afterRemove: await script(request.afterRemove),
  };
  await writeFile(spec, rpmSpec(request, content));
  const places = ['_topdir', '_rpmdir'].flatMap((macro) => ['--define', `${macro} ${folder.path}`]);
  const code = await run('rpmbuild', [
    ...['-bb', '--quiet', '--noclean', '--target', rpmArchitecture(request.architecture)],
    ...['--buildroot', stage, ...places, '--define', '_rpmfilename made.rpm', spec],
  ]);
  if (code === 0) await copyFile(join(folder.path, 'made.rpm'), request.output);
  return code;
}

/** All folders below `opt/`, which no other package has. */
function ownFolders(files: readonly string[]): string[] {
  const own = new Set<string>();
  for (const path of files)
    for (let above = dirname(path); above.startsWith('opt/'); above = dirname(above)) own.add(above);
  return [...own].sort();
}
