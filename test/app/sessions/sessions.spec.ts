import { expect } from '@playwright/test';
import { admin, guard, operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { test as ownAppTest } from '../../support/app/app.ts';
import type { MainWindow } from '../../support/app/pages.ts';
import { test } from '../../support/app/shared-app.ts';

async function logInTo(window: MainWindow, server: Emulator, name: string, user = operator): Promise<void> {
  await window.addAndLogIn({ address: server.base, name, userName: user.name, password: user.password });
  await expect(window.row(name)).toHaveAccessibleName(/accepted|expires/i);
}

test.describe('a session', () => {
  test('expires while it is shown, and offers to log in again', async ({ window, serve }) => {
    const server = await serve({ switches: { sessionSeconds: 2 } });
    await window.addAndLogIn({
      address: server.base,
      name: 'Lab',
      userName: operator.name,
      password: operator.password,
    });
    await expect(window.row('Lab')).toHaveAccessibleName(/expired/i);
    await expect(window.button('Log in again', window.row('Lab'))).toBeVisible();
    await expect(window.row('Lab')).not.toHaveAccessibleName(/-\d/);
  });

  test('that was ended elsewhere is rejected at the next check', async ({ window, server }) => {
    await logInTo(window, server, 'Stadium');
    server.endSessions(operator.name);
    await window.button('Check all').click();
    await expect(window.row('Stadium')).toHaveAccessibleName(/rejected/i);
    await expect(window.button('Log in again', window.row('Stadium'))).toBeVisible();
  });

  test('survives an unreachable server, which is not a rejection', async ({ window, server }) => {
    await logInTo(window, server, 'Depot');
    await server.close();
    await window.button('Check all').click();
    await expect(window.row('Depot')).toHaveAccessibleName(/unreachable/i);
    await expect(window.button('Copy header', window.row('Depot'))).toBeVisible();
  });

  test('over plain HTTP is marked permanently, and its password is not saved', {
    tag: ['@row-54'],
  }, async ({ window, server }) => {
    await logInTo(window, server, 'Depot');
    await expect(window.row('Depot').getByTitle(/^Not encrypted/)).toBeVisible();
    await window.chooseFromMenu('Depot', 'Log in again');
    await expect(window.dialog).toContainText('Anyone on the network can read your password');
    await expect(window.dialog.getByRole('checkbox', { name: /Remember password/ })).toBeDisabled();
  });

  test('survives an invalid license', async ({ window, server }) => {
    await logInTo(window, server, 'Depot');
    server.switches.only('/users/me/', { licence: '401' });
    await window.chooseFromMenu('Depot', 'Check now');
    await expect(window.row('Depot')).toHaveAccessibleName(/license/i);
    await expect(window.button('Copy header', window.row('Depot'))).toBeVisible();
  });

  test('can be renewed from its row, which keeps its position', async ({ window, server }) => {
    await logInTo(window, server, 'Alpha');
    await logInTo(window, server, 'Beta', guard);
    server.endSessions(operator.name);
    await window.chooseFromMenu('Alpha', 'Check now');
    await window.button('Log in again', window.row('Alpha')).click();
    await expect(window.page.getByRole('dialog', { name: 'Log in to Alpha' })).toBeVisible();
    await window.field('Password').fill(operator.password);
    await window.button('Log in', window.dialog).click();
    await expect(window.row('Alpha')).toHaveAccessibleName(/accepted/i);
    await expect(window.list.getByRole('row').first()).toHaveAccessibleName(/^Alpha/);
  });

  test('ends on the server by a log-out', async ({ window, server }) => {
    await logInTo(window, server, 'Airport');
    expect(server.liveTokens).toBe(1);
    await window.chooseFromMenu('Airport', 'Log out');
    await expect(window.row('Airport')).toHaveAccessibleName(/logged out/i);
    expect(server.liveTokens).toBe(0);
  });

  test('that could not be ended on the server cannot be used any more, and this is reported', async ({
    window,
    server,
  }) => {
    await logInTo(window, server, 'Airport');
    server.switches.only('/auth/logout/', { proxyError: '500' });
    await window.chooseFromMenu('Airport', 'Log out');
    await expect(window.row('Airport')).toHaveAccessibleName(/log-out pending/i);
    await expect(window.page.getByText(/session may stay open on the server until/i).first()).toBeVisible();
  });

  test('of two users on one server are separate', async ({ window, server }) => {
    await logInTo(window, server, 'Airport (ivanov)', operator);
    await logInTo(window, server, 'Airport (admin)', admin);
    server.endSessions(operator.name);
    await window.button('Check all').click();
    await expect(window.row('Airport (ivanov)')).toHaveAccessibleName(/ivanov, rejected/i);
    await expect(window.row('Airport (admin)')).toHaveAccessibleName(/admin, accepted/i);
    await window.row('Airport (admin)').click();
    await expect(window.details).toContainText(admin.realName);
    await expect(window.details).not.toContainText(operator.realName);
  });

  test('is removed with its profile, after being ended on the server', async ({ window, server }) => {
    await logInTo(window, server, 'Airport');
    await window.chooseFromMenu('Airport', 'Remove');
    await expect(window.page.getByRole('dialog', { name: 'Remove Airport?' })).toBeVisible();
    await window.button('Log out and remove', window.dialog).click();
    await expect(window.row('Airport')).toHaveCount(0);
    expect(server.liveTokens).toBe(0);
  });

  ownAppTest(
    'is still there after a restart, encrypted with the system keyring',
    async ({ launch, server }) => {
      const first = await launch();
      await logInTo(first.window, server, 'Airport');
      await expect(first.page.getByText('Encrypted with GNOME Keyring')).toBeVisible();
      await first.close();

      const second = await launch();
      await expect(second.window.row('Airport')).toHaveAccessibleName(/^Airport, ivanov, accepted/i);
      server.forgetRequests();
      await second.window.button('Check all').click();
      await expect.poll(() => server.count('/users/me/')).toBe(1);
      await expect(second.window.row('Airport')).toHaveAccessibleName(/accepted/i);
    },
  );

  ownAppTest(
    'is in memory only without a keyring, and the status bar says so',
    async ({ launch, server }) => {
      const bare = { env: { DBUS_SESSION_BUS_ADDRESS: undefined, XDG_CURRENT_DESKTOP: undefined } };
      const first = await launch({ ...bare, args: ['--password-store=basic'] });
      await logInTo(first.window, server, 'Airport');
      await first.page.getByText('Don’t save tokens').click();
      await first.window.button('Continue').click();
      await expect(first.page.getByText('Tokens not saved – no keyring')).toBeVisible();
      await first.close();

      const second = await launch({ ...bare, args: ['--password-store=basic'] });
      await expect(second.window.row('Airport')).toHaveAccessibleName(/^Airport, ivanov, logged out/i);
    },
  );
});
