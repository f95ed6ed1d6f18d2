import { expect } from '@playwright/test';
import { seriousTroubles } from '../support/app/axe.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';

async function openMenu({ page, window }: ShownPage, name = 'Business centre'): Promise<void> {
  await window.row(name).focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
}

test.describe('The menu of a server', () => {
  test('has at most ten entries, and each says its key', async ({ show }) => {
    const on = await show();
    const { page } = on;
    await openMenu(on);
    const items = page.getByRole('menu').first().getByRole('menuitem');
    expect(await items.count()).toBeLessThanOrEqual(10);
    for (const item of await items.all())
      if ((await item.getAttribute('aria-haspopup')) === null)
        expect(await item.locator('kbd').innerText(), await item.innerText()).not.toBe('');
    expect(await seriousTroubles(page)).toEqual([]);
  });

  test('leads into its groups and back by keys, and closes as a whole', async ({ show }) => {
    const on = await show();
    const { page, window } = on;
    const menus = page.getByRole('menu');
    const group = (name: string) => menus.first().getByRole('menuitem', { name, exact: true });
    await openMenu(on);
    await group('Session').press('ArrowRight');
    await expect(menus.nth(1).getByRole('menuitem').first()).toBeFocused();
    expect(await seriousTroubles(page)).toEqual([]);
    for (const item of await menus.nth(1).getByRole('menuitem').all())
      expect(await item.locator('kbd').innerText(), await item.innerText()).not.toBe('');
    await page.keyboard.press('ArrowLeft');
    await expect(group('Session')).toBeFocused();
    await expect(menus).toHaveCount(1);

    await group('Organize').press('Enter');
    const favorite = menus.nth(1).getByRole('menuitem', { name: /favorites/ });
    await expect(favorite).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(menus).toHaveCount(0);
    await expect(window.row('Business centre')).toBeFocused();
    expect(await on.asked('markFavourite')).toHaveLength(1);

    await openMenu(on);
    await group('Session').press('ArrowRight');
    await page.keyboard.press('Escape');
    await expect(menus).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(menus).toHaveCount(0);
    await expect(window.row('Business centre')).toBeFocused();
  });

  test('opens its groups by mouse too', async ({ show }) => {
    const on = await show();
    await on.window.chooseFromMenu('Business centre', 'Auto log-out…');
    await expect(on.window.dialog).toHaveAccessibleName(/^Auto log-out/);
    await expect(on.page.getByRole('menu')).toHaveCount(0);
  });
});
