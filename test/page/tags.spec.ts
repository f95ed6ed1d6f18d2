import { expect } from '@playwright/test';
import { seriousTroubles } from '../support/app/axe.ts';
import { rowOf } from '../support/fake-bridge/fake-rows.ts';
import { test } from '../support/page/page-test.ts';

const rows = ['metro', 'museum', 'north'].map((tag, index) =>
  rowOf(600 + index, {
    name: `Site ${index}`,
    address: `https://10.0.8.${index}`,
    userName: 'ivanov',
    tags: [tag],
    session: { phase: 'logged-out' },
  }),
);

test.describe('The tags of a server', () => {
  test('are suggested while one is typed, and chosen by keys', async ({ show }) => {
    const on = await show({ state: { rows } });
    const { page, window } = on;
    await page.keyboard.press('Control+N');
    await window.field('Server address').fill('10.0.4.7');
    await window.field('User name').fill('ivanov');
    await window.more.click();
    const field = window.dialog.getByRole('combobox', { name: 'Tags' });
    await field.click();
    await expect(page.getByRole('option')).toHaveCount(0);
    await page.keyboard.type('m');
    await expect(page.getByRole('option')).toHaveText(['metro', 'museum']);
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    expect(await seriousTroubles(page, [], '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { name: 'museum' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue('museum, ');
    await expect(field).toBeFocused();
    await page.keyboard.type('nor');
    await page.getByRole('option', { name: 'north' }).click();
    await expect(field).toHaveValue('museum, north, ');
    expect(await on.asked('addProfile')).toEqual([]);
    await window.button('Save without logging in', window.dialog).click();
    await expect.poll(() => on.asked('addProfile')).toMatchObject([{ draft: { tags: ['museum', 'north'] } }]);
  });

  test('need no suggestion: Esc hides them first, and Enter saves what is typed', async ({ show }) => {
    const on = await show({ state: { rows } });
    const { page, window } = on;
    await window.row('Site 0').focus();
    await page.keyboard.press('F2');
    const field = window.dialog.getByRole('combobox', { name: 'Tags' });
    await field.fill('m');
    await expect(page.getByRole('option')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('option')).toHaveCount(0);
    await expect(window.dialog).toBeVisible();
    await field.fill('mu');
    await page.keyboard.press('Enter');
    await expect.poll(() => on.asked('editProfile')).toMatchObject([{ draft: { tags: ['mu'] } }]);
  });
});
