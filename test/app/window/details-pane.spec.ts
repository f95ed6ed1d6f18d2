import { expect } from '@playwright/test';
import { addServers } from '../../support/app/logged-in.ts';
import { test } from '../../support/app/shared-app.ts';

test.describe('the details', () => {
  test('of another server start at the top, and the name stays in view', async ({ app, server }) => {
    const { page, window } = app;
    await addServers(page, server, [{ name: 'Airport' }, { name: 'Depot' }]);
    const heading = window.details.getByRole('heading', { level: 2 });
    await window.row('Airport').click();
    await expect(heading).toHaveText('Airport');
    await window.details.hover();
    await page.mouse.wheel(0, 400);
    await expect.poll(() => window.details.evaluate((pane) => pane.scrollTop)).toBeGreaterThan(100);
    await expect(heading).toBeInViewport({ ratio: 1 });
    await window.row('Depot').click();
    await expect(heading).toHaveText('Depot');
    await expect.poll(() => window.details.evaluate((pane) => pane.scrollTop)).toBe(0);
  });

  test('do not show the next check during a log-in', async ({ app, serve }) => {
    const { page, window } = app;
    const server = await serve();
    await addServers(page, server, [{ name: 'Depot' }]);
    await window.row('Depot').click();
    server.switches.set({ proxyError: '503' });
    await page.keyboard.press('Shift+F5');
    await expect(window.details).toContainText('attempt 2');
    server.switches.reset();
    server.switches.only('/auth/login/', { hang: true });
    await page.keyboard.press('Control+r');
    await window.field('Password').fill('anything');
    await page.keyboard.press('Enter');
    await expect(window.row('Depot')).toHaveAccessibleName(/logging in/i);
    await expect(window.details).not.toContainText('attempt');
  });
});
