import { expect, type Locator } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/shared-app.ts';

// A person presses no key before the dialog has the focus: it comes after the menu has gone.
async function expectFocusInside(dialog: Locator): Promise<void> {
  await expect(dialog).toBeVisible();
  await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
}

test.describe('the focus', () => {
  test('returns to where it was, whatever was above the window', async ({ window, serve }) => {
    const { page } = window;
    const server = await serve({ switches: { authType: 'face_or_password' } });
    await window.addOnly({ address: server.base, name: 'Airport', userName: operator.name });
    const row = window.row('Airport');

    // One dialog replaces another.
    await row.click();
    await page.keyboard.press('Control+R');
    await window.button('Log in with face…', window.dialog).click();
    await expect(window.button('Choose a video file…', window.dialog)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(window.dialog).toHaveCount(0);
    await expect(row).toBeFocused();

    // On first use the dialog opens after its menu has closed, later at once.
    for (const time of ['first', 'second']) {
      await window.button('Commands').click();
      await expectFocusInside(window.dialog);
      await page.keyboard.type('> bulk');
      await page.keyboard.press('Enter');
      await expect(window.dialog).toHaveAccessibleName('Bulk log-in');
      await expectFocusInside(window.dialog);
      await page.keyboard.press('Escape');
      await expect(window.dialog).toHaveCount(0);
      await expect(window.button('Commands'), `the ${time} time`).toBeFocused();

      await window.openTool('server overview');
      await expect(page.getByRole('grid', { name: 'Server overview' }).locator(':focus')).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(row, `from the overview, the ${time} time`).toBeFocused();

      await row.click();
      await page.keyboard.press('Shift+F10');
      await window.chooseEntry('Auto log-out…');
      await expectFocusInside(window.dialog);
      await page.keyboard.press('Escape');
      await expect(window.dialog).toHaveCount(0);
      await expect(row, `the ${time} time`).toBeFocused();
    }

    // The button disappears once there is a session.
    await window.button('Log in', row).press('Enter');
    await window.field('Password').fill(operator.password);
    await page.keyboard.press('Enter');
    await expect(row).toHaveAccessibleName(/accepted/i);
    // On the row, or on the button that replaced the other one: Enter copies in both cases.
    await expect.poll(() => row.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Enter');
    await expect(window.clipboard).toContainText('Header copied');
  });

  test('reaches the views by Tab when the selected one is gone with its last server', async ({ window }) => {
    const { page } = window;
    await window.addOnly({ address: '10.0.4.7', name: 'Gate', userName: 'guard' });
    await window.addOnly({ address: '10.0.4.8', name: 'Lobby', userName: 'guard', tags: 'metro' });
    await expect(window.dialog).toHaveCount(0);
    const views = page.locator('[data-pane="views"]').getByRole('button');
    const isTabStop = (name: RegExp) => expect(views.and(page.locator('[tabindex="0"]'))).toHaveText(name);
    await views.filter({ hasText: 'metro' }).click();
    await isTabStop(/metro/);
    await window.row('Lobby').click();
    await page.keyboard.press('Delete');
    await window.button('Remove', window.dialog).click();
    await expect(window.row('Lobby')).toHaveCount(0);
    await isTabStop(/All/);
  });
});
