import { expect } from '@playwright/test';
import type { RunningApp } from '../../support/app/app.ts';
import { addServers } from '../../support/app/logged-in.ts';
import { menuText, type TrayHost } from '../../support/tray/tray-host.ts';
import { test } from '../../support/tray/tray-test.ts';

const header = /^Authorization: Token [0-9a-f]{64}$/;

/** The menu as lines, once the icon is there. */
const shown = (tray: TrayHost) =>
  tray.menu().then(
    (entries) => menuText(entries),
    () => [],
  );

function change({ page }: RunningApp, profileId: unknown, what: object): Promise<unknown> {
  return page.evaluate(
    ([id, edit]) =>
      globalThis.window.bridge.changeMany({ profileIds: [id as never], change: edit as object }),
    [profileId, what] as const,
  );
}

/** The entries of a server with a session. */
const entries =
  '[Copy header | Copy as [Header line | Header value | Token only | - | curl, without the token | curl | PowerShell | HTTPie' +
  ' | - | Python requests | JavaScript fetch | .http file | - | Postman environment | Insomnia environment | Bruno environment' +
  ' | .env lines | JSON] | Open web interface | Log in again…]';

test.describe('the tray', () => {
  test('shows favorites and recent servers, copies as asked, and knows no name behind the lock', async ({
    tray,
    app,
    server,
    otherProgram,
  }) => {
    const names = [{ name: 'Airport' }, { name: 'Tom & Co_1' }, { name: 'Stadium', logIn: false }];
    const ids = await addServers(app.page, server, names);
    await change(app, ids.get('Airport'), { favourite: true });
    await change(app, ids.get('Stadium'), { favourite: true, environment: 'production' });
    const open = [
      ...['Favorites', `Airport – ivanov ${entries}`],
      ...['Stadium – ivanov – logged out – Production [Log in…]', '-'],
      ...[
        'Recent',
        `Tom & Co_1 – ivanov ${entries}`,
        '-',
        'Check all',
        'Lock',
        '-',
        'Quick access…',
        'Show window',
        'Quit',
      ],
    ];
    await expect.poll(() => shown(tray)).toEqual(open);
    expect(await tray.title()).toBe('FindFace Session Manager');
    const running = await tray.icon();

    await tray.click('Airport – ivanov', 'Copy header');
    await expect.poll(() => otherProgram.paste()).toMatch(header);
    const copied = await otherProgram.paste();
    await expect(app.window.clipboard).toContainText('Airport');
    await expect.poll(() => shown(tray)).toContain('Clear clipboard');
    await tray.click('Airport – ivanov', 'Copy as', 'Token only');
    await expect.poll(() => otherProgram.paste()).toBe(copied.slice(-64));
    await tray.click('Clear clipboard');
    await expect.poll(() => otherProgram.paste()).toBe('');
    await expect.poll(() => shown(tray)).toEqual(open);

    await tray.click('Airport – ivanov', 'Copy header');
    await expect.poll(() => otherProgram.paste()).toBe(copied);
    await tray.click('Lock');
    await expect.poll(() => shown(tray)).toEqual(['Unlock…', 'Show window', 'Quit']);
    expect(await tray.title()).toBe('FindFace Session Manager – locked');
    expect(await tray.icon()).not.toEqual(running);
    await expect.poll(() => otherProgram.paste()).toBe('');
    await app.page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect.poll(() => shown(tray)).toEqual(open);
  });

  test('leaves to the window what takes a question or has failed', async ({
    tray,
    app,
    server,
    otherProgram,
  }) => {
    const { page, window } = app;
    const ids = await addServers(page, server, [{ name: 'Stadium' }, { name: 'Airport' }]);
    await change(app, ids.get('Stadium'), { environment: 'production' });
    await page.evaluate(() =>
      globalThis.window.bridge.changeSettings({ settings: { confirmProduction: true } }),
    );
    await otherProgram.copy('text of another program');
    const stadium = 'Stadium – ivanov – Production';
    await expect.poll(() => shown(tray)).toContain(`${stadium} ${entries}`);
    await tray.click(stadium, 'Copy as', 'Token only');
    await expect(window.dialog).toContainText('Stadium');
    expect(await otherProgram.paste()).toBe('text of another program');
    await window.dialog.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => otherProgram.paste()).toMatch(/^[0-9a-f]{64}$/);

    await tray.click('Airport – ivanov', 'Log in again…');
    await expect(window.dialog).toHaveAccessibleName(/^Log in to/);
    await page.keyboard.press('Escape');

    server.endSessions('ivanov');
    await tray.click('Check all');
    const rejected = `Airport – ivanov – rejected ${entries}`;
    await expect.poll(() => shown(tray)).toContain(rejected);
    expect((await shown(tray))[0]).toBe('2 problems');
    expect(await tray.title()).toBe('FindFace Session Manager – 2 problems');
    await tray.click('2 problems');
    await expect(page.getByRole('button', { name: /^Problems/ })).toHaveAttribute('aria-current', 'true');
    await tray.click('Airport – ivanov – rejected', 'Copy header');
    await expect(window.dialog).toContainText('Airport');
    await expect(window.dialog).toContainText(/rejected/i);

    const visible = () =>
      app.electron.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((one) => one.isVisible()).length,
      );
    expect(await visible()).toBe(1);
    await tray.click('Quick access…');
    await expect.poll(visible).toBe(2);
  });
});
