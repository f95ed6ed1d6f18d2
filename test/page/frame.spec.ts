import { expect } from '@playwright/test';
import { held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import { test } from '../support/page/page-test.ts';

test('The views have Logged out and None, and no count of zero', async ({ show }) => {
  const session = held(Date.now(), 90 * 86_400_000, 'accepted');
  const wish = { address: 'https://10.0.4.7', userName: 'guard' };
  const rows = [
    rowOf(1, { ...wish, name: 'Airport', environment: 'production', session }),
    rowOf(2, { ...wish, name: 'Depot', session: { phase: 'logged-out' } }),
  ];
  const { page, window } = await show({ state: { rows } });
  const views = page.getByRole('navigation', { name: 'Views' });
  await expect(views.getByRole('button')).toHaveText([
    'All2',
    'Expiring',
    'Problems',
    'Logged out1',
    'Favorites',
    'Recent',
    'Production1',
    'None1',
  ]);
  await window.button('Logged out 1', views).click();
  await expect(page.getByRole('row')).toHaveCount(1);
  await expect(window.row('Depot')).toBeVisible();
  await views.getByRole('button', { name: /^None/ }).click();
  await expect(window.row('Depot')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(1);
});

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
