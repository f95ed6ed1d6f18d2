import { expect } from '@playwright/test';
import { addServers } from '../../support/app/logged-in.ts';
import { test } from '../../support/app/shared-app.ts';

test.describe('a header that needs a confirmation', () => {
  test('of a production server is not copied by Enter, Enter', async ({ app, server, otherProgram }) => {
    const { page, window } = app;
    await addServers(page, server, [{ name: 'Airport', environment: 'production' }]);
    await page.evaluate(() =>
      globalThis.window.bridge.changeSettings({ settings: { confirmProduction: true } }),
    );
    await otherProgram.copy('untouched');
    await window.row('Airport').click();
    await page.keyboard.press('Enter');
    await expect(window.button('Cancel', window.dialog)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(window.dialog).toHaveCount(0);
    expect(await otherProgram.paste()).toBe('untouched');
    await expect(window.row('Airport')).toBeFocused();
    await page.keyboard.press('Enter');
    await window.button('Copy header', window.dialog).click();
    await expect.poll(() => otherProgram.paste()).toMatch(/^Authorization: Token /);
  });

  test('of a session that is about to expire says so', async ({ app, serve }) => {
    const { page, window } = app;
    await addServers(page, await serve({ switches: { sessionSeconds: 50 } }), [{ name: 'Depot' }]);
    await window.row('Depot').click();
    await page.keyboard.press('Enter');
    await expect(window.clipboard).toContainText(/Header copied · Depot · ivanov · session expires in \d+ s/);
  });
});
