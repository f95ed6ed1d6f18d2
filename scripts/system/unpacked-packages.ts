import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { capture } from './commands.ts';
import { withFileLock } from './file-lock.ts';

/** Programs of Debian that only tests start, with the packages that contain them. */
const packages = { nginx: ['nginx', 'nginx-common'], tinyproxy: ['tinyproxy-bin'] } as const;

/** The programs that are available without installing them. */
export type UnpackedProgram = keyof typeof packages;

/**
 * The path of a program: the installed one, or one from Debian's packages, downloaded and unpacked into the cache and
 * never installed. Undefined if neither is available or the program does not run here.
 */
export async function programPath(name: UnpackedProgram): Promise<string | undefined> {
  const path = installed(name) ?? unpacked(name) ?? (await download(name));
  // A library that the program needs may be missing.
  return path !== undefined && (await capture(path, ['-v'])).code === 0 ? path : undefined;
}

function installed(name: UnpackedProgram): string | undefined {
  return ['/usr/sbin', '/usr/bin', '/usr/local/bin'].map((folder) => join(folder, name)).find(existsSync);
}

function unpacked(name: UnpackedProgram): string | undefined {
  return ['usr/sbin', 'usr/bin'].map((inner) => join(programFolder(name), inner, name)).find(existsSync);
}

function programFolder(name: UnpackedProgram): string {
  return join(cacheFolder(), `debian-${name}`);
}

async function download(name: UnpackedProgram): Promise<string | undefined> {
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  await withFileLock(
    `${programFolder(name)}.lock`,
    () => undefined,
    () => (unpacked(name) === undefined ? unpack(name) : Promise.resolve()),
  );
  return unpacked(name);
}

async function unpack(name: UnpackedProgram): Promise<void> {
  const folder = programFolder(name);
  const partial = await mkdtemp(`${folder}-`);
  try {
    const files = join(partial, 'files');
    // As root, apt would leave the download to another user, who cannot write here.
    const apt = ['apt-get', '-o', 'APT::Sandbox::User=root', 'download', ...packages[name]];
    if ((await capture('timeout', ['45', ...apt], { cwd: partial })).code !== 0) return;
    for (const deb of (await readdir(partial)).filter((file) => file.endsWith('.deb')))
      if ((await capture('dpkg-deb', ['-x', join(partial, deb), files])).code !== 0) return;
    await rm(folder, { recursive: true, force: true });
    await rename(files, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
