import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { type RunningApp, test } from '../../support/app/app.ts';
import { addServers } from '../../support/app/logged-in.ts';
import { filesHolding } from '../../support/canary.ts';

const passphrase = 'seven calm cranes';
const noKeyring = {
  env: { DBUS_SESSION_BUS_ADDRESS: undefined, XDG_CURRENT_DESKTOP: undefined },
  args: ['--password-store=basic'],
};

async function logInTo({ window }: RunningApp, server: Emulator, name: string): Promise<void> {
  const { password } = operator;
  await window.addAndLogIn({ address: server.base, name, userName: operator.name, password });
  await expect(window.row(name)).toHaveAccessibleName(/accepted/i);
}

test.describe('the lock', () => {
  test('by Ctrl+L hides everything, clears the clipboard and unlocks with one click', async ({
    app,
    server,
    otherProgram,
  }) => {
    const { page, window } = app;
    await logInTo(app, server, 'Airport');
    await window.button('Copy header', window.row('Airport')).click();
    await expect.poll(() => otherProgram.paste()).toMatch(/^Authorization: Token /);
    await page.keyboard.press('Control+L');
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await expect.poll(() => otherProgram.paste()).not.toContain('Token');
    expect(await page.content()).not.toContain('Airport');
    const state = await page.evaluate(async () => JSON.parse(await globalThis.window.bridge.readState()));
    expect(state.rows).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await expect(window.search).toBeFocused();
    await window.button('Copy header', window.row('Airport')).click();
    await expect.poll(() => otherProgram.paste()).toMatch(/^Authorization: Token /);
  });

  test('works by Ctrl+L over a form and over a menu too', async ({ app, server }) => {
    const { page, window } = app;
    await logInTo(app, server, 'Airport');
    const locked = page.getByRole('heading', { name: 'Locked' });
    await window.row('Airport').click();
    for (const [key, role] of [
      ['F2', 'dialog'],
      ['Shift+F10', 'menu'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole(role).first()).toBeVisible();
      await page.keyboard.press('Control+L');
      await expect(locked).toBeVisible();
      await expect(window.button('Unlock')).toBeFocused();
      await page.keyboard.press('Enter');
      await window.row('Airport').click();
      await expect(page.getByRole(role)).toHaveCount(0);
    }
  });

  test('by Ctrl+L over a form asks before tokens are lost, and Cancel returns to the form', async ({
    launch,
    server,
  }) => {
    const { page, window } = await launch(noKeyring);
    await page.evaluate(() => globalThis.window.bridge.chooseStorage({ choice: 'memory' }));
    await addServers(page, server, [{ name: 'Airport' }]);
    await window.row('Airport').click();
    await page.keyboard.press('F2');
    await window.field('Tags').fill('half a tag');
    for (const _ of ['once', 'twice']) await page.keyboard.press('Control+L');
    await expect(window.dialog).toHaveAccessibleName(/lose 1 token/);
    await page.keyboard.press('Enter');
    await expect(window.dialogs).toHaveCount(1);
    await expect(window.field('Tags')).toHaveValue('half a tag');
    await expect(window.field('Tags')).toBeFocused();
  });

  test('comes on inactivity, on sleep and with the screen, as chosen', async ({ app, server }) => {
    const { electron, page, window } = app;
    await logInTo(app, server, 'Airport');
    const locked = page.getByRole('heading', { name: 'Locked' });
    const choose = (settings: object) =>
      page.evaluate((chosen) => globalThis.window.bridge.changeSettings({ settings: chosen }), settings);

    await electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
    await expect(window.row('Airport')).toBeVisible();
    await choose({ lockOnSleep: true, lockWithScreen: true });
    for (const occasion of ['suspend', 'lock-screen']) {
      await electron.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), occasion);
      await expect(locked).toBeVisible();
      await window.button('Unlock').click();
      await expect(window.row('Airport')).toBeVisible();
    }
    await electron.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleState = () => 'idle';
      powerMonitor.getSystemIdleTime = () => 61;
    });
    await choose({ lockAfterIdleMinutes: 1 });
    await expect(locked).toBeVisible();
    await expect(page.getByText('Locked after 1 minute of inactivity.')).toBeVisible();
  });

  test('is there at the next start, if chosen', async ({ launch, server }) => {
    const first = await launch();
    await logInTo(first, server, 'Airport');
    await first.page.evaluate(() =>
      globalThis.window.bridge.changeSettings({ settings: { lockOnQuit: true } }),
    );
    await first.close();
    const second = await launch();
    await expect(second.page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await second.window.button('Unlock').click();
    await expect(second.window.row('Airport')).toHaveAccessibleName(/accepted/i);
  });
});

test.describe('a desktop without a keyring', () => {
  test('asks at the first log-in how to protect tokens, and remembers not to save them', async ({
    launch,
    server,
  }) => {
    const first = await launch(noKeyring);
    const question = first.page.getByRole('dialog', { name: 'Protect your tokens' });
    await expect(first.page.getByText('Tokens not saved – no keyring')).toBeVisible();
    await expect(question).toBeHidden();
    await logInTo(first, server, 'Airport');
    await expect(question).toContainText(
      'No system keyring found (GNOME Keyring, KWallet and KeePassXC aren’t running).',
    );
    await expect(first.page.getByRole('radio', { name: /Encrypt with a passphrase/ })).toBeChecked();
    await expect(first.window.field('Passphrase')).toBeFocused();
    await first.page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await expect(first.window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await first.close();

    const second = await launch(noKeyring);
    const { password } = operator;
    await second.window.button('Log in', second.window.row('Airport')).click();
    await second.window.field('Password').fill(password);
    await second.page.keyboard.press('Enter');
    await expect(second.page.getByRole('dialog', { name: 'Protect your tokens' })).toBeVisible();
    await second.page.getByText('Don’t save tokens').click();
    await second.window.button('Continue').click();
    await expect(second.page.getByRole('dialog')).toBeHidden();
    await second.window.button('Lock').click();
    await expect(second.page.getByRole('dialog', { name: 'Lock and lose 1 token?' })).toBeVisible();
    await second.window.button('Cancel', second.window.dialog).click();
    await second.close();

    const third = await launch(noKeyring);
    await expect(third.window.row('Airport')).toHaveAccessibleName(/logged out/i);
    await logInTo(third, server, 'Harbour');
    await expect(third.window.row('Harbour')).toHaveAccessibleName(/accepted/i);
    await expect(third.page.getByRole('dialog')).toBeHidden();
  });

  test('encrypts tokens with a passphrase, which every start asks for', async ({
    launch,
    server,
    dataFolder,
  }) => {
    const first = await launch(noKeyring);
    await logInTo(first, server, 'Airport');
    await first.window.field('Passphrase').fill(passphrase);
    await first.window.field('Repeat passphrase').fill(passphrase);
    await first.page.keyboard.press('Enter');
    await expect(first.page.getByRole('dialog')).toBeHidden();
    await expect(first.page.getByText('Encrypted with a passphrase')).toBeVisible();
    await first.close();

    const second = await launch(noKeyring);
    const field = second.page.getByLabel('Passphrase', { exact: true });
    await field.fill('not this one');
    await second.page.keyboard.press('Enter');
    await expect(second.page.getByText('Wrong passphrase.', { exact: false })).toBeVisible();
    await expect(field).toHaveValue('');
    await field.fill(passphrase);
    await second.page.keyboard.press('Enter');
    await expect(second.window.row('Airport')).toHaveAccessibleName(/accepted/i);
    expect(await filesHolding(dataFolder, passphrase)).toEqual([]);
  });
});

test.describe('a saved password', () => {
  test('logs in again with one click, and can be removed', async ({ app, serve }) => {
    const server = await serve({ https: true });
    const { window, page } = app;
    await window.addOnly({ address: server.base, name: 'Airport', userName: operator.name });
    await window.button('Log in', window.row('Airport')).click();
    await window.field('Password').fill(operator.password);
    await window.dialog.getByText('Remember password').click();
    await window.button('Log in', window.dialog).click();
    await window.button('Trust this certificate').click();
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await window.chooseFromMenu('Airport', 'Log out');
    await expect(window.row('Airport')).toHaveAccessibleName(/logged out/i);
    await window.button('Log in', window.row('Airport')).click();
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await expect(page.getByRole('dialog')).toBeHidden();
    await window.chooseFromMenu('Airport', 'Delete saved password');
    await window.chooseFromMenu('Airport', 'Log out');
    await window.button('Log in', window.row('Airport')).click();
    await expect(page.getByRole('dialog', { name: 'Log in to Airport' })).toBeVisible();
  });
});
