import { expect, type Page } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test as ownAppTest } from '../../support/app/app.ts';
import { typeOn } from '../../support/app/key-presses.ts';
import { addServers } from '../../support/app/logged-in.ts';
import { test } from '../../support/app/shared-app.ts';
import { en, ru } from '../../support/texts.ts';

const named = {
  en: { words: en, language: 'en', airport: 'Airport T2', lab: 'Lab 7', depot: 'Depot', typed: 'lab 7' },
  ru: {
    words: ru,
    language: 'ru',
    airport: 'Аэропорт',
    lab: 'Лаборатория 7',
    depot: 'Депо',
    typed: 'лаборатория 7',
  },
} as const;

for (const { words, language, airport, lab, depot, typed } of Object.values(named)) {
  test.describe(`a command in the list, in ${language}`, () => {
    test.use({ language });

    test('applies to the focused row, by keyboard and by mouse', async ({ app, server }) => {
      const { page } = app;
      await addServers(page, server, [
        { name: airport, environment: 'production' },
        { name: lab },
        { name: depot },
      ]);
      const list = page.getByRole('grid', { name: words.servers.label });
      const row = (name: string) => list.getByRole('row', { name: new RegExp(`^${name}, `) });
      const button = (name: string, label: string) =>
        row(name).getByRole('button', { name: label, exact: true });
      const clipboard = page.getByRole('status', { name: words.window.clipboard.label });
      const details = page.getByRole('region', { name: words.session.label });
      const dialog = page.getByRole('dialog');
      const { keyboard } = page;
      await expect(row(depot)).toContainText(words.servers.status.accepted.word, { ignoreCase: true });

      /** Highlight, focus and details belong to the same row. */
      const meant = async (name: string) => {
        await expect(row(name)).toHaveAttribute('aria-selected', 'true');
        await expect(list.getByRole('row', { selected: true })).toHaveCount(1);
        await expect(details.getByRole('heading', { level: 2 })).toHaveText(name);
        await expect(row(name).and(page.locator(':focus, :has(:focus)'))).toHaveCount(1);
      };
      const cancelled = async (title: string, name: string) => {
        await expect(dialog).toHaveAccessibleName(title.replace('{{name}}', name));
        await keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
      };

      // A name with a space, typed in the list.
      await row(airport).click();
      await typeOn(page, typed);
      await expect(row(lab)).toBeFocused();
      await meant(lab);
      await keyboard.press('Enter');
      await expect(clipboard).toContainText(lab);
      await keyboard.press('Delete');
      await cancelled(words.forms.remove.title, lab);
      await meant(lab);

      // Ctrl with an arrow key.
      await row(airport).click();
      await keyboard.press('Control+ArrowDown');
      await meant(depot);
      await keyboard.press('Control+c');
      await expect(clipboard).toContainText(depot);

      // A button in a row that is not selected.
      await row(airport).click();
      await button(depot, words.servers.favourite).click();
      await meant(depot);
      await keyboard.press('F2');
      await cancelled(words.forms.edit.title, depot);

      await row(airport).click();
      await button(lab, words.servers.copyHeader).click();
      await expect(clipboard).toContainText(lab);
      await meant(lab);
      await keyboard.press('Control+r');
      await cancelled(words.forms.login.title, lab);

      // The menu of a row that is not selected: its heading names the server.
      await row(airport).click();
      await button(depot, words.servers.more).click();
      await expect(page.getByRole('menu', { name: new RegExp(`^${depot}, `) })).toBeVisible();
      await expect(row(depot)).toHaveAttribute('aria-selected', 'true');
      await keyboard.press('Escape');
      await meant(depot);
      await row(airport).click();
      await row(lab).click({ button: 'right' });
      await page.getByRole('menuitem', { name: words.servers.edit }).click();
      await cancelled(words.forms.edit.title, lab);
      await meant(lab);

      // The focus enters the list at the selected row; commands from the details apply to it too.
      await row(airport).click();
      const again = details.getByRole('button', { name: words.servers.logInAgain });
      await again.focus();
      await keyboard.press('F2');
      await cancelled(words.forms.edit.title, airport);
      await expect(again).toBeFocused();
      await keyboard.press('Shift+F6');
      await meant(airport);
      for (const [key, name] of [
        ['End', lab],
        ['Home', airport],
        ['PageDown', lab],
        ['ArrowUp', depot],
      ] as const) {
        await keyboard.press(key);
        await meant(name);
      }
    });
  });
}

test('Tab moves from a row to its details', async ({ app, server }) => {
  const { page, window } = app;
  await addServers(page, server, [{ name: 'Airport' }, { name: 'Depot' }, { name: 'Lab' }]);
  const { keyboard } = page;
  const heading = window.details.getByRole('heading', { level: 2 });
  await window.row('Airport').click();
  await window.button('Copy header', window.row('Airport')).focus();
  for (const from of ['a button in the row', 'the row']) {
    await keyboard.press('Tab');
    await expect(window.details.locator(':focus'), `from ${from}`).toHaveCount(1);
    await expect(window.row('Airport')).toHaveAttribute('aria-selected', 'true');
    await expect(heading).toHaveText('Airport');
    await keyboard.press('Shift+Tab');
    await expect(window.row('Airport')).toBeFocused();
  }
  await keyboard.press('Tab');
  await window.button('Copy header', window.details).press('Enter');
  await expect(window.clipboard).toContainText('Airport');
});

test('typed text that matches no name becomes a search, so that Enter acts on no other row', async ({
  app,
  server,
}) => {
  const { page, window } = app;
  await addServers(page, server, [{ name: 'Lab' }, { name: 'Metro' }, { name: 'Prod 1' }]);
  const { keyboard } = page;

  // A name outside the search results.
  await window.search.fill('metro');
  await keyboard.press('ArrowDown');
  await expect(window.row('Metro')).toBeFocused();
  await typeOn(page, 'prod 1');
  await expect(window.search).toBeFocused();
  await expect(window.search).toHaveValue('prod 1');
  await keyboard.press('Enter');
  await expect(window.clipboard).toContainText('Prod 1');

  // A typo after the first letter, and a text without a match.
  await window.row('Prod 1').click();
  await typeOn(page, 'metor');
  await expect(window.search).toHaveValue('metor');
  await expect(window.row('Metro')).toHaveAttribute('aria-selected', 'true');
  await window.row('Metro').click();
  await typeOn(page, 'qqq');
  await keyboard.press('Enter');
  await expect(window.search).toHaveValue('qqq');
  await expect(window.clipboard).toContainText('Prod 1');
});

ownAppTest(
  'Esc right after the first press of "More" closes the menu before it is rendered',
  async ({ app, server }) => {
    const { page, window } = app;
    await addServers(page, server, [{ name: 'Depot', logIn: false }]);
    await window.row('Depot').click();
    await window.button('More', window.row('Depot')).evaluate((button: HTMLElement) => {
      button.click();
      const key = { key: 'Escape', code: 'Escape', bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
    });
    // With a menu open, the shortcut of the row belongs to the menu.
    await page.keyboard.press('F2');
    await expect(window.dialog).toHaveAccessibleName('Edit Depot');
    await expect(page.getByRole('menu')).toHaveCount(0);
  },
);

ownAppTest('the first menu and the first dialog receive keys at once', async ({ app, server }) => {
  const { page, window } = app;
  await addServers(page, server, [{ name: 'Depot', logIn: false }]);
  const { keyboard } = page;
  for (const part of ['row-menu', 'dialogs', 'login-dialog', 'edit-dialog']) await loaded(page, part);
  await window.row('Depot').click();
  await keyboard.press('Shift+F10');
  await keyboard.press('e');
  await keyboard.press('Enter');
  await expect(window.dialog).toHaveAccessibleName('Edit Depot');
  await keyboard.press('Escape');
  await expect(window.dialog).toHaveCount(0);
  await expect(window.row('Depot')).toBeFocused();
  await keyboard.press('Control+r');
  await typeOn(page, operator.password);
  await keyboard.press('Enter');
  await expect(window.row('Depot')).toHaveAccessibleName(/accepted/);
});

/** Waits until a lazy component has been loaded ahead. */
async function loaded(page: Page, part: string): Promise<void> {
  await page.waitForFunction(async (sought) => {
    const files = performance.getEntriesByType('resource').map(({ name }) => name);
    const file = files.find((name) => new RegExp(`/${sought}-[^/]*js$`).test(name));
    if (file !== undefined) await import(file);
    return file !== undefined;
  }, part);
}
