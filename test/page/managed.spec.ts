import { expect } from '@playwright/test';
import { rowOf } from '../support/fake-bridge/fake-rows.ts';
import { test } from '../support/page/page-test.ts';

const gate = rowOf(301, {
  name: 'Gate',
  address: 'https://gate.example.org',
  userName: 'ivanov',
  session: { phase: 'logged-out' },
});
const lab = rowOf(302, {
  name: 'Lab',
  address: 'https://lab.example.org',
  userName: 'ivanov',
  session: { phase: 'logged-out' },
});
const reason = 'Managed by your organization';

test.describe('A server of the policy', () => {
  const state = { rows: [gate, lab], managed: { locked: [], servers: [gate.profile.id] } };

  test('can be neither edited nor removed, and its menu says why', async ({ show }) => {
    const { page, window } = await show({ state });
    const item = (name: string) => page.getByRole('menuitem', { name });
    const openMenu = (name: string) => window.button('More', window.row(name)).click();

    await openMenu('Gate');
    await expect(page.getByText(reason)).toBeVisible();
    for (const name of [/^Edit/, /^Remove/])
      await expect(page.getByRole('menuitem', { name })).toBeDisabled();
    await expect(item('Add another account')).toBeEnabled();
    await page.keyboard.press('Escape');

    await openMenu('Lab');
    await expect(page.getByText(reason)).toHaveCount(0);
    for (const name of [/^Edit/, /^Remove/]) await expect(page.getByRole('menuitem', { name })).toBeEnabled();
  });

  test('answers a shortcut with the reason', async ({ show }) => {
    const { page, window } = await show({ state });
    await window.row('Gate').click();
    for (const key of ['F2', 'Delete']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('alert')).toContainText(reason);
      await expect(window.dialogs).toHaveCount(0);
      await window.button('Dismiss', page.getByRole('alert')).click();
      await window.row('Gate').click();
    }
  });
});

test('A locked list says why nothing can be added', async ({ show }) => {
  const { page, window } = await show({ state: { managed: { locked: ['servers'], servers: [] } } });
  await window.button('Add server').click();
  await expect(page.getByRole('alert')).toContainText(reason);
  await expect(window.dialogs).toHaveCount(0);
});
