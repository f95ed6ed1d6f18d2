import { expect } from '@playwright/test';
import { addServers } from '../../support/app/logged-in.ts';
import { test } from '../../support/app/shared-app.ts';

test('Three servers are tagged, removed, brought back with their sessions, and logged out of', async ({
  app,
  server,
}) => {
  const { page, window } = app;
  const { keyboard } = page;
  const names = ['Airport', 'Bridge', 'Castle', 'Depot'];
  await addServers(
    page,
    server,
    names.map((name) => ({ name })),
  );
  const bar = page.getByRole('toolbar', { name: 'Selected servers' });
  const rows = window.list.getByRole('row');
  await window.row('Airport').click();
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await expect(bar.getByRole('heading')).toHaveText('3 selected');

  await window.button('Tag…', bar).press('Enter');
  await expect(window.field('Add tags')).toBeFocused();
  await keyboard.type('customer x');
  await keyboard.press('Enter');
  await expect(window.dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^customer x/ })).toContainText('3');

  await window.row('Castle').focus();
  await keyboard.press('Delete');
  await expect(window.dialog).toHaveAccessibleName('Remove 3 servers?');
  await window.button('Remove', window.dialog).press('Enter');
  await expect(rows).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: '3 servers were removed' })).toContainText(
    '3 sessions are still active on their servers.',
  );
  expect(server.liveTokens).toBe(4);

  await window.row('Depot').focus();
  await keyboard.press('Control+Z');
  await expect(rows).toHaveCount(4);
  await window.row('Bridge').focus();
  await keyboard.press('Enter');
  await expect(window.clipboard).toContainText('Bridge');
  await keyboard.press('Control+Z');
  await expect(page.getByRole('button', { name: /^customer x/ })).toHaveCount(0);

  await keyboard.press('Control+A');
  await window.button('Log out', bar).press('Enter');
  await expect.poll(() => server.liveTokens).toBe(0);
  await keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
});
