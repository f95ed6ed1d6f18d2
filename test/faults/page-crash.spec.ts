import { type ElectronApplication, expect } from '@playwright/test';
import { operator } from '../emulator/default-users.ts';
import { test } from '../support/app/app.ts';

/** What the window shows, read from main, since Playwright drops a crashed page. */
const shown = (electron: ElectronApplication) =>
  electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents || contents.isCrashed() || contents.isLoading()) return 'nothing';
    const text: unknown = await Promise.race([
      contents.executeJavaScript('document.body.innerText').catch(() => 'nothing'),
      new Promise((resolve) => setTimeout(() => resolve('nothing'), 1_000)),
    ]);
    return String(text);
  });

const crash = (electron: ElectronApplication) =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );

test.describe('a page that crashes', () => {
  test('is reloaded with everything, at most three times a minute', { tag: ['@row-149'] }, async ({
    launch,
    server,
    otherProgram,
  }) => {
    const { electron, window } = await launch();
    await window.addAndLogIn({
      address: server.base,
      name: 'Airport',
      userName: operator.name,
      password: operator.password,
    });
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    for (const _ of [1, 2, 3]) {
      await crash(electron);
      await expect.poll(() => shown(electron), { timeout: 20_000 }).toContain('Airport');
    }
    const copied = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        'bridge.readState().then((state) => bridge.copySession({ profileId: JSON.parse(state).rows[0].profile.id, anyway: false, format: null }))',
      ),
    );
    expect(copied).toMatchObject({ ok: true });
    await expect.poll(() => otherProgram.paste()).toMatch(/^Authorization: Token /);

    await crash(electron);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(await shown(electron), 'the fourth time it waits for the minute to pass').toBe('nothing');
    expect(await electron.evaluate(({ app }) => app.isReady()), 'main lives on').toBe(true);
  });

  test('by hanging is killed and reloaded', { tag: ['@row-149'] }, async ({ launch }) => {
    const { electron, window } = await launch();
    await window.addOnly({ address: 'https://10.0.4.7', name: 'Metro', userName: 'op2' });
    await expect(window.row('Metro')).toBeVisible();
    await electron.evaluate(({ BrowserWindow }) => {
      const [open] = BrowserWindow.getAllWindows();
      void open?.webContents.executeJavaScript('for (;;);').catch(() => undefined);
      // Chromium emits this itself half a minute after an unanswered key press.
      open?.emit('unresponsive');
    });
    await expect.poll(() => shown(electron), { timeout: 30_000, intervals: [1_000] }).toContain('Metro');
  });

  test('by hanging at the lock is killed too, so that nothing it showed is left', {
    tag: ['@row-149'],
  }, async ({ launch }) => {
    const { electron, page, window } = await launch();
    await window.addOnly({ address: 'https://10.0.4.7', name: 'Metro', userName: 'op2' });
    await expect(window.row('Metro')).toBeVisible();
    // The page receives the lock before the reload, and then blocks.
    await page.evaluate(() => {
      globalThis.window.bridge.onStateChanged((change) => {
        while (change.includes('"kind":"locked"'));
      });
      void globalThis.window.bridge.lock();
    });
    await expect.poll(() => shown(electron), { timeout: 30_000, intervals: [1_000] }).toContain('Locked');
    expect(await shown(electron)).not.toContain('Metro');
  });
});
