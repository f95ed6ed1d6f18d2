import {
  chmod,
  chown,
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import type { UpdateStep } from '../../../contract/installation/updates.ts';
import { makeReleaseKeys } from '../../../scripts/release/keys.ts';
import { signManifests } from '../../../scripts/release/sign-manifests.ts';
import { projectRoot } from '../../../scripts/system/project-root.ts';
import { type SourceAnswer, SourceServer } from '../updates/source-server.ts';
import type { OrdinaryUser } from './ordinary-user.ts';
import { type Packages, pack } from './pack.ts';

const formats = ['AppImage', 'deb', 'rpm'];
const offered = /\.(yml|sig|AppImage|deb|rpm)$/;

/** Version 1.0.0 and the source of 1.0.1, signed with keys that 1.0.0 knows. */
export interface Releases {
  readonly old: Packages;
  readonly next: Packages;
  /** The private key, for signing what is older or changed. */
  readonly key: string;
  remove(): Promise<void>;
}

/** Packs both versions for tests. */
export async function packReleases(): Promise<Releases> {
  const secrets = await mkdtemp(join(tmpdir(), 'ffsm-keys-'));
  const list = join(secrets, 'keys.json');
  await writeFile(list, JSON.stringify(await makeReleaseKeys(join(secrets, 'private'))));
  const version = async (number: string) => {
    const name = `update-${number}`;
    // With the keys of an earlier run.
    await rm(join(projectRoot, 'dist/packages', name), { recursive: true, force: true });
    return pack(name, '--for-tests', `--version=${number}`, `--release-keys=${list}`, ...formats);
  };
  const [old, next] = [await version('1.0.0'), await version('1.0.1')];
  const key = join(secrets, 'private/first.pem');
  for (const { folder } of [old, next]) await signManifests(folder, [key]);
  return { old, next, key, remove: () => rm(secrets, { recursive: true, force: true }) };
}

/** A source with what a folder holds: manifests, signatures and packages. */
export async function filesOf(folder: string): Promise<Record<string, Buffer>> {
  const names = (await readdir(folder)).filter((name) => offered.test(name));
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}

/** Serves a folder, with other answers for some of its files. */
export async function serveFolder(
  folder: string,
  instead: Readonly<Record<string, SourceAnswer>> = {},
): Promise<SourceServer> {
  return SourceServer.start({ ...(await filesOf(folder)), ...instead });
}

/** Copies what a folder offers to a folder that everybody may read. */
export async function offerFolder(folder: string): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'ffsm-updates-'));
  await cp(folder, place, {
    recursive: true,
    filter: (path) => path === folder || offered.test(path),
  });
  await chmod(place, 0o755);
  return place;
}

/** Copies an AppImage to a folder of the user; gives its path. */
export async function placeAppImage(user: OrdinaryUser, file: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const target = join(folder, 'Manager.AppImage');
  await copyFile(file, target);
  for (const path of [folder, target]) await chown(path, user.uid, user.gid);
  return target;
}

/** A running copy, controlled through the calls of its page. */
export interface Updating {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly pid: number;
  step(): Promise<UpdateStep>;
  close(): Promise<void>;
}

/** Starts a package for tests as an ordinary user. */
export async function startCopy(user: OrdinaryUser, executable: string): Promise<Updating> {
  const electron = await _electron.launch({
    executablePath: await user.starter(executable),
    cwd: '/',
    chromiumSandbox: true,
    args: ['--disable-gpu', '--lang=en-US'],
    env: user.env as Record<string, string>,
  });
  const page = await electron.firstWindow();
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  return {
    electron,
    page,
    pid: await electron.evaluate(() => process.pid),
    step: async () => JSON.parse(await page.evaluate(() => window.bridge.readState())).update.step,
    close: () => electron.close(),
  };
}

/** Starts a copy, expects it to be of this version, and ends it. */
export async function expectVersion(user: OrdinaryUser, executable: string, version: string): Promise<void> {
  const copy = await startCopy(user, executable);
  expect(await copy.electron.evaluate(({ app }) => app.getVersion())).toBe(version);
  await copy.close();
  await endCopies(user);
}

/** The processes of a user, by ID. */
async function processesOf(user: OrdinaryUser): Promise<readonly { pid: number; command: string }[]> {
  const found = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
        const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
        return { pid: Number(name), uid: Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]), command };
      }),
  );
  return found.filter(({ uid }) => uid === user.uid).map(({ pid, command }) => ({ pid, command }));
}

/** Ends every copy of the app that a user runs, and waits until they are gone. */
export async function endCopies(user: OrdinaryUser): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    const copies = (await processesOf(user)).filter(({ command }) => isCopy(command));
    if (copies.length === 0) return;
    const isLate = round >= 50;
    // A copy whose helper processes are ended first crashes, since it cannot start them again.
    for (const { pid } of copies.filter(({ command }) => isLate || !command.includes('--type='))) {
      try {
        process.kill(pid, isLate ? 'SIGKILL' : 'SIGTERM');
      } catch {
        // Gone meanwhile.
      }
    }
    await pause(200);
  }
}

function isCopy(command: string): boolean {
  const program = command.split('\0')[0] ?? '';
  return (
    /findface-session-manager|Manager\.AppImage$|AppRun$/.test(program) || basename(program) === 'unsquashfs'
  );
}
