import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type RunningApp, test } from '../../support/app/app.ts';

const viewsWidth = async ({ page }: RunningApp) =>
  (await page.locator('[data-pane="views"]').boundingBox())?.width;

test('The layout of the window is remembered, and only what was chosen is saved', async ({
  launch,
  dataFolder,
}) => {
  const first = await launch();
  await first.window.addOnly({ address: 'https://10.0.4.7', name: 'Metro', userName: 'op2' });
  await expect(first.window.dialog).toHaveCount(0);
  const before = await viewsWidth(first);
  const grip = first.page.getByRole('separator', { name: 'Width of the views' });
  // The page below a dialog may be inert for a moment after it has gone.
  await expect(async () => {
    await grip.focus();
    await expect(grip).toBeFocused({ timeout: 500 });
  }).toPass();
  await first.page.keyboard.press('ArrowRight');
  await expect.poll(() => viewsWidth(first)).toBe((before ?? 0) + 16);
  await first.window.button('View options').click();
  await first.page.getByRole('menuitemcheckbox', { name: 'User' }).click();
  await expect(first.page.locator('[data-heading="user"]')).toHaveCount(0);
  await first.close();

  const kept: unknown = JSON.parse(await readFile(join(dataFolder, 'settings.json'), 'utf8'));
  expect(kept).toMatchObject({
    layout: { viewsWidth: (before ?? 0) + 16, columns: { user: { shown: false } } },
  });
  expect(kept).not.toHaveProperty('layout.detailsWidth');

  const second = await launch();
  await expect(second.window.row('Metro')).toBeVisible();
  expect(await viewsWidth(second)).toBe((before ?? 0) + 16);
  await expect(second.page.locator('[data-heading="session"]')).toBeVisible();
  await expect(second.page.locator('[data-heading="user"]')).toHaveCount(0);
});
