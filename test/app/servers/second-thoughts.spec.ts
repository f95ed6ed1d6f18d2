import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test as ownAppTest } from '../../support/app/app.ts';
import type { MainWindow } from '../../support/app/pages.ts';
import { test } from '../../support/app/shared-app.ts';

async function fill(window: MainWindow, address: string): Promise<void> {
  await window.openAddServer();
  await window.more.click();
  await window.field('Name').fill('Depot');
  await window.field('User name').fill(operator.name);
  await window.field('Password').fill(operator.password);
  await window.field('Server address').fill(address);
}

test.describe('a form that was cancelled', () => {
  test('during the probe of its address adds nothing and sends nothing', async ({
    window,
    server,
    serve,
  }) => {
    server.switches.set({ delayMs: 2_000 });
    await fill(window, server.base);
    await window.page.keyboard.press('Enter');
    await expect.poll(() => server.count('/config.json')).toBeGreaterThan(0);
    await window.page.keyboard.press('Escape');
    await expect(window.dialog).toHaveCount(0);
    server.switches.reset();
    // A request of the cancelled form would have been sent before this one.
    const { name: userName, password } = operator;
    await window.addAndLogIn({ address: (await serve()).base, name: 'Gate', userName, password });
    await expect(window.row('Gate')).toHaveAccessibleName(/accepted/);
    await expect(window.row('Depot')).toHaveCount(0);
    expect(server.count('POST /auth/login/')).toBe(0);
  });

  test('after an error has changed nothing of the connection', async ({ window, server }) => {
    await window.addOnly({ address: server.base, name: 'Depot', userName: operator.name });
    await window.chooseFromMenu('Depot', 'Edit…');
    await window.choose('Proxy', 'No proxy');
    await window.field('User name').fill('');
    await window.button('Save', window.dialog).click();
    await expect(window.field('User name')).toBeFocused();
    await expect(window.dialog).toContainText(/user name/i);
    await window.page.keyboard.press('Escape');
    const [row] = await window.page.evaluate(
      async () => JSON.parse(await globalThis.window.bridge.readState()).rows,
    );
    expect(row?.profile).toMatchObject({ userName: operator.name, proxy: { mode: 'system' } });
  });
});

test.describe('a certificate that has changed', () => {
  ownAppTest(
    'is compared on one click, also after a restart and with a saved password',
    async ({ launch, serve }) => {
      const server = await serve({ https: true });
      const first = await launch();
      await first.window.addOnly({ address: server.base, name: 'Depot', userName: operator.name });
      await first.window.button('Log in', first.window.row('Depot')).click();
      await first.window.field('Password').fill(operator.password);
      await first.window.dialog.getByText('Remember password').click();
      await first.window.button('Log in', first.window.dialog).click();
      await first.window.button('Trust this certificate').click();
      await expect(first.window.row('Depot')).toHaveAccessibleName(/accepted/i);
      server.switches.set({ certificate: 'changed' });
      await first.window.chooseFromMenu('Depot', 'Check now');
      await expect(first.window.row('Depot')).toHaveAccessibleName(/certificate changed/i);
      await first.close();

      const { page, window } = await launch();
      const comparison = page.getByRole('dialog', { name: 'The certificate has changed' });
      await window.button('Review…', window.row('Depot')).click();
      await expect(comparison).toContainText('Trusted since');
      await page.keyboard.press('Escape');

      await window.chooseFromMenu('Depot', 'Log out');
      await expect(window.row('Depot')).toHaveAccessibleName(/log-out pending|logged out/i);
      await window.chooseFromMenu('Depot', 'Log in');
      await page.getByRole('alert').getByRole('button', { name: 'Review…' }).click();
      await expect(comparison).toContainText('Trusted since');
    },
  );
});
