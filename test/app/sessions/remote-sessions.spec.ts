import { expect } from '@playwright/test';
import { admin, guard, operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { type SharedApp, test } from '../../support/app/shared-app.ts';

type Who = typeof admin;

/** Logs in outside the app, as another device. */
async function elsewhere(server: Emulator, who: Who, uuid: string, info: object = {}): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${who.name}:${who.password}`).toString('base64')}`;
  await fetch(`${server.base}/auth/login/`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ uuid, device_info: info }),
  });
}

const browser = { user_agent: 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36' };

/** Adds a server without the dialog and logs in; returns its device ID. */
async function logIn({ page }: SharedApp, server: Emulator, name: string, who: Who): Promise<string> {
  return page.evaluate(
    async ({ address, name, userName, password }) => {
      const draft = { address, name, userName, tags: [], environment: 'none' } as const;
      const added = await window.bridge.addProfile({ draft, finding: null });
      if (!added.ok) throw new Error(added.problem.code);
      const request = { profileId: added.value, password, faceToken: null, keepPassword: false };
      const loggedIn = await window.bridge.login(request);
      if (!loggedIn.ok) throw new Error(loggedIn.problem.code);
      const details = await window.bridge.readDetails({ profileId: added.value });
      return details.ok ? details.value.deviceId : '';
    },
    { address: server.base, name, userName: who.name, password: who.password },
  );
}

const oldOf = (deviceId: string, nth: number) => `${deviceId.slice(0, -8)}0000000${nth}`;

test.describe('sessions on a server', () => {
  test('are listed and ended by an administrator, who can block a device', async ({ app, server }) => {
    const { window, page } = app;
    await logIn(app, server, 'Airport', admin);
    await elsewhere(server, guard, 'stolen-tablet', browser);
    await elsewhere(server, operator, 'script');
    await window.chooseFromMenu('Airport', 'Sessions on this server…');
    const list = window.dialog.getByRole('grid', { name: 'Sessions' });
    const rows = list.getByRole('rowgroup').last().getByRole('row');
    await expect(rows).toHaveCount(1);
    await expect(rows).toHaveAccessibleName(/FindFace Session Manager.*this session, admin, online/);
    await window.button('Filters', window.dialog).click();
    await window.choose('Users', 'All users');
    await expect(rows).toHaveCount(3);
    await expect(window.dialog).not.toContainText(/[0-9a-f]{40}/);
    await window.dialog.getByLabel('Search user, device or IP').fill('guard');
    await expect(rows).toHaveCount(1);
    await rows.getByRole('checkbox').check({ force: true });

    await window.button('Block device…', window.dialog).click();
    await expect(window.dialog.last()).toContainText('The device is logged out immediately');
    await window.button('Block device', window.dialog.last()).click();
    await expect(window.dialog.last()).toContainText('Enter the reason for blocking');
    await window.dialog.last().getByLabel('Reason').fill('Lost on the way');
    await window.button('Block device', window.dialog.last()).click();
    await expect(window.dialogs).toHaveCount(1);
    await expect(window.dialog).toContainText('Device blocked');
    expect(server.liveTokens).toBe(2);

    await window.dialog.getByLabel('Search user, device or IP').fill('');
    const own = rows.filter({ hasText: 'this session' });
    await expect(own.getByRole('checkbox')).toHaveCount(0);
    await expect(
      own.getByRole('img', { name: 'This is your session. Use Log out to end it.' }),
    ).toBeVisible();

    await window.chooseTab('Blocked devices');
    await expect(window.dialog.getByRole('list', { name: 'Blocked devices' })).toContainText(
      'Lost on the way',
    );
    await window.button('Edit…', window.dialog).click();
    await window.dialog.last().getByLabel('Block until').fill('31/12/2099');
    await window.button('Save', window.dialog.last()).click();
    await expect(window.dialogs).toHaveCount(1);
    await expect(window.dialog).toContainText('until 31 Dec 2099');
    await window.button('Unblock', window.dialog).click();
    await window.button('Unblock', window.dialog.last()).click();
    await expect(window.dialogs).toHaveCount(1);
    await expect(window.dialog).toContainText('No blocked devices');

    await window.chooseTab('Sessions');
    await window.button('End all other sessions…', window.dialog).click();
    await expect(window.dialog.last()).toContainText('ivanov');
    await expect(window.dialog.last()).toContainText('Sessions of this app aren’t ended.');
    await window.dialog
      .last()
      .getByRole('button', { name: /^End \d sessions?$/ })
      .click();
    await expect(window.dialog.last()).toContainText('Results');
    await expect(window.button('Close', window.dialog.last())).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(window.dialogs).toHaveCount(1);
    await expect.poll(() => server.liveTokens).toBe(1);
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/);
  });

  test('are cleaned up by an operator; a user sees only the current one', async ({ app, server }) => {
    const { window, page } = app;
    const deviceId = await logIn(app, server, 'Airport', operator);
    await logIn(app, server, 'Harbour', guard);
    for (const nth of [1, 2]) await elsewhere(server, operator, oldOf(deviceId, nth), { app: 'Old copy' });
    await elsewhere(server, operator, 'v4', browser);

    await window.row('Airport').click();
    await window.button('Sessions on this server…', window.details).click();
    const list = window.dialog.getByRole('grid', { name: 'Sessions' });
    const rows = list.getByRole('rowgroup').last().getByRole('row');
    await expect(rows).toHaveCount(4);
    await expect(window.button('Block device…', window.dialog)).toHaveCount(0);
    await window.button('Filters', window.dialog).click();
    await window.choose('App', 'This app');
    await expect(rows).toHaveCount(3);
    await window.button('End old sessions…', window.dialog).click();
    await expect(window.dialog.last()).toContainText('End 2 sessions on Airport?');
    await window.button('End 2 sessions', window.dialog.last()).click();
    await expect(window.dialog.last()).toContainText('2 sessions ended.');
    await window.button('Close', window.dialog.last()).click();
    await expect(window.dialogs).toHaveCount(1);
    await expect(rows).toHaveCount(1);
    await window.button('End old sessions…', window.dialog).click();
    await expect(window.dialog).toContainText('no leftover sessions');

    await rows.first().focus();
    await page.keyboard.press('Space');
    await expect(list.getByRole('row', { selected: true })).toHaveCount(0);
    await window.button('Close', window.dialog).click();
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/);
    await expect(window.row('Harbour')).toHaveAccessibleName(/accepted/);

    await window.chooseFromMenu('Harbour', 'Sessions on this server…');
    await expect(window.dialog).toContainText('You can only see this session');
    await expect(rows).toHaveCount(1);
    for (const name of ['End all other sessions…', 'End old sessions…', 'Block device…'])
      await expect(window.button(name, window.dialog)).toHaveCount(0);
    await window.chooseTab('Blocked devices');
    await expect(window.dialog).toContainText(
      'Missing right: Blocked devices (view) [ffsecurity.view_deviceblacklistrecord]',
    );
    expect(server.count('/device-blacklist-records/')).toBe(0);
  });

  test('on all servers are listed and ended, and a server without a response is named', async ({
    app,
    serve,
  }) => {
    const { window } = app;
    const [first, second, silent] = [await serve(), await serve(), await serve()];
    const deviceId = await logIn(app, first, 'Airport', operator);
    await logIn(app, second, 'Harbour', admin);
    await logIn(app, silent, 'Depot', operator);
    await elsewhere(first, operator, oldOf(deviceId, 1));
    await elsewhere(first, operator, 'v4', browser);
    await elsewhere(second, admin, 'v4', browser);
    await elsewhere(second, guard, 'somebody else');
    await silent.close();

    const { page } = app;
    await window.openTool('sessions on all servers');
    const screen = page.getByRole('main');
    const group = (name: string) => page.getByRole('rowgroup').filter({ hasText: name });
    await expect(screen).toContainText('2 of 3 responded · 1 failed');
    await expect(group('Airport').getByRole('checkbox')).toHaveCount(3);
    await expect(group('Harbour').getByRole('checkbox')).toHaveCount(2);
    await expect(screen).toContainText(/Depot.*Couldn’t load: Server unreachable/);
    await window.button('End all other sessions…').click();
    await expect(window.dialog).toContainText('End 3 sessions on 2 servers?');
    await expect(window.dialog).toContainText('1 server couldn’t be loaded');
    await window.button('End 3 sessions', window.dialog).click();
    await expect(window.dialog).toContainText('3 sessions ended.');
    await window.button('Close', window.dialog).click();
    await expect(window.dialogs).toHaveCount(0);
    await expect(screen).toContainText('2 of 3 responded · 1 failed');
    expect([first.liveTokens, second.liveTokens]).toEqual([1, 2]);

    await window.button('End all sessions…').click();
    await expect(window.dialog.getByRole('alert')).toContainText('Airport, Harbour');
    await window.button('End 2 sessions', window.dialog).click();
    await expect(window.dialog).toContainText('2 sessions ended.');
    await window.button('Close', window.dialog).click();
    await expect(window.dialogs).toHaveCount(0);
    await page.keyboard.press('Escape');
    for (const name of ['Airport', 'Harbour'])
      await expect(window.row(name)).toHaveAccessibleName(/logged out/);
    expect([first.liveTokens, second.liveTokens]).toEqual([0, 1]);
  });
});
