import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, expect } from '@playwright/test';
import { isSandboxed } from '../../../main/self-test/process-facts.ts';
import type { SelfTestReport } from '../../../main/self-test/self-test.ts';
import { withFileLock } from '../../../scripts/system/file-lock.ts';
import { operator } from '../../emulator/default-users.ts';
import { type Emulator, startEmulator } from '../../emulator/emulator.ts';
import { MainWindow } from '../app/pages.ts';
import { OtherProgram } from '../system-clipboard.ts';
import { type OrdinaryUser, ordinaryUser } from './ordinary-user.ts';
import { type Packages, pack } from './pack.ts';
import { SystemPackages } from './system-packages.ts';

const packingMs = 900_000;
const lockFile = join(tmpdir(), 'ffsm-package-tests.lock');
const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

interface TestFixtures {
  /** Skips the test where nothing may be installed. */
  readonly skipped: undefined;
  readonly server: Emulator;
}

interface WorkerFixtures {
  /** Only one run on this computer has the account and the installed packages. */
  readonly alone: undefined;
  readonly user: OrdinaryUser;
  /** All formats as in a release, but for the Electron and the tools that made them. */
  readonly release: Packages;
  /** A deb and an rpm that Playwright can control. */
  readonly forTests: Packages;
  readonly system: SystemPackages;
}

/** Tests of real packages, which root installs and an ordinary user starts, on Debian and Ubuntu. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  skipped: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
    async ({}, use, testInfo) => {
      testInfo.skip(!canInstall, 'needs root on Debian or Ubuntu');
      await use(undefined);
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  server: async ({}, use) => {
    const server = await startEmulator();
    await use(server);
    await server.close();
  },
  alone: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
    ({}, use) =>
      withFileLock(
        lockFile,
        () => undefined,
        () => use(undefined),
      ),
    { scope: 'worker', auto: true, timeout: 1_200_000 },
  ],
  user: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
    async ({}, use) => {
      const user = await ordinaryUser();
      await use(user);
      await user.remove();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  release: [async ({}, use) => use(await pack('release')), { scope: 'worker', timeout: packingMs }],
  forTests: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
    async ({}, use) => use(await pack('for-tests', '--for-tests', 'deb', 'rpm')),
    { scope: 'worker', timeout: packingMs },
  ],
  system: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
    async ({}, use) => {
      const system = await SystemPackages.look();
      await use(system);
      await system.restore();
    },
    { scope: 'worker', timeout: packingMs },
  ],
});

/** Starts the self-test of a copy as an ordinary user, and expects every part of it to pass. */
export async function expectProven(user: OrdinaryUser, executable: string): Promise<void> {
  const { code, output, printed } = await user.run(executable, ['--self-test']);
  expect(output, printed).toContain('{');
  const { parts } = JSON.parse(output) as SelfTestReport;
  const found = Object.fromEntries(parts.map(({ name, ok, found }) => [name, ok ? 'ok' : found]));
  expect(found).toEqual({
    ...{ versions: 'ok', policy: 'ok', fuses: 'ok', sandbox: 'ok', csp: 'ok', debugging: 'ok', vault: 'ok' },
  });
  expect(parts.find(({ name }) => name === 'fuses')?.found).toBe('as in a release');
  expect(code).toBe(0);
}

/** Adds a server, logs in and copies the header, as an ordinary user in a package for tests with its sandbox on. */
export async function expectJourney(user: OrdinaryUser, server: Emulator, executable: string): Promise<void> {
  const electron = await _electron.launch({
    executablePath: await user.starter(executable),
    cwd: '/',
    chromiumSandbox: true,
    args: ['--disable-gpu', '--lang=en-US'],
    env: user.env as Record<string, string>,
  });
  try {
    const window = new MainWindow(await electron.firstWindow());
    const page = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    expect(isSandboxed(await readFile(`/proc/${page}/status`, 'utf8'))).toBe(true);
    const login = { userName: operator.name, password: operator.password };
    await window.addAndLogIn({ address: server.base, name: 'Airport', ...login });
    await window.button('Copy header', window.row('Airport')).click();
    await expect
      .poll(() => new OtherProgram(user.env).paste())
      .toMatch(/^Authorization: Token [0-9a-f]{64}$/);
  } finally {
    await electron.close();
  }
}
