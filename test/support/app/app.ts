import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { resolveElectron } from '../../../scripts/electron/electron-runtime.ts';
import { launchSwitches, surroundingsOf } from '../../../scripts/launch-switches.ts';
import { type KeyringSwitch, startVirtualDesktop } from '../../../scripts/virtual-desktop.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/emulator.ts';
import { repeatCollected } from '../repeat-collected.ts';
import { OtherProgram } from '../system-clipboard.ts';
import { MainWindow } from './pages.ts';
import { ReusedApp } from './reused-app.ts';

const root = join(import.meta.dirname, '../../..');

/** A running app with its window and output. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly window: MainWindow;
  /** Standard output and error so far. */
  printed(): string;
  close(): Promise<void>;
}

interface Launch {
  /** The folder of another app, which loads the built one. */
  readonly folder?: string;
  readonly language?: string;
  readonly dark?: boolean;
  /** Environment variables; undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly args?: readonly string[];
  /** Starts the package instead of the build. */
  readonly packaged?: boolean;
}

interface WorkerFixtures {
  /** The environment of a desktop with its own screen, clipboard and keyring per worker. */
  readonly desktop: NodeJS.ProcessEnv;
  /** The app of the tests in `shared-app.ts`; never runs beside one that a test has launched. */
  readonly reusedApp: ReusedApp;
}

interface DesktopFixtures {
  readonly serve: (options?: EmulatorOptions) => Promise<Emulator>;
  readonly server: Emulator;
  readonly otherProgram: OtherProgram;
  /** Controls the real keyring of the test's desktop. */
  readonly keyring: KeyringSwitch;
}

interface OwnApp {
  /** The data folder of this test; restarting the app in it keeps the data. */
  readonly dataFolder: string;
  readonly launch: (how?: Launch) => Promise<RunningApp>;
  readonly app: RunningApp;
  readonly window: MainWindow;
}

const keyrings = new WeakMap<NodeJS.ProcessEnv, KeyringSwitch>();

/** What the tests of the whole app have in common: a desktop and real servers. */
export const desktopTest = base.extend<DesktopFixtures, WorkerFixtures>({
  desktop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
    async ({}, use) => {
      if (process.platform !== 'linux') return use(process.env);
      const desktop = await startVirtualDesktop();
      keyrings.set(desktop.env, desktop.keyring);
      await use(desktop.env);
      await desktop.end();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  reusedApp: [
    async ({ desktop }, use) => {
      const reused = new ReusedApp((folder) => launchApp(folder, desktop));
      await use(reused);
      await reused.end();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  keyring: async ({ desktop }, use) => {
    const keyring = keyrings.get(desktop);
    if (!keyring) throw new Error('Only the keyring of a virtual desktop can be switched');
    await use(keyring);
  },

  otherProgram: async ({ desktop }, use) => use(new OtherProgram(desktop)),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  serve: async ({}, use) => {
    const running: Emulator[] = [];
    await use(async (options) => {
      const emulator = await startEmulator(options);
      running.push(emulator);
      return emulator;
    });
    for (const emulator of running) await emulator.close();
  },

  server: async ({ serve }, use) => use(await serve()),
});

/** Tests with an Electron and a data folder of their own, for what happens at a start, at an end or in main. */
export const test = desktopTest.extend<OwnApp>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'ffsm-test-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  launch: async ({ dataFolder, desktop, reusedApp }, use, testInfo) => {
    const running: RunningApp[] = [];
    await use(async (how = {}) => {
      await reusedApp.end();
      const app = await launchApp(dataFolder, desktop, how);
      running.push(app);
      return app;
    });
    for (const app of running) {
      if (testInfo.status !== testInfo.expectedStatus)
        await testInfo.attach('printed', { body: app.printed() });
      await app.close();
    }
  },

  app: async ({ launch }, use) => use(await launch()),
  window: async ({ app }, use) => use(app.window),
});

async function launchApp(
  dataFolder: string,
  desktop: NodeJS.ProcessEnv,
  how: Launch = {},
): Promise<RunningApp> {
  const { language = 'en-US', dark = false, env = {}, args = [], packaged = false, folder = '.' } = how;
  const executable = packaged ? packagedApp() : (await resolveElectron(() => undefined)).executable;
  const app = packaged ? [] : [folder];
  const electron = await _electron.launch({
    executablePath: executable,
    cwd: root,
    args: [
      ...launchSwitches(surroundingsOf(desktop)),
      ...app,
      `--user-data-dir=${dataFolder}`,
      `--lang=${language}`,
      ...args,
    ],
    env: definedOnly({
      ...desktop,
      LANGUAGE: language,
      LANG: `${language.replace('-', '_')}.UTF-8`,
      ...env,
    }),
    colorScheme: dark ? 'dark' : 'light',
  });
  let printed = '';
  const child = electron.process();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  repeatCollected(electron);
  const page = await electron.firstWindow();
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await electron.close();
  };
  return { electron, page, window: new MainWindow(page), printed: () => printed, close };
}

/** The executable of the package for tests. */
export function packagedApp(): string {
  const folder = join(root, 'dist/for-tests');
  if (process.platform === 'win32') return join(folder, 'win-unpacked/findface-session-manager.exe');
  if (process.platform === 'linux') return join(folder, 'linux-unpacked/findface-session-manager');
  return join(folder, 'mac/FindFace Session Manager.app/Contents/MacOS/FindFace Session Manager');
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
