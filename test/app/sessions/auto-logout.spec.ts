import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test as ownAppTest } from '../../support/app/app.ts';
import { camera } from '../../support/app/camera.ts';
import { test } from '../../support/app/shared-app.ts';
import { ru } from '../../support/texts.ts';

test.describe('a session', () => {
  test('of a new server ends as the settings say, and others are unchanged', async ({ window, server }) => {
    const { name: userName, password } = operator;
    await window.addAndLogIn({ address: server.base, name: 'Airport', userName, password });
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await window.openSettings('Checks & reminders');
    await window.choose('Auto log-out for new servers', '8 h after log-in');
    await window.page.keyboard.press('Escape');
    await window.addAndLogIn({ address: server.base, name: 'Harbour', userName, password });
    await expect(window.row('Harbour')).toHaveAccessibleName(/logs out in/);
    await expect(window.row('Airport')).not.toHaveAccessibleName(/logs out in/);
  });

  ownAppTest('is ended on the server automatically, on lock and on quit', async ({ launch, server }) => {
    const { page, window, close } = await launch();
    const look = camera(page, 'en');
    const { name: userName, password } = operator;
    await window.addAndLogIn({ address: server.base, name: 'Airport', userName, password });
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);

    await window.chooseFromMenu('Airport', 'Auto log-out…');
    await window.dialog.getByLabel('After a set time').check();
    await window.dialog.getByLabel('Every day at').check();
    await window.field('Time').fill('25:00');
    await window.button('Save', window.dialog).click();
    await expect(window.dialog).toContainText('Enter a time such as 18:00.');
    await look('auto-logout');
    await window.dialog.getByLabel('Every day at').uncheck();
    await window.dialog.getByLabel('When the app locks').check();
    await window.dialog.getByLabel('When the app quits').check();
    await window.button('Save', window.dialog).click();
    await expect(window.row('Airport')).toHaveAccessibleName(/logs out in/);
    await look('auto-logout-saved');

    await page.keyboard.press('Control+L');
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await expect.poll(() => server.liveTokens).toBe(0);
    await page.keyboard.press('Enter');
    await expect(window.row('Airport')).toHaveAccessibleName(/logged out/i);

    await window.button('Log in', window.row('Airport')).click();
    await window.field('Password').fill(password);
    await window.button('Log in', window.dialog).click();
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    expect(server.liveTokens).toBe(1);
    await close();
    expect(server.liveTokens).toBe(0);
    const later = await launch();
    await expect(later.window.row('Airport')).toHaveAccessibleName(/logged out/i);
  });

  ownAppTest(
    'whose log-out is not confirmed stays visible until it is, also after a restart',
    async ({ launch, server }) => {
      const first = await launch();
      const { name: userName, password } = operator;
      await first.window.addAndLogIn({ address: server.base, name: 'Airport', userName, password });
      await expect(first.window.row('Airport')).toHaveAccessibleName(/accepted/i);
      server.switches.only('/auth/logout/', { proxyError: '503' });
      await first.window.chooseFromMenu('Airport', 'Log out');
      await expect(first.window.details).toContainText('Pending log-out');
      await expect(first.window.button('Copy header', first.window.row('Airport'))).toHaveCount(0);
      await camera(first.page, 'en')('pending-logout');
      await first.close();
      expect(server.liveTokens).toBe(1);

      const { page, window } = await launch({ language: 'ru' });
      await page.getByRole('row', { name: /^Airport, / }).click();
      const details = page.getByRole('region', { name: ru.session.label });
      await expect(details).toContainText(ru['auto-logout'].pending.pending);
      await camera(page, 'ru')('pending-logout');
      server.switches.reset();
      await window.button(ru['auto-logout'].pending.tryNow).click();
      await expect(details).not.toContainText(ru['auto-logout'].pending.pending);
      expect(server.liveTokens).toBe(0);
    },
  );
});
