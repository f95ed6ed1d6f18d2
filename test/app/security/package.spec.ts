import { execFile } from 'node:child_process';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { SelfTestReport } from '../../../main/self-test/self-test.ts';
import { launchSwitches, surroundingsOf } from '../../../scripts/launch-switches.ts';
import { operator } from '../../emulator/default-users.ts';
import { packagedApp, test } from '../../support/app/app.ts';

test('the packaged app logs in, copies a header and keeps its data', async ({
  launch,
  server,
  otherProgram,
}) => {
  const first = await launch({ packaged: true });
  expect(await first.electron.evaluate(({ app }) => [app.isPackaged, app.getName()])).toEqual([
    true,
    'FindFace Session Manager',
  ]);
  await first.window.addAndLogIn({
    address: server.base,
    name: 'Airport',
    userName: operator.name,
    password: operator.password,
  });
  await first.window.button('Copy header', first.window.row('Airport')).click();
  await expect.poll(() => otherProgram.paste()).toMatch(/^Authorization: Token [0-9a-f]{64}$/);
  await first.close();

  const second = await launch({ packaged: true });
  await expect(second.window.row('Airport')).toHaveAccessibleName(/accepted/i);
});

interface Ended {
  readonly code: number | null;
  /** What it wrote to the error output. */
  readonly printed: string;
  /** What it wrote to the standard output. */
  readonly output: string;
}

/** Starts the package as in a terminal, and waits until it exits. */
function startPackage(
  desktop: NodeJS.ProcessEnv,
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = folder,
) {
  const given = [...launchSwitches(surroundingsOf(desktop)), `--user-data-dir=${folder}`, ...args];
  return new Promise<Ended>((resolve) => {
    const child = execFile(
      packagedApp(),
      given,
      { env: { ...desktop, ...env }, cwd },
      (_error, output, printed) => resolve({ code: child.exitCode, printed, output }),
    );
  });
}

test.describe('the package', () => {
  for (const given of [
    '--proxy-server=http://127.0.0.1:9',
    '--js-flags=--expose-gc',
    '-remote-debugging-pipe',
  ])
    test(`does not start with ${given}`, { tag: ['@row-176'] }, async ({ desktop, dataFolder }) => {
      const name = given.replace(/^-+|=.*$/g, '');
      const { code, printed } = await startPackage(desktop, dataFolder, [given]);
      expect(printed).toContain(`FindFace Session Manager does not start with the switch --${name}.`);
      expect(code).toBe(2);
    });

  test('runs no script from an environment variable', { tag: ['@row-176'] }, async ({
    desktop,
    dataFolder,
  }) => {
    const trace = join(dataFolder, 'trace');
    const script = join(dataFolder, 'planted.cjs');
    await writeFile(script, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'ran')`);
    const variables = [{ NODE_OPTIONS: `--require=${script}` }, { ELECTRON_RUN_AS_NODE: '1' }];
    for (const env of variables) {
      const { code } = await startPackage(desktop, dataFolder, [script, '--not-a-switch'], env);
      expect(code).toBe(2);
    }
    await expect(access(trace)).rejects.toThrow('ENOENT');
  });

  test('proves its protections, in a folder full of planted files too', { tag: ['@row-178'] }, async ({
    desktop,
    dataFolder,
  }) => {
    const trace = join(dataFolder, 'trace');
    const script = `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'ran')`;
    const start = join(dataFolder, 'start here');
    await mkdir(join(start, 'node_modules/electron-store'), { recursive: true });
    await mkdir(join(start, 'resources/app'), { recursive: true });
    await writeFile(join(start, 'package.json'), JSON.stringify({ main: 'index.js', isForTests: false }));
    await writeFile(join(start, '.env'), `NODE_OPTIONS=--require=${start}/index.js\n`);
    for (const place of ['', 'node_modules/electron-store/', 'resources/app/', 'out/main/']) {
      await mkdir(join(start, place), { recursive: true });
      await writeFile(join(start, `${place}index.js`), script);
    }

    const { code, output } = await startPackage(
      desktop,
      dataFolder,
      ['--self-test'],
      { TMPDIR: dataFolder },
      start,
    );
    const { parts } = JSON.parse(output) as SelfTestReport;
    const hasSandbox = surroundingsOf(desktop).mayUseSandbox;
    expect(Object.fromEntries(parts.map(({ name, ok }) => [name, ok]))).toEqual({
      ...{ versions: true, policy: true, fuses: true, csp: true, debugging: true, vault: true },
      // Root, as in containers, has none, and the self-test says so.
      sandbox: hasSandbox,
    });
    expect(parts.find(({ name }) => name === 'vault')?.found).toBe('keyring and passphrase');
    expect(code).toBe(hasSandbox ? 0 : 1);
    await expect(access(trace)).rejects.toThrow('ENOENT');
  });

  test('fails its self-test under a policy that is ignored', async ({ desktop, dataFolder }) => {
    const file = join(dataFolder, 'policy.json');
    await writeFile(file, '{"version":1,"locked":{"theme":"pink"}}', { mode: 0o600 });
    const env = { TMPDIR: dataFolder, FFSM_POLICY_FILE: file };
    const { code, output } = await startPackage(desktop, dataFolder, ['--self-test'], env);
    const policy = (JSON.parse(output) as SelfTestReport).parts.find(({ name }) => name === 'policy');
    expect(policy).toEqual({
      ...{ name: 'policy', ok: false, found: `ignored because of locked.theme: ${file}` },
    });
    expect(code).toBe(1);
  });

  test('opens no developer tools, neither unlocked nor locked', { tag: ['@row-150'] }, async ({ launch }) => {
    const app = await launch({ packaged: true });
    const opened = () =>
      app.electron.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        for (const [keyCode, ...modifiers] of [
          ['I', 'control', 'shift'],
          ['J', 'control', 'shift'],
          ['F12'],
        ] as const)
          for (const type of ['keyDown', 'keyUp'] as const)
            contents?.sendInputEvent({ type, keyCode, modifiers: [...modifiers] });
        // What a menu or shortcut of Chromium would call.
        contents?.openDevTools({ mode: 'detach' });
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        return contents?.isDevToolsOpened();
      });
    expect(await opened()).toBe(false);
    await app.page.keyboard.press('Control+L');
    await expect(app.window.button('Unlock')).toBeVisible();
    expect(await opened()).toBe(false);
  });
});
