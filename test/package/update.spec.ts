import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { manifestName } from '../../main/updates/signed-manifest.ts';
import { capture } from '../../scripts/system/commands.ts';
import { sampleDraft } from '../support/fixtures/draft.ts';
import { debInstaller, type Installer, RpmDatabase } from '../support/package/installers.ts';
import type { OrdinaryUser } from '../support/package/ordinary-user.ts';
import { test as base } from '../support/package/package-test.ts';
import {
  endCopies,
  expectVersion,
  filesOf,
  offerFolder,
  packReleases,
  placeAppImage,
  type Releases,
  serveFolder,
  startCopy,
  type Updating,
} from '../support/package/updating.ts';
import type { SourceServer } from '../support/updates/source-server.ts';

const name = manifestName('linux', 'x64');
const asking = '/usr/bin/pkexec';

interface WorkerFixtures {
  readonly releases: Releases;
}

interface Fixtures {
  /** The folder for an AppImage; its user starts without data. */
  readonly place: string;
  /** The AppImage of the old version in that folder. */
  readonly appImage: string;
  readonly serve: typeof serveFolder;
  /** Copies what a folder offers to a folder that everybody may read. */
  readonly offer: typeof offerFolder;
}

const test = base.extend<Fixtures, WorkerFixtures>({
  releases: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
    async ({}, use) => {
      const releases = await packReleases();
      await use(releases);
      await releases.remove();
    },
    { scope: 'worker', timeout: 900_000 },
  ],
  place: [
    async ({ skipped: _, user }, use) => {
      const forget = async () => {
        for (const path of [user.dataFolder, join(user.home, '.cache'), join(user.home, 'Apps')])
          await rm(path, { recursive: true, force: true });
      };
      await forget();
      await use(join(user.home, 'Apps'));
      await endCopies(user);
      await forget();
    },
    { auto: true },
  ],
  appImage: async ({ releases, user, place }, use) =>
    use(await placeAppImage(user, await releases.old.file('.AppImage'), place)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  serve: async ({}, use) => {
    const servers: SourceServer[] = [];
    await use(async (...given) => {
      const server = await serveFolder(...given);
      servers.push(server);
      return server;
    });
    for (const server of servers) server.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  offer: async ({}, use) => {
    const folders: string[] = [];
    await use(async (folder) => {
      const offered = await offerFolder(folder);
      folders.push(offered);
      return offered;
    });
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  },
});

/** Switches updates on, looks for one and downloads it; gives the steps that the window saw. */
async function download({ page }: Updating, source: string | null): Promise<string[]> {
  return page.evaluate(async (url) => {
    const steps: string[] = [];
    const { bridge } = window;
    bridge.onStateChanged((text) => {
      const { update } = JSON.parse(String(text));
      if (update) steps.push(update.step.kind);
    });
    await bridge.changeSettings({ settings: { updates: 'check' } });
    if (url !== null) await bridge.setUpdateSource({ url });
    for (const result of [await bridge.checkForUpdate(), await bridge.downloadUpdate()])
      if (!result.ok) throw new Error(result.problem.code);
    return steps;
  }, source);
}

/** The data folder of somebody whose source is a folder, which is chosen in a dialog of the system. */
async function chooseFolder(user: OrdinaryUser, updateSource: string): Promise<void> {
  await mkdir(user.dataFolder, { recursive: true });
  await writeFile(join(user.dataFolder, 'settings.json'), JSON.stringify({ updateSource }));
  for (const path of [join(user.home, '.config'), user.dataFolder, join(user.dataFolder, 'settings.json')])
    await chown(path, user.uid, user.gid);
}

async function addServer({ page }: Updating): Promise<void> {
  const draft = sampleDraft({ address: 'https://ff.example', name: 'Airport' });
  const added = await page.evaluate((draft) => window.bridge.addProfile({ draft, finding: null }), draft);
  expect(added.ok).toBe(true);
}

const versionIn = async (user: OrdinaryUser) =>
  JSON.parse(await readFile(join(user.dataFolder, 'settings.json'), 'utf8').catch(() => '{}')).lastVersion;

/** Whether two files have the same content. */
async function areEqual(one: string, other: string): Promise<boolean> {
  return (await readFile(one)).equals(await readFile(other));
}

/** The downloaded package, which a command installs. */
async function readyPackage(copy: Updating) {
  const step = await copy.step();
  if (step.kind !== 'ready' || step.method.kind !== 'command') throw new Error(JSON.stringify(step));
  return step.method;
}

test.describe.configure({ mode: 'serial' });

test.describe('an AppImage', () => {
  test('is updated from a server: progress, replaced under its name, started again, files copied before', async ({
    releases,
    user,
    place,
    appImage,
    serve,
  }) => {
    const server = await serve(releases.next.folder);
    const copy = await startCopy(user, appImage);
    await addServer(copy);
    const steps = await download(copy, server.url);
    expect([...new Set(steps)]).toEqual(['idle', 'checking', 'offered', 'downloading', 'ready']);
    expect(steps.filter((step) => step === 'downloading').length).toBeGreaterThan(1);
    expect((await copy.step()).kind).toBe('ready');
    const closed = copy.electron.waitForEvent('close');
    await copy.page.evaluate(() => void window.bridge.installUpdate({ when: 'now' }));
    await closed;
    await expect.poll(() => versionIn(user), { timeout: 60_000 }).toBe('1.0.1');
    expect(await areEqual(appImage, await releases.next.file('.AppImage'))).toBe(true);
    expect(await readdir(place)).toEqual(['Manager.AppImage']);
    const [copies = ''] = await readdir(join(user.dataFolder, 'copies'));
    expect(copies).toMatch(/Z-1\.0\.0-to-1\.0\.1$/);
    for (const folder of [join(user.dataFolder, 'copies', copies), user.dataFolder])
      expect(await readFile(join(folder, 'profiles.json'), 'utf8')).toContain('Airport');
  });

  test('is updated from a folder, when a person quits', async ({ releases, user, appImage, offer }) => {
    await chooseFolder(user, await offer(releases.next.folder));
    const copy = await startCopy(user, appImage);
    expect(await download(copy, null)).toContain('downloading');
    await copy.page.evaluate(() => window.bridge.installUpdate({ when: 'at-quit' }));
    expect(await areEqual(appImage, await releases.old.file('.AppImage'))).toBe(true);
    await copy.close();
    await endCopies(user);
    const next = await releases.next.file('.AppImage');
    await expect.poll(() => areEqual(appImage, next), { timeout: 30_000 }).toBe(true);
    await expectVersion(user, appImage, '1.0.1');
  });

  test('is left as it is by a changed manifest, no signature, a changed package or an older version', async ({
    releases,
    user,
    place,
    appImage,
    serve,
  }) => {
    const files = await filesOf(releases.next.folder);
    const [pack = ''] = Object.keys(files).filter((file) => file.endsWith('.AppImage'));
    const manifest = String(files[name]);
    const changed = Buffer.from(files[pack] ?? '');
    changed[changed.length - 100] = (changed[changed.length - 100] ?? 0) ^ 1;
    const missing = (_request: unknown, response: { writeHead(status: number): { end(): void } }) =>
      response.writeHead(404).end();
    const cases = [
      [{ [name]: Buffer.from(manifest.replace('1.0.1', '1.0.2')) }, 'update-signature-wrong'],
      [{ [`${name}.sig`]: missing }, 'update-not-signed'],
      [{ [pack]: changed }, 'update-package-changed'],
    ] as const;
    const copy = await startCopy(user, appImage);
    for (const [instead, code] of cases) {
      const server = await serve(releases.next.folder, instead);
      await expect(download(copy, server.url)).rejects.toThrow(code);
      await copy.page.evaluate(() => window.bridge.installUpdate({ when: 'now' }));
    }
    await copy.close();
    await endCopies(user);
    expect(await areEqual(appImage, await releases.old.file('.AppImage'))).toBe(true);

    const next = await releases.next.file('.AppImage');
    const newer = await placeAppImage(user, next, join(place, 'newer'));
    const newerCopy = await startCopy(user, newer);
    const server = await serve(releases.old.folder);
    await expect(download(newerCopy, server.url)).rejects.toThrow('update-older');
    await newerCopy.close();
    expect(await areEqual(newer, next)).toBe(true);
  });

  test('still starts after a full disk at the moment of replacing', async ({
    releases,
    user,
    place,
    serve,
  }) => {
    const file = await releases.old.file('.AppImage');
    await mkdir(place, { recursive: true });
    const kib = Math.ceil((await stat(file)).size / 1024) + 4_000;
    await capture('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', place]);
    try {
      const appImage = await placeAppImage(user, file, place);
      const copy = await startCopy(user, appImage);
      await download(copy, (await serve(releases.next.folder)).url);
      const result = await copy.page.evaluate(() => window.bridge.installUpdate({ when: 'now' }));
      expect(result).toMatchObject({ ok: false, problem: { code: 'update-no-space' } });
      await copy.close();
      await endCopies(user);
      expect(await readdir(place)).toEqual(['Manager.AppImage']);
      await expectVersion(user, appImage, '1.0.0');
    } finally {
      await capture('umount', ['-l', place]);
    }
  });

  test('still starts if it is killed between writing and renaming, and what was left goes', async ({
    releases,
    user,
    place,
    appImage,
    serve,
  }) => {
    const copy = await startCopy(user, appImage);
    await download(copy, (await serve(releases.next.folder)).url);
    const closed = copy.electron.waitForEvent('close');
    void copy.page.evaluate(() => window.bridge.installUpdate({ when: 'now' })).catch(() => undefined);
    await expect.poll(async () => (await readdir(place)).length, { intervals: [2] }).toBe(2);
    process.kill(copy.pid, 'SIGKILL');
    await closed;
    await endCopies(user);
    expect(await areEqual(appImage, await releases.old.file('.AppImage'))).toBe(true);
    expect(await readdir(place)).toHaveLength(2);
    const again = await startCopy(user, appImage);
    expect(await again.electron.evaluate(({ app }) => app.getVersion())).toBe('1.0.0');
    await expect.poll(() => readdir(place)).toEqual(['Manager.AppImage']);
    await again.close();
  });
});

const executable = '/usr/bin/findface-session-manager';

for (const format of ['deb', 'rpm'] as const)
  test.describe(format === 'deb' ? 'a deb' : 'an rpm', () => {
    let installer: Installer;

    test.beforeAll(async ({ system }) => {
      installer = format === 'deb' ? debInstaller(system) : await RpmDatabase.create();
    });

    test.afterAll(() => installer.remove());

    for (const kind of ['server', 'folder'] as const)
      test(`is updated from a ${kind} by the command that the window shows`, async ({
        releases,
        user,
        serve,
        offer,
      }) => {
        await installer.install(await releases.old.file(`.${format}`));
        expect(await installer.version()).toBe('1.0.0');
        if (kind === 'folder') await chooseFolder(user, await offer(releases.next.folder));
        const copy = await startCopy(user, executable);
        await addServer(copy);
        await download(copy, kind === 'folder' ? null : (await serve(releases.next.folder)).url);
        const { command, file } = await readyPackage(copy);
        expect(command).toBe(`${installer.command} '${file}'`);
        expect(await areEqual(file, await releases.next.file(`.${format}`))).toBe(true);
        await installer.install(file);
        expect(await installer.version()).toBe('1.0.1');
        await copy.close();
        await endCopies(user);
        await expectVersion(user, executable, '1.0.1');
        await expect.poll(() => versionIn(user)).toBe('1.0.1');
        expect(await readdir(join(user.dataFolder, 'copies'))).toHaveLength(1);
      });
  });

test('a deb is updated when a person gives the system a password, and stays as it is without one', async ({
  releases,
  system,
  user,
  serve,
}) => {
  test.skip(existsSync(asking), 'a real pkexec would ask a real person');
  await system.install(await releases.old.file('.deb'));
  const answers = await mkdtemp(join(tmpdir(), 'ffsm-asked-'));
  try {
    await chmod(answers, 0o777);
    // Notes what it is asked, and waits for the exit code.
    const script = `printf '%s\\n' "$@" > ${answers}/asked\nwhile ! [ -s ${answers}/code ]; do sleep 0.2; done\n`;
    await writeFile(asking, `#!/bin/sh\n${script}exit "$(cat ${answers}/code)"\n`, { mode: 0o755 });
    const copy = await startCopy(user, executable);
    await download(copy, (await serve(releases.next.folder)).url);
    const ready = await readyPackage(copy);
    expect(ready.canAskSystem).toBe(true);

    // Closing the question is code 126.
    await writeFile(join(answers, 'code'), '126');
    const refused = await copy.page.evaluate(() => window.bridge.installUpdate({ when: 'now' }));
    expect(refused).toMatchObject({ ok: false, problem: { code: 'update-not-installed' } });
    await rm(join(answers, 'code'));
    await rm(join(answers, 'asked'));

    await copy.page.evaluate(() => window.bridge.downloadUpdate());
    const closed = copy.electron.waitForEvent('close');
    await copy.page.evaluate(() => void window.bridge.installUpdate({ when: 'now' }));
    await expect.poll(() => existsSync(join(answers, 'asked'))).toBe(true);
    const asked = (await readFile(join(answers, 'asked'), 'utf8')).trim().split('\n');
    expect(asked).toEqual(['/usr/bin/apt-get', 'install', '-y', ready.file]);
    await system.install(ready.file);
    await writeFile(join(answers, 'code'), '0');
    await closed;
    // Started again by itself, which keeps its version.
    await expect.poll(() => versionIn(user), { timeout: 60_000 }).toBe('1.0.1');
  } finally {
    await system.remove('findface-session-manager');
    await rm(asking, { force: true });
    await rm(answers, { recursive: true, force: true });
  }
});
