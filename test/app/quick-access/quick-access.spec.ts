import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { resolveElectron } from '../../../scripts/electron/electron-runtime.ts';
import { launchSwitches, surroundingsOf } from '../../../scripts/launch-switches.ts';
import { operator } from '../../emulator/default-users.ts';
import { type RunningApp, test } from '../../support/app/app.ts';

const run = promisify(execFile);

const header = /^Authorization: Token [0-9a-f]{64}$/;
const airport = { name: 'Airport', userName: operator.name, password: operator.password };
const key = 'Mod+Shift+Space';

/** Presses keys as a person does, whatever has the focus. */
async function pressKeys(env: NodeJS.ProcessEnv, ...keys: readonly string[]): Promise<void> {
  await run('xdotool', ['key', '--clearmodifiers', ...keys], { env });
}

/** Sets the system-wide key and proves it by a press. */
async function setKey({ page }: RunningApp, env: NodeJS.ProcessEnv): Promise<void> {
  await page.evaluate((to) => window.bridge.setQuickKey({ key: to }), key);
  await expect.poll(() => proof(page)).toBe('asked');
  await pressKeys(env, 'ctrl+shift+space');
  await expect.poll(() => proof(page)).toBe('works');
}

const proof = (page: Page): Promise<string> =>
  page.evaluate(async () => JSON.parse(await window.bridge.readState()).quickKey.proof);

/** Presses the system-wide key and returns the page that appears. */
async function openByKey({ electron }: RunningApp, env: NodeJS.ProcessEnv): Promise<Page> {
  const opened = electron.waitForEvent('window');
  await pressKeys(env, 'ctrl+shift+space');
  const page = await opened;
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  return page;
}

/** Starts the app a second time, as a key of the desktop would. */
async function startAgain(env: NodeJS.ProcessEnv, dataFolder: string): Promise<void> {
  const { executable } = await resolveElectron(() => undefined);
  const args = [...launchSwitches(surroundingsOf(env)), '.', `--user-data-dir=${dataFolder}`, '--quick'];
  await run(executable, args, { env });
}

const isShown = ({ electron }: RunningApp): Promise<boolean> =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) => window.webContents.getURL().endsWith('/quick-access.html') && window.isVisible(),
    ),
  );

test.describe('quick access', () => {
  test('copies a header by a system-wide key, what was typed, and Enter', async ({
    app,
    server,
    desktop,
    otherProgram,
  }) => {
    await app.window.addAndLogIn({ address: server.base, ...airport });
    await app.window.addOnly({ address: 'https://10.0.4.9', name: 'Metro', userName: 'op2' });
    await setKey(app, desktop);
    expect(app.electron.windows()).toHaveLength(1);

    const quick = await openByKey(app, desktop);
    await expect.poll(() => isShown(app)).toBe(true);
    await run('xdotool', ['type', 'airp'], { env: desktop });
    await expect(quick.getByRole('option', { selected: true })).toContainText('Airport');
    await pressKeys(desktop, 'Return');
    await expect.poll(() => otherProgram.paste()).toMatch(header);
    await expect.poll(() => isShown(app)).toBe(false);
    await expect(app.window.clipboard).toContainText('Header copied · Airport · ivanov');
  });

  test('is shown by a second start, asks for the passphrase behind the lock, and gets no other call', async ({
    app,
    server,
    desktop,
    dataFolder,
    otherProgram,
  }) => {
    await app.window.addAndLogIn({ address: server.base, ...airport });
    await expect(app.window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await app.page.evaluate(async () => {
      await window.bridge.setPassphrase({ passphrase: 'correct horse battery', current: null });
      await window.bridge.letKeyringOpen({ on: false, passphrase: 'correct horse battery' });
      await window.bridge.lock();
    });
    const opened = app.electron.waitForEvent('window');
    await startAgain(desktop, dataFolder);
    const quick = await opened;
    await expect(quick.getByRole('heading', { name: 'Locked' })).toBeVisible();
    expect(await quick.content()).not.toContain('Airport');
    await run('xdotool', ['type', 'correct horse battery'], { env: desktop });
    await pressKeys(desktop, 'Return');
    await expect(quick.getByRole('option', { selected: true })).toContainText('Airport');
    const refused = await quick.evaluate(async () => {
      const { bridge } = window;
      const profileId = JSON.parse(await bridge.readState()).rows[0].profile.id;
      const calls = [
        bridge.copySession({ profileId, anyway: true, format: null }),
        bridge.lock(),
        bridge.changeSettings({ settings: { theme: 'dark' } }),
      ];
      return (await Promise.allSettled(calls)).map(({ status }) => status);
    });
    expect(refused).toEqual(['rejected', 'rejected', 'rejected']);
    await pressKeys(desktop, 'Return');
    await expect.poll(() => otherProgram.paste()).toMatch(header);
    await expect.poll(() => isShown(app)).toBe(false);
  });
});
