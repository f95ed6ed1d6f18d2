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

  test('cannot be removed, and its menu and form say why', async ({ show }) => {
    const on = await show({ state });
    const { page, window } = on;
    const item = (name: RegExp) => page.getByRole('menuitem', { name });
    const openMenu = (name: string) => window.button('More', window.row(name)).click();

    await openMenu('Gate');
    await expect(page.getByText(reason)).toBeVisible();
    await expect(item(/^Remove/)).toBeDisabled();
    await on.answer('editProfile', { ok: false, problem: { code: 'managed' } });
    await item(/^Edit/).click();
    await expect(window.dialog.getByText('Partly managed by your organization')).toBeVisible();
    await window.button('Save', window.dialog).click();
    await expect(window.dialog.getByRole('alert')).toContainText('This can’t be changed on this computer.');
    await window.closeDialogs();

    await openMenu('Lab');
    await expect(page.getByText(reason)).toHaveCount(0);
    await expect(item(/^Remove/)).toBeEnabled();
  });

  test('answers the key that removes it with the reason', async ({ show }) => {
    const { page, window } = await show({ state });
    await window.row('Gate').click();
    await page.keyboard.press('Delete');
    await expect(page.getByRole('status').filter({ hasText: reason })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(window.dialogs).toHaveCount(0);
  });
});

test('A locked list takes accounts on the servers of the policy, and says why nothing else', async ({
  show,
}) => {
  const managed = { locked: ['servers'] as const, servers: [gate.profile.id] };
  const { page, window } = await show({ state: { rows: [gate, lab], managed } });
  for (const [name, may] of [
    ['Gate', true],
    ['Lab', false],
  ] as const) {
    await window.button('More', window.row(name)).click();
    await page.getByRole('menuitem', { name: 'Organize' }).press('ArrowRight');
    await expect(page.getByRole('menuitem', { name: /^Add another/ })).toBeEnabled({ enabled: may });
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
  await window.button('Add server').click();
  await expect(page.getByRole('status').filter({ hasText: reason })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(window.dialogs).toHaveCount(0);
});
