import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Settings } from '../../../contract/settings.ts';
import { packagedApp, type RunningApp } from '../../support/app/app.ts';
import type { TrayHost } from '../../support/tray/tray-host.ts';
import { test } from '../../support/tray/tray-test.ts';

const isVisible = ({ electron }: RunningApp) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? null);

const close = ({ electron }: RunningApp) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

const change = ({ page }: RunningApp, settings: Partial<Settings>) =>
  page.evaluate((chosen) => globalThis.window.bridge.changeSettings({ settings: chosen }), settings);

/** The app with "Close to the tray", once its icon is there. */
async function inTray(app: RunningApp, tray: TrayHost): Promise<void> {
  await expect.poll(() => tray.items()).toBe(1);
  await change(app, { closeToTray: true });
}

test.describe('closing the window', () => {
  test('hides it in the tray, from where a click or a second start brings it back', async ({
    tray,
    app,
    startAgain,
  }) => {
    await inTray(app, tray);
    await close(app);
    await expect.poll(() => isVisible(app)).toBe(false);
    await tray.activate();
    await expect.poll(() => isVisible(app)).toBe(true);
    await close(app);
    await expect.poll(() => isVisible(app)).toBe(false);
    await startAgain();
    await expect.poll(() => isVisible(app)).toBe(true);
    await close(app);
    await expect.poll(() => isVisible(app)).toBe(false);
    const gone = app.electron.waitForEvent('close');
    await tray.click('Quit').catch(() => undefined);
    await gone;
  });

  for (const how of ['its panel', 'it'] as const)
    test(`hides it in a tray until ${how} goes away`, async ({ tray, app }) => {
      await inTray(app, tray);
      await close(app);
      await expect.poll(() => isVisible(app)).toBe(false);
      await (how === 'it' ? tray.end() : tray.host(false));
      await expect.poll(() => isVisible(app)).toBe(true);
    });

  test('ends the app where no panel shows the tray', async ({ tray, app }) => {
    await inTray(app, tray);
    await tray.host(false);
    const gone = app.electron.waitForEvent('close');
    await close(app).catch(() => undefined);
    await gone;
  });

  test('ends the app where the tray does not have its icon', async ({ tray, app }) => {
    await inTray(app, tray);
    await tray.forget();
    const gone = app.electron.waitForEvent('close');
    await close(app).catch(() => undefined);
    await gone;
  });

  test('ends the app on a desktop without a tray, as the settings say', async ({ app }) => {
    await change(app, { closeToTray: true });
    await app.window.openSettings('General');
    await expect(app.window.dialog).toContainText('so closing the window quits the app');
    await app.window.closeDialogs();
    const gone = app.electron.waitForEvent('close');
    await close(app).catch(() => undefined);
    await gone;
  });
});

test.describe('a hidden start', () => {
  test('leaves the window in the tray', async ({ tray, launch }) => {
    const app = await launch({ args: ['--hidden'] });
    await expect.poll(() => tray.items()).toBe(1);
    expect(await isVisible(app)).toBe(false);
    await tray.click('Show window');
    await expect.poll(() => isVisible(app)).toBe(true);
  });

  test('shows the window, minimized, where there is no tray', async ({ launch }) => {
    const app = await launch({ args: ['--hidden'] });
    await expect.poll(() => isVisible(app)).toBe(true);
  });

  test('is made by the system, if the settings say so', async ({ launch, desktop }) => {
    const { page } = await launch({ packaged: true });
    const file = join(desktop.XDG_CONFIG_HOME ?? '', 'autostart/findface-session-manager.desktop');
    const read = () => readFile(file, 'utf8').catch(() => '');
    await page.evaluate(() => globalThis.window.bridge.changeSettings({ settings: { startAtLogin: true } }));
    await expect.poll(read).toContain(`Exec="${packagedApp()}" --hidden\n`);
    await page.evaluate(() => globalThis.window.bridge.changeSettings({ settings: { startAtLogin: false } }));
    await expect.poll(read).toBe('');
  });
});
