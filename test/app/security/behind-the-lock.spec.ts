import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/app.ts';

const passphrase = 'seven calm cranes';
const noKeyring = {
  env: { DBUS_SESSION_BUS_ADDRESS: undefined, XDG_CURRENT_DESKTOP: undefined },
  args: ['--password-store=basic'],
};

test.describe('a locked window', () => {
  test('reloads a page that resists, which remembers nothing', async ({ app, server }) => {
    const { page, window } = app;
    const { password } = operator;
    await window.addAndLogIn({
      address: server.base,
      name: 'Secret site',
      userName: operator.name,
      password,
    });
    await expect(window.row('Secret site')).toHaveAccessibleName(/accepted/i);
    // Chromium calls `beforeunload` handlers only after an interaction with the page.
    await page.evaluate(() => {
      Object.assign(globalThis, { remembered: document.body.innerText });
      globalThis.addEventListener('beforeunload', (event) => event.preventDefault());
    });
    await window.row('Secret site').click();
    await page.keyboard.press('Control+L');
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await expect
      .poll(() => page.evaluate(() => (globalThis as { remembered?: string }).remembered ?? null))
      .toBeNull();
  });

  test('is not sent what had changed just before the lock', async ({ app, server }) => {
    const { electron, page, window } = app;
    const { name: userName, password } = operator;
    await window.addAndLogIn({ address: server.base, name: 'Secret site', userName, password });
    await expect(window.row('Secret site')).toHaveAccessibleName(/accepted/i);
    await electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const send = contents?.send.bind(contents);
      const sent: string[] = [];
      Object.assign(globalThis, { sent });
      Object.assign(contents ?? {}, {
        send: (channel: string, text: string) => {
          sent.push(text);
          send?.(channel, text);
        },
      });
    });
    // The changes of the check follow so quickly that some of them wait to be sent together.
    await page.evaluate(async () => {
      const { bridge } = globalThis.window;
      const profileId = JSON.parse(await bridge.readState()).rows[0].profile.id;
      void bridge.check({ profileId });
      void bridge.lock();
    });
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(window.row('Secret site')).toBeVisible();
    const sent = await electron.evaluate(() => (globalThis as unknown as { sent: string[] }).sent);
    const lockedAt = sent.findIndex((text) => text.includes('"kind":"locked"'));
    const openedAt = sent.findIndex((text) => text.includes('"lock":{"kind":"open"}'));
    expect(lockedAt).toBeGreaterThan(-1);
    expect(openedAt).toBeGreaterThan(lockedAt);
    expect(sent.slice(lockedAt, openedAt).join()).not.toContain('Secret site');
  });

  test('shows no server after a reset of the vault, and says how to restore the list', async ({
    launch,
    server,
  }) => {
    const first = await launch(noKeyring);
    const { password } = operator;
    await first.window.addAndLogIn({
      ...{ address: server.base, name: 'Secret site', userName: operator.name, password },
    });
    await first.window.field('Passphrase').fill(passphrase);
    await first.window.field('Repeat passphrase').fill(passphrase);
    await first.page.keyboard.press('Enter');
    await expect(first.page.getByRole('dialog')).toBeHidden();
    await expect(first.window.row('Secret site')).toHaveAccessibleName(/accepted/i);
    await first.close();

    const { page, window } = await launch(noKeyring);
    await expect(
      page.getByText('Nothing can be shown without the passphrase.', { exact: false }),
    ).toBeVisible();
    await window.button('Forgot passphrase?').click();
    await expect(page.getByRole('dialog', { name: 'Reset vault' })).toContainText(
      'starts over with an empty list',
    );
    await page.keyboard.type('RESET');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Server list archived')).toBeVisible();
    expect(await page.content()).not.toContain('Secret site');
    const { rows } = await page.evaluate(async () => JSON.parse(await globalThis.window.bridge.readState()));
    expect(rows).toEqual([]);
  });
});
