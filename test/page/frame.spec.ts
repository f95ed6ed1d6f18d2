import { expect } from '@playwright/test';
import { test } from '../support/page/page-test.ts';

test('The title names the selected server and production, and only the app behind the lock', async ({
  show,
}) => {
  const on = await show();
  const { page, window } = on;
  await window.row('Lab').click();
  await expect(page).toHaveTitle('Lab – FindFace Session Manager');
  await window.row('Airport T2').click();
  await expect(page).toHaveTitle('PROD · Airport T2 – FindFace Session Manager');
  await window.search.fill('no such server');
  await expect(page).toHaveTitle('FindFace Session Manager');
  await page.keyboard.press('Escape');
  await window.row('Lab').click();
  await expect(page).toHaveTitle('Lab – FindFace Session Manager');
  await page.evaluate(() => globalThis.window.bridge.lock());
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page).toHaveTitle('FindFace Session Manager');
});
