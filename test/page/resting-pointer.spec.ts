import { expect, type Locator } from '@playwright/test';
import { type ShownPage, test } from '../support/page/page-test.ts';

test.beforeEach(({ pageOfWorker: page }) => page.mouse.move(1, 1));

/** Puts the pointer where something will be, before it opens again. */
async function restWhere({ page }: ShownPage, item: Locator, open: () => Promise<void>): Promise<void> {
  await open();
  const { x, y, width, height } = (await item.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.keyboard.press('Escape');
  await expect(item).toHaveCount(0);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.evaluate(() => {
    const entered = ({ target }: Event) => {
      if (target instanceof Element && target.closest('[role="menuitem"], [role="option"]') !== null)
        document.documentElement.dataset.entered = '';
    };
    window.addEventListener('pointerover', entered, { capture: true });
  });
  await open();
  // Chromium has told the page that the pointer is in the item, and what waits for that has had its time.
  await page.locator('[data-entered]').waitFor();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
}

/** Moves the pointer a little, within what is below it. */
const nudge = ({ page }: ShownPage, item: Locator) =>
  item.boundingBox().then((box) => page.mouse.move((box?.x ?? 0) + 12, (box?.y ?? 0) + 12, { steps: 3 }));

test.afterEach(({ pageOfWorker: page }) =>
  page.evaluate(() => delete document.documentElement.dataset.entered),
);

test.describe('A pointer that rests where something opens', () => {
  test('opens no submenu of a menu opened by keys, and does as soon as it moves', async ({ show }) => {
    const on = await show();
    const { page, window } = on;
    const group = page.getByRole('menuitem', { name: 'Session', exact: true });
    await restWhere(on, group, async () => {
      await window.row('Business centre').focus();
      await page.keyboard.press('Shift+F10');
      await expect(page.getByRole('menuitem').first()).toBeFocused();
    });
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await expect(page.getByRole('menu')).toHaveCount(1);
    await expect(page.locator('[data-hovered]')).toHaveCount(0);
    await nudge(on, group);
    await expect(page.getByRole('menu')).toHaveCount(2);
    await page.getByRole('menu').last().getByRole('menuitem').first().hover();
    await expect(page.getByRole('menu').last().getByRole('menuitem').first()).toHaveAttribute('data-hovered');
  });

  test('chooses nothing in a list of choices', async ({ show }) => {
    const on = await show();
    const { page, window } = on;
    await window.row('Business centre').focus();
    await page.keyboard.press('Control+Shift+T');
    const choice = window.dialog.locator('[data-autofocus]');
    const production = page.getByRole('option', { name: 'Production' });
    await restWhere(on, production, async () => {
      await choice.press('ArrowDown');
      await expect(page.getByRole('option').first()).toBeFocused();
    });
    await expect(page.getByRole('option').first()).toBeFocused();
    await expect(page.locator('[data-hovered]')).toHaveCount(0);
    await nudge(on, production);
    await expect(production).toHaveAttribute('data-hovered');
    await production.click();
    await expect(choice).toHaveText('Production');
  });

  test('chooses nothing in the palette', async ({ show }) => {
    const on = await show();
    const { page, window } = on;
    const third = window.dialog.getByRole('option').nth(2);
    await restWhere(on, third, async () => {
      await window.row('Business centre').focus();
      await page.keyboard.press('Control+K');
      await expect(third).toBeVisible();
    });
    await expect(window.dialog.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(window.dialog.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
    await nudge(on, third);
    await expect(third).toHaveAttribute('aria-selected', 'true');
  });

  test('chooses nothing among suggested tags', async ({ show }) => {
    const on = await show();
    const { page, window } = on;
    await window.row('Business centre').focus();
    await page.keyboard.press('F2');
    const field = window.dialog.getByRole('combobox', { name: 'Tags' });
    const first = page.getByRole('option').first();
    await restWhere(on, first, async () => {
      await field.fill('m');
      await expect(first).toBeVisible();
    });
    await expect(first).toHaveAttribute('aria-selected', 'false');
    await page.keyboard.press('Enter');
    await expect.poll(() => on.asked('editProfile')).toMatchObject([{ draft: { tags: ['m'] } }]);
  });
});
