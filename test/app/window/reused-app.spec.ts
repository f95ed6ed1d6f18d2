import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/app.ts';

test.describe('an app that several tests use', () => {
  test('is handed over as after a start, whatever the test before has left', async ({
    reusedApp,
    server,
    otherProgram,
  }) => {
    const first = await reusedApp.handOver('en');
    const { page, window } = first;
    const address = page.getByLabel('Server address', { exact: true });
    await expect(address).toBeFocused();
    // Announcements begin once the window is idle.
    await expect(page.locator('[data-live-announcer]')).toHaveCount(1);
    const seen = await page.locator('body').ariaSnapshot();
    const airport = { address: server.base, name: 'Airport', userName: operator.name };
    await window.addAndLogIn({ ...airport, password: operator.password, tags: 'north' });
    await window.button('Copy header', window.row('Airport')).click();
    await expect.poll(() => otherProgram.paste()).toMatch(/^Authorization: Token /);
    await window.openSettings('Appearance');
    await window.choose('Theme', 'Dark');
    await window.chooseSection('General');
    await window.choose('Language', 'Español');
    await page.emulateMedia({ forcedColors: 'active' });

    await reusedApp.takeBack();
    expect(await otherProgram.paste()).toBe('');
    const second = await reusedApp.handOver('en');
    expect(second, 'the same app').toBe(first);
    await expect(address).toBeFocused();
    expect(await page.locator('body').ariaSnapshot()).toBe(seen);
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(false);

    await reusedApp.takeBack();
    const third = await reusedApp.handOver('ru');
    expect(third, 'the same app').toBe(first);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  });

  test('is started anew after a passphrase was set', async ({ reusedApp }) => {
    const first = await reusedApp.handOver('en');
    const passphrase = 'seven calm cranes';
    await first.page.evaluate(
      (text) => window.bridge.setPassphrase({ passphrase: text, current: null }),
      passphrase,
    );
    await reusedApp.takeBack();
    const second = await reusedApp.handOver('en');
    expect(second).not.toBe(first);
    const { storage } = await second.page.evaluate(async () => JSON.parse(await window.bridge.readState()));
    expect(storage).toMatchObject({ kind: 'sealed', passphrase: false });
  });

  test('is started anew after a lock, and after another size of the window', async ({ reusedApp }) => {
    const first = await reusedApp.handOver('en');
    await first.page.keyboard.press('Control+L');
    await expect(first.page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await reusedApp.takeBack();
    const second = await reusedApp.handOver('en');
    expect(second).not.toBe(first);
    await second.page.setViewportSize({ width: 500, height: 400 });
    await reusedApp.takeBack();
    expect(await reusedApp.handOver('en')).not.toBe(second);
  });

  test('has ended when a test starts one of its own', async ({ reusedApp, launch }) => {
    const first = await reusedApp.handOver('en');
    await launch();
    await expect(first.page.evaluate(() => window.bridge.readState())).rejects.toThrow();
  });
});
