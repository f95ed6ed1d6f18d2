import { expect } from '@playwright/test';
import { test } from '../support/page/page-test.ts';

const name = 'Business centre';

test.describe('A command without a button', () => {
  for (const [key, call] of [
    ['Control+Shift+L', 'logout'],
    ['Control+Shift+F', 'markFavourite'],
    ['Control+Shift+P', 'letCheckItself'],
  ] as const)
    test(`${key} asks main once: ${call}`, async ({ show }) => {
      const on = await show();
      await on.window.row(name).focus();
      await on.page.keyboard.press(key);
      await expect.poll(() => on.asked(call)).toHaveLength(1);
    });

  for (const [key, title] of [
    ['Control+Shift+S', `Sessions on ${name}`],
    ['Control+Shift+A', /^Auto log-out/],
    ['Control+Shift+V', /token/i],
    ['Control+Shift+B', 'Bulk log-in'],
    ['Control+Shift+E', /^Export/],
    ['Control+Shift+K', 'Create backup'],
  ] as const)
    test(`${key} opens its dialog`, async ({ show }) => {
      const { page, window } = await show();
      await window.row(name).focus();
      await page.keyboard.press(key);
      await expect(window.dialog).toHaveAccessibleName(title);
    });

  for (const [key, title] of [
    ['Control+Shift+J', 'Journal'],
    ['Control+J', 'Journal'],
    ['Control+Shift+O', 'Server overview'],
    ['Control+Shift+Y', 'My sessions on all servers'],
  ] as const)
    test(`${key} opens its screen, where keys for a server that is not in sight do nothing`, async ({
      show,
    }) => {
      const on = await show();
      const { page, window } = on;
      await window.row(name).focus();
      await page.keyboard.press(key);
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
      await page.keyboard.press('Control+Shift+L');
      await page.keyboard.press('F2');
      await expect(window.dialogs).toHaveCount(0);
      expect(await on.asked('logout')).toEqual([]);
    });

  const endings = { 'Control+W': 'closeWindow', 'Control+Q': 'quit' } as const;
  for (const [key, call] of Object.entries(endings))
    test(`${key} closes the window or ends the app, but not behind a dialog`, async ({ show }) => {
      const on = await show();
      await on.page.keyboard.press('Control+Shift+B');
      await expect(on.window.dialog).toBeVisible();
      await on.page.keyboard.press(key);
      await on.page.keyboard.press('Escape');
      await expect(on.window.dialog).toHaveCount(0);
      expect(await on.asked(call)).toEqual([]);
      await on.page.keyboard.press(key);
      await expect.poll(() => on.asked(call)).toHaveLength(1);
    });

  test('says why it cannot act on a server without a session', async ({ show }) => {
    const { page, window } = await show();
    await window.row('Training room').focus();
    await page.keyboard.press('Control+Shift+S');
    await expect(page.getByRole('alert')).toContainText('Not logged in');
    await expect(window.dialogs).toHaveCount(0);
    // Nothing to renew, and no password to delete.
    await page.keyboard.press('Control+Shift+N');
    await page.keyboard.press('Control+Shift+D');
    await expect(window.dialogs).toHaveCount(0);
  });

  test('goes through the views that have servers, and back', async ({ show }) => {
    const { page, window } = await show();
    const chosen = page.locator('[data-pane="views"] [aria-current="true"]');
    await expect(chosen).toHaveText(/^All/);
    await window.search.focus();
    await page.keyboard.press('Control+PageDown');
    await expect(chosen).toHaveText(/^Expiring/);
    await page.keyboard.press('Control+PageUp');
    await expect(chosen).toHaveText(/^All/);
    // In the list too, where the key alone moves a page.
    await window.row(name).focus();
    await page.keyboard.press('Control+PageUp');
    await expect(chosen).not.toHaveText(/^All/);
    await page.keyboard.press('Control+PageDown');
    await expect(chosen).toHaveText(/^All/);
  });
});

test.describe('A key that was changed', () => {
  const keys = { addServer: ['F12'], checkOne: ['Mod+Alt+K'], lock: [], edit: ['Mod+Shift+L'], logOut: [] };

  test('works in the list, and the old one does nothing', async ({ show }) => {
    const on = await show({ state: { keys } });
    const { page, window } = on;
    await window.row(name).focus();
    for (const old of ['Control+N', 'Control+L', 'Shift+F5', 'F2']) await page.keyboard.press(old);
    await page.keyboard.press('Control+Alt+K');
    await expect.poll(() => on.asked('check')).toHaveLength(1);
    expect(await on.asked('lock')).toEqual([]);
    await expect(window.dialogs).toHaveCount(0);

    await page.keyboard.press('Control+Shift+L');
    await expect(window.dialog).toHaveAccessibleName(/^Edit/);
    expect(await on.asked('logout')).toEqual([]);
    await window.closeDialogs();
    await page.keyboard.press('F12');
    await expect(window.dialog).toHaveAccessibleName('Add server');
  });

  test('is what menus, tooltips and the list of keys show', async ({ show }) => {
    const { page, window } = await show({ state: { keys } });
    await expect(page.getByTitle('Lock', { exact: true })).toBeVisible();
    await expect(page.getByTitle('Settings (Ctrl+,)')).toBeVisible();
    await window.row(name).focus();
    await page.keyboard.press('Shift+F10');
    const entry = (title: string) => page.getByRole('menuitem', { name: new RegExp(`^${title}`) });
    await expect(entry('Check now').locator('kbd')).toHaveText('Ctrl+Alt+K');
    await expect(entry('Log out').locator('kbd')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+Slash');
    await expect(window.dialog.getByText('Ctrl+Alt+K')).toBeVisible();
    await expect(window.dialog.getByText('F12', { exact: true })).toBeVisible();
    await expect(window.dialog.getByText('Ctrl+N', { exact: true })).toHaveCount(0);
  });
});
