import { expect } from '@playwright/test';
import type { TokenUse } from '../../contract/sessions/program-access.ts';
import { rowOf } from '../support/fake-bridge/fake-rows.ts';
import { test } from '../support/page/page-test.ts';

const airport = rowOf(1, {
  name: 'Airport',
  address: 'https://10.0.4.7',
  userName: 'ivanov',
  session: { phase: 'logged-out' },
});
const until = new Date(2031, 4, 6, 18, 5).getTime();
const access = (id: string, program: string, use: TokenUse = 'read') =>
  ({ id, profileId: airport.profile.id, program, use, until }) as const;

test.describe('the programs that may use tokens', () => {
  test('are named in the status bar, and stopped there', async ({ show }) => {
    const on = await show({ state: { rows: [airport], programs: [access('0123456789ab', 'python3.11')] } });
    const bar = on.page.locator('[data-pane="status"]');
    await expect(bar).toContainText('python3.11 can read the token of Airport until 18:05');
    await on.window.button('Stop', bar).click();
    await expect(bar).not.toContainText('python3.11');
    expect(await on.asked('endProgramAccess')).toEqual([{ accessId: '0123456789ab' }]);
  });

  test('are counted once each, also with several tokens', async ({ show }) => {
    const programs = [access('0123456789ab', 'python3.11'), access('0123456789ac', 'python3.11', 'get')];
    const on = await show({ state: { rows: [airport], programs } });
    const bar = on.page.locator('[data-pane="status"]');
    await expect(bar).toContainText('1 program can use tokens');
    await expect(on.window.button('Stop all', bar)).toBeVisible();
  });

  test('are listed in the settings, and each is stopped', async ({ show }) => {
    const programs = [access('0123456789ab', 'python3.11'), access('0123456789ac', 'node', 'get')];
    const on = await show({ state: { rows: [airport], programs } });
    await on.page.locator('[data-pane="status"]').getByText('2 programs can use tokens').click();
    await expect(on.window.dialog).toContainText('node can read from Airport until 18:05');
    await on.window.dialog.getByRole('button', { name: /^Stop: node/ }).click();
    await expect(on.window.dialog).not.toContainText('node can');
    await expect(on.window.dialog).toContainText('python3.11 can read the token');
    await on.window.dialog.getByRole('button', { name: /^Stop: python/ }).click();
    await expect(on.window.dialog).toContainText('No program has access now.');
  });
});
