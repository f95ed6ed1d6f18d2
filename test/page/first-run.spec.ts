import { expect } from '@playwright/test';
import type { Problem } from '../../contract/core/problem.ts';
import { demoOrigin } from '../../contract/profiles/demo.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { test } from '../support/page/page-test.ts';

const empty: PageMain = { state: { rows: [] } };

test.describe('A window without servers', () => {
  test('asks for the first address, and shows no empty panes and zeros', async ({ show }) => {
    const { page, window } = await show(empty);
    const address = page.getByLabel('Server address', { exact: true });
    await expect(address).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Add your first server' })).toBeVisible();
    await expect(page.getByText('A header is the line')).toBeVisible();
    await expect(window.search).toHaveCount(0);
    await expect(window.list).toHaveCount(0);
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(window.button('Add server')).toHaveCount(0);
    await expect(window.button('Settings')).toBeVisible();
    expect(await seriousTroubles(page)).toEqual([]);
    await page.keyboard.press('Control+F');
    await expect(address).toBeFocused();
  });

  test('goes on with the address, which is probed already', async ({ show }) => {
    const on = await show(empty);
    const { page, window } = on;
    await page.getByLabel('Server address', { exact: true }).fill(' 10.0.4.7 ');
    await page.keyboard.press('Enter');
    await expect(window.dialog).toHaveAccessibleName('Add server');
    await expect(window.field('Server address')).toHaveValue('10.0.4.7');
    await expect.poll(() => on.asked('probe')).toMatchObject([{ address: '10.0.4.7' }]);
    await page.keyboard.press('Escape');
    await expect(window.dialogs).toHaveCount(0);
    await expect(page.getByLabel('Server address', { exact: true })).toHaveValue(' 10.0.4.7 ');
  });

  test('adds the demo server with one press, and selects it', async ({ show }) => {
    const on = await show(empty);
    await on.window.button('Try the demo server').click();
    await expect(on.window.row('Demo server')).toHaveAttribute('aria-selected', 'true');
    expect(await on.asked('addByLogin')).toMatchObject([
      { draft: { address: demoOrigin, environment: 'test' }, keepPassword: false },
    ]);
    await expect(on.window.search).toBeVisible();
  });

  test('says why the demo server was not added', async ({ show }) => {
    const problem: Problem = { code: 'not-saved', file: 'profiles.json', reason: 'disk-full' };
    const on = await show({ ...empty, answers: { addByLogin: { ok: false, problem } } });
    await on.window.button('Try the demo server').click();
    await expect(on.page.getByRole('alert')).toContainText('The disk is full.');
  });

  test('opens the import', async ({ show }) => {
    const { window } = await show(empty);
    await window.button('Import servers…').click();
    await expect(window.dialog).toHaveAccessibleName('Import servers');
  });

  test('offers nothing that the organization has locked', async ({ show }) => {
    const { page } = await show({ state: { rows: [], managed: { locked: ['servers'], servers: [] } } });
    await expect(page.getByRole('heading', { name: 'No servers yet' })).toBeVisible();
    await expect(page.getByText('Managed by your organization')).toBeVisible();
    await expect(page.getByLabel('Server address', { exact: true })).toHaveCount(0);
  });

  test('shows the list once there is a server', async ({ show }) => {
    const { page, window } = await show(empty);
    await page.keyboard.press('Control+N');
    await window.field('Server address').fill('10.0.4.7');
    await window.field('User name').fill('ivanov');
    await window.button('Save without logging in', window.dialog).click();
    await expect(window.row('10.0.4.7')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Add your first server' })).toHaveCount(0);
  });
});
