import { expect } from '@playwright/test';
import { test } from '../support/page/page-test.ts';

test('The list is grouped by environment or tag, moves on by keys, and a search is in one piece', async ({
  show,
}) => {
  const on = await show();
  const { page, window } = on;
  const groups = page.getByRole('rowgroup');
  const group = async (by: string) => {
    await window.button('View options').click();
    await page.getByRole('menuitem', { name: 'Group by' }).click();
    await page.getByRole('menuitemradio', { name: by, exact: true }).click();
  };
  await expect(groups).toHaveCount(0);
  await group('Environment');
  expect(await on.asked('changeLayout')).toEqual([{ layout: { groupBy: 'environment' } }]);
  await expect(page.getByRole('rowgroup', { name: 'Production' })).toBeVisible();
  await expect(page.getByText('Production', { exact: true }).first()).toBeVisible();

  // From the last row of a group to the first one of the next, over its heading.
  await window.row('Airport T1').click();
  await page.keyboard.press('End');
  const last = page.locator('[role="row"]:focus');
  await expect(last).toBeInViewport({ ratio: 1 });
  await expect(
    page.getByRole('rowgroup', { name: 'No environment' }).locator('[role="row"]:focus'),
  ).toHaveCount(1);
  await page.keyboard.press('Home');
  await expect(page.getByRole('rowgroup', { name: 'Production' }).locator('[role="row"]:focus')).toHaveCount(
    1,
  );

  await window.search.fill('lab');
  await expect(groups).toHaveCount(0);
  await page.keyboard.press('Escape');

  await group('Tag');
  await expect(page.getByRole('rowgroup').first()).toHaveAccessibleName('airport');
});
