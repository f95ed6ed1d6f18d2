import { expect, type Locator, type Page } from '@playwright/test';
import { admin, guard, operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { test as ownAppTest } from '../../support/app/app.ts';
import { seriousTroubles } from '../../support/app/axe.ts';
import { expectFocusInDialog, tabTo } from '../../support/app/focus.ts';
import { type SharedApp, test } from '../../support/app/shared-app.ts';
import { addSampleServers } from '../../support/servers/sample-servers.ts';

async function logIn({ page, window }: SharedApp, server: Emulator, name: string, who = admin) {
  await window.addAndLogIn({ address: server.base, name, userName: who.name, password: who.password });
  await expect(window.row(name)).toHaveAccessibleName(/accepted/i);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

function elsewhere(server: Emulator, who: typeof admin, uuid: string): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`${who.name}:${who.password}`).toString('base64')}`;
  return fetch(`${server.base}/auth/login/`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ uuid, device_info: {} }),
  });
}

async function openEverywhere({ page, window }: SharedApp): Promise<void> {
  await window.button('Tools').press('Enter');
  await page.getByRole('menuitem', { name: /^My sessions/ }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
}

test.describe('the focus in a dialog', () => {
  test('moves to the next field once a certificate is trusted', async ({ app, serve }) => {
    const { page, window } = app;
    const server = await serve({ https: true });
    await page.keyboard.press('Control+N');
    await window.field('Server address').fill(server.base);
    await tabTo(page, page.getByRole('button', { name: /^(Compare|Review|Verify)/ }));
    await page.keyboard.press('Enter');
    await expect(window.dialogs).toHaveCount(2);
    await expect(window.button('Cancel', window.dialog.last())).toBeFocused();
    await tabTo(page, window.button('Trust this certificate'));
    await page.keyboard.press('Enter');
    await expect(window.dialogs).toHaveCount(1);
    await expect(page.getByRole('button', { name: /^(Compare|Review|Verify)/ })).toHaveCount(0);
    await expectFocusInDialog(page, 'trusted');
    await page.keyboard.press('Escape');
    await expect(window.dialog).toHaveCount(0);
  });

  test('returns to the list of all sessions after some were ended', async ({ app, server }) => {
    const { page, window } = app;
    await logIn(app, server, 'Airport', operator);
    await elsewhere(server, operator, 'script');
    await openEverywhere(app);
    await expectFocusInDialog(page, 'everywhere');
    const others = page.getByRole('button', { name: /^End all (but|other)/ });
    await expect(others).toBeEnabled();
    await tabTo(page, others);
    await page.keyboard.press('Enter');
    await expect(window.dialogs).toHaveCount(2);
    await expect(window.button('Cancel', window.dialog.last())).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(window.button('Close', window.dialog.last())).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(window.dialogs).toHaveCount(1);
    await expectFocusInDialog(page, 'ended');
    await page.keyboard.press('Escape');
    await expect(window.dialog).toHaveCount(0);
    await expectHome(page);
  });

  test('starts at the reason of a block, and returns to the sessions', async ({ app, server }) => {
    const { page, window } = app;
    await logIn(app, server, 'Airport');
    await elsewhere(server, guard, 'stolen-tablet');
    await window.chooseFromMenu('Airport', 'Sessions on this server…');
    await window.choose('Users', 'All users');
    const row = window.dialog.getByRole('row', { name: /guard/ });
    await row.getByRole('checkbox').check({ force: true });
    await window.button('Block device…', window.dialog).press('Enter');
    await expect(window.dialog.last().getByLabel('Reason')).toBeFocused();
    await page.keyboard.type('Lost on the way');
    await page.keyboard.press('Enter');
    await expect(window.dialogs).toHaveCount(1);
    await expectFocusInDialog(page, 'blocked');
    await page.keyboard.press('Escape');
    await expect(window.dialog).toHaveCount(0);
    await expectHome(page);
  });
});

test.describe('a dialog opened from the settings', () => {
  test('returns to them by Esc, at the tab and button it was opened from', async ({ app }) => {
    const { page, window } = app;
    await window.addOnly({ address: '10.0.4.8', name: 'Lobby', userName: 'guard' });
    await expect(window.dialog).toHaveCount(0);
    await page.keyboard.press('Control+,');
    await page.getByRole('tab', { name: 'Data' }).press('Enter');
    const names = await page.getByRole('tabpanel').getByRole('button').allInnerTexts();
    expect(names.length).toBeGreaterThan(4);
    for (const name of names) {
      const button = page.getByRole('tabpanel', { includeHidden: true }).getByRole('button', { name });
      await button.press('Enter');
      await expect(window.dialog.last(), name).not.toHaveAccessibleName('Settings');
      await expectFocusInDialog(page, name);
      await page.keyboard.press('Escape');
      await expect(window.dialog, name).toHaveCount(1);
      await expect(window.dialog, name).toHaveAccessibleName('Settings');
      await expect(button, name).toBeFocused();
      await expectFocusInDialog(page, `back from ${name}`);
    }
    await page.keyboard.press('Escape');
    await expect(window.dialog).toHaveCount(0);
    await expectHome(page);
  });
});

test.describe('a dialog that gets the focus itself', () => {
  test('returns it to the control that had it', async ({ app }) => {
    const { page, window } = app;
    await page.keyboard.press('Control+,');
    await page.getByRole('tab', { name: 'Data' }).press('Enter');
    const journal = page.getByRole('tabpanel').getByRole('button', { name: 'Journal…' });
    await journal.focus();
    // react-aria does this half a second after a dialog opened, if nothing has the focus.
    await window.dialog.evaluate((dialog) => {
      (document.activeElement as HTMLElement).blur();
      dialog.focus();
    });
    await expect(journal).toBeFocused();
    await expectFocusInDialog(page, 'the control that had it');
  });
});

test.describe('content too long for a dialog', () => {
  test('scrolls by keys, in a list of sessions and in the confirmation', async ({ app, server }) => {
    const { page, window } = app;
    await logIn(app, server, 'Airport', operator);
    for (let nth = 0; nth < 40; nth++) await elsewhere(server, operator, `script ${nth}`);
    await openEverywhere(app);
    const others = page.getByRole('button', { name: /^End all (but|other)/ });
    await expect(others).toBeEnabled();
    await scrollByKeys(page, window.dialog);
    await others.press('Enter');
    await expect(window.button('Cancel', window.dialog.last())).toBeFocused();
    await scrollByKeys(page, window.dialog.last());
    expect(await seriousTroubles(page)).toEqual([]);
  });
});

test.describe('every dialog', () => {
  test('opens with a visible focus, and returns it', async ({ app, serve }) => {
    test.setTimeout(300_000);
    const { page, window } = app;
    await addSampleServers(page, serve);
    const row = window.row('Business centre');
    const seen: string[] = [];
    const visit = async (name: string) => {
      await expect(window.dialog.first(), name).toBeVisible();
      await expectFocusInDialog(page, name);
      seen.push(await window.dialog.last().getByRole('heading').first().innerText());
      await page.keyboard.press('Escape');
      await expect(window.dialog, name).toHaveCount(0);
      await expectHome(page, name);
    };
    for (const key of ['Control+N', 'Control+,', 'Control+Shift+Slash', 'F2', 'Control+D', 'Delete']) {
      await row.focus();
      await page.keyboard.press(key);
      await visit(key);
    }
    const behind = async (open: () => Promise<void>, menu: string) => {
      await open();
      await expect(page.getByRole('menuitem').first()).toBeFocused();
      const names = await page.getByRole('menuitem', { name: /…/ }).allInnerTexts();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);
      for (const name of names.map((text) => text.split('\n')[0] ?? '')) {
        await open();
        await page.getByRole('menuitem', { name }).first().press('Enter');
        await visit(`${menu} › ${name}`);
      }
    };
    await behind(() => window.button('Tools').press('Enter'), 'Tools');
    for (const name of ['Business centre', 'Airport T1'])
      if ((await window.row(name).count()) > 0)
        await behind(async () => {
          await window.row(name).focus();
          await page.keyboard.press('Shift+F10');
        }, name);
    expect(new Set(seen).size).toBeGreaterThan(10);
  });
});

test.describe('the focus in a dialog', () => {
  ownAppTest('stays on a switch of the settings that changes the key sources', async ({ app, server }) => {
    const { page, window } = app;
    await logIn(app, server, 'Airport', operator);
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('tab', { name: 'General' })).toBeFocused();
    await page.getByRole('tab').nth(2).press('Enter');
    await page.getByRole('button', { name: /passphrase…/i }).press('Enter');
    await expect(window.dialogs).toHaveCount(2);
    await expectFocusInDialog(page, 'a passphrase');
    await page.keyboard.type('seven calm cranes');
    await page.keyboard.press('Tab');
    await page.keyboard.type('seven calm cranes');
    await page.keyboard.press('Enter');
    await expect(window.dialogs).toHaveCount(1);
    await expectFocusInDialog(page, 'a passphrase was set');
    const keyring = page.getByRole('switch');
    await expect(keyring).toBeEnabled();
    await keyring.press('Space');
    // The current passphrase is required before a key source changes.
    await expect(window.dialogs).toHaveCount(2);
    await expectFocusInDialog(page, 'The current passphrase is wrong');
    await page.keyboard.type('seven calm cranes');
    await page.keyboard.press('Enter');
    await expect(window.dialogs).toHaveCount(1);
    await expect(keyring).not.toBeChecked();
    await expect(keyring).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(window.dialog).toHaveCount(0);
    await expectHome(page);
  });
});

async function scrollByKeys(page: Page, dialog: Locator): Promise<void> {
  const region = dialog.getByRole('region');
  await tabTo(page, region);
  await expectFocusInDialog(page, 'what scrolls');
  const top = () => region.evaluate(({ scrollTop }) => scrollTop);
  await page.keyboard.press('PageDown');
  await expect.poll(top).toBeGreaterThan(0);
  await page.keyboard.press('End');
  await expect
    .poll(() => region.evaluate((one) => Math.round(one.scrollHeight - one.clientHeight - one.scrollTop)))
    .toBeLessThanOrEqual(1);
  await page.keyboard.press('Home');
  await expect.poll(top).toBe(0);
  await page.keyboard.press('ArrowDown');
  await expect.poll(top).toBeGreaterThan(0);
}

async function expectHome(page: Page, name = ''): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('#root') !== null), { message: name })
    .toBe(true);
}
