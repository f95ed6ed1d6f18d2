import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/shared-app.ts';

test.describe('the counts in the window', () => {
  test('include each session once, even if three profiles of one account list it', async ({
    app,
    server,
  }) => {
    const { page, window } = app;
    const { name: userName, password } = operator;
    for (const name of ['Airport 1', 'Airport 2', 'Airport 3']) {
      await window.addAndLogIn({ address: server.base, name, userName, password });
      await expect(window.row(name)).toHaveAccessibleName(/accepted, 180 days left/i);
      await expect(window.dialog).toHaveCount(0);
    }
    await window.openTool('sessions on all servers');
    const screen = page.getByRole('main');
    await expect(screen).toContainText('3 of 3 responded');
    await expect(screen).not.toContainText('failed');
    await expect(screen.getByRole('checkbox')).toHaveCount(3);
    await window.button('End all sessions…').click();
    const question = window.dialog.last();
    await expect(question).toHaveAccessibleName('End 3 sessions on 1 server?');
    await window.button('End 3 sessions', question).click();
    await expect(window.dialog.last()).toContainText('3 sessions ended.');
    await expect(window.dialog.last()).not.toContainText(/not ended|already ended/i);
    await window.button('Close', window.dialog.last()).click();
    expect(server.liveTokens).toBe(0);
  });

  test('exclude a rejected session, and removing it offers no log-out', async ({ app, server }) => {
    const { page, window } = app;
    const { name: userName, password } = operator;
    await window.addAndLogIn({ address: server.base, name: 'Airport', userName, password });
    const row = window.row('Airport');
    await expect(row).toHaveAccessibleName(/accepted/i);
    await row.click();
    await expect(window.details).toContainText('180 days left');
    await expect(window.details.getByTitle(/of 180 days$/)).toBeVisible();
    await page.keyboard.press('Delete');
    await expect(window.button('Log out and remove', window.dialog)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(window.dialog).toHaveCount(0);
    server.endSessions(userName);
    await page.keyboard.press('Shift+F5');
    await expect(row).toHaveAccessibleName(/refused|rejected/i);
    await expect(window.details).not.toContainText(/days left|of 180 days/);
    await row.focus();
    await page.keyboard.press('Delete');
    await expect(window.dialog).not.toContainText(/stays open|days left/);
    await expect(window.button('Cancel', window.dialog)).toBeFocused();
    await expect(window.button('Log out and remove', window.dialog)).toHaveCount(0);
    await page.keyboard.press('Tab');
    await expect(window.button('Remove', window.dialog)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(row).toHaveCount(0);
  });
});
