import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { expectTree } from '../../support/app/accessibility-tree.ts';
import { test } from '../../support/app/app.ts';

test('the packaged app tells assistive technology the roles and names that are kept', async ({
  launch,
  server,
}) => {
  const { page, window } = await launch({ packaged: true });
  await expect(page.getByRole('heading', { name: 'Add your first server' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Encrypted with/ })).toBeVisible();
  await expectTree(page, 'first-run');
  await page.evaluate(
    async ([address, userName]) => {
      for (const name of ['Airport', 'Bridge', 'Castle', 'Depot']) {
        const base = name === 'Airport' ? address : `https://10.0.5.${name.length}`;
        const environment = name === 'Castle' ? 'production' : 'none';
        const draft = { address: base, name, userName, tags: ['north'], environment } as const;
        const added = await globalThis.window.bridge.addProfile({ draft, finding: null });
        if (!added.ok) throw new Error(added.problem.code);
      }
    },
    [server.base, operator.name] as const,
  );
  await expect(window.row('Depot')).toBeVisible();
  await window.row('Airport').click();
  await page.keyboard.press('Control+R');
  await window.field('Password').fill(operator.password);
  await page.keyboard.press('Enter');
  await expect(window.dialogs).toHaveCount(0);
  await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
  await expect(window.details.getByText('Full name')).toBeVisible();
  // Read from the server after the log-in.
  await expect(window.details.getByRole('heading', { name: 'Server', exact: true })).toBeVisible();
  await expectTree(page, 'window');

  await page.keyboard.press('Control+A');
  await expect(page.getByRole('toolbar', { name: 'Selected servers' })).toBeVisible();
  await expectTree(page, 'selection');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar', { name: 'Selected servers' })).toHaveCount(0);
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await expectTree(page, 'menu');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menuitem')).toHaveCount(0);
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectTree(page, 'commands');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Control+,');
  await expect(window.section('General')).toHaveAttribute('aria-selected', 'true');
  await expect(window.dialog.getByText('Language').first()).toBeVisible();
  await expectTree(page, 'settings');
  await page.keyboard.press('Escape');
  await expect(window.dialogs).toHaveCount(0);
  await window.openTool('server overview');
  await expect(page.getByRole('grid', { name: 'Server overview' }).getByRole('row')).toHaveCount(5);
  await expectTree(page, 'overview');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+L');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expectTree(page, 'locked');
});
