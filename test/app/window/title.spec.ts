import { expect } from '@playwright/test';
import { type RunningApp, test } from '../../support/app/app.ts';

const titleOf = ({ electron }: RunningApp) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());

test.describe('the title of the window', () => {
  test('names the selected server, and nothing behind the lock, also if the page keeps it', async ({
    app,
  }) => {
    const { electron, page, window } = app;
    await window.addOnly({
      ...{ address: 'https://10.0.4.7', name: 'Metro', userName: 'op2' },
      environment: 'Production',
    });
    await window.row('Metro').click();
    await expect.poll(() => titleOf(app)).toBe('PROD · Metro – FindFace Session Manager');
    // A page that is not reloaded, and does not change the title itself.
    await electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      Object.assign(contents ?? {}, { reload: () => undefined, forcefullyCrashRenderer: () => undefined });
    });
    await page.evaluate(() => {
      Object.defineProperty(document, 'title', { set: () => undefined });
      void globalThis.window.bridge.lock();
    });
    await expect.poll(() => titleOf(app)).toBe('FindFace Session Manager');
  });
});
