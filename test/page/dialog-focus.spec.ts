import { expect, type Locator, type Page } from '@playwright/test';
import type { Problem } from '../../contract/core/problem.ts';
import type { RemoteSession } from '../../contract/sessions/remote-sessions.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { expectFocusInDialog, tabTo } from '../support/app/focus.ts';
import { certificateOf, held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { fromMenu, openAllSessions } from './opening.ts';

const oneServer: PageMain = {
  state: {
    rows: [
      rowOf(401, {
        name: 'Airport',
        address: 'https://10.0.4.7',
        userName: 'operator',
        session: held(Date.now(), 86_400_000, 'accepted'),
      }),
    ],
  },
};
const untrusted: Problem = {
  code: 'certificate-untrusted',
  host: '10.0.9.4',
  reason: 'self-signed',
  certificate: certificateOf('own', '10.0.9.4', Date.now()),
};

const sessions: readonly RemoteSession[] = Array.from({ length: 40 }, (_, key) => ({
  key,
  identity: `session ${key}`,
  mark: 'other-app',
  userName: 'operator',
  mine: true,
  device: `Script ${key}`,
  deviceId: `script-${key}`,
  ip: '10.0.7.1',
  mobile: false,
  active: true,
  status: 'offline',
  createdAt: Date.now() - key * 86_400_000,
  lastSeenAt: null,
}));
const rights = {
  view: 'all',
  end: 'all',
  viewBlocked: true,
  block: true,
  changeBlock: true,
  unblock: true,
} as const;
const manySessions: PageMain = {
  ...oneServer,
  answers: { listSessions: { ok: true, value: { listId: 1, sessions, more: 'no', rights } } },
};

async function openEverywhere(on: ShownPage): Promise<void> {
  await openAllSessions(on);
  await on.page.getByRole('grid', { name: /^My sessions/ }).waitFor();
}

test.describe('the focus in a dialog', () => {
  for (const [computer, rate] of [
    ['as usual', 1],
    // The page below a dialog is still inert when the dialog has gone.
    ['on a slow computer', 4],
  ] as const)
    test(`stays on a switch of the settings that changes the key sources, ${computer}`, async ({ show }) => {
      const { page, window } = await show({ ...oneServer, delayMs: 100 });
      const browser = await page.context().newCDPSession(page);
      await browser.send('Emulation.setCPUThrottlingRate', { rate });
      await page.keyboard.press('Control+,');
      await expect(page.getByRole('searchbox', { name: 'Search settings' })).toBeFocused();
      await window.section('Vault & lock').press('Enter');
      await page.getByRole('button', { name: /passphrase…/i }).press('Enter');
      await expect(window.dialogs).toHaveCount(2);
      await expectFocusInDialog(page, 'a passphrase');
      await page.keyboard.type('seven calm cranes');
      await page.keyboard.press('Tab');
      await page.keyboard.type('seven calm cranes');
      await page.keyboard.press('Enter');
      await expect(window.dialogs).toHaveCount(1);
      await expectFocusInDialog(page, 'a passphrase was set');
      const keyring = page.getByRole('switch', { name: /^Unlock automatically/ });
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
      await browser.detach();
    });

  test('moves to the next field once a certificate is trusted', async ({ show }) => {
    const on = await show({ answers: { probe: { ok: false, problem: untrusted } } });
    const { page, window } = on;
    await page.keyboard.press('Control+N');
    await window.field('Server address').fill('https://10.0.9.4');
    await tabTo(page, window.button('Verify…'));
    await page.keyboard.press('Enter');
    await expect(window.dialogs).toHaveCount(2);
    await expect(window.button('Cancel', window.dialog.last())).toBeFocused();
    await on.answer('probe', null);
    await tabTo(page, window.button('Trust this certificate'));
    await page.keyboard.press('Enter');
    await expect(window.dialogs).toHaveCount(1);
    await expect(window.button('Verify…')).toHaveCount(0);
    await expectFocusInDialog(page, 'trusted');
    await page.keyboard.press('Escape');
    await expect(window.dialog).toHaveCount(0);
  });

  test('moves to the next control if its own disappears', async ({ show }) => {
    const on = await show();
    await fromMenu('Airport T2', 'Edit…')(on);
    await on.window.dialog.getByRole('button', { name: 'Stop trusting this certificate' }).focus();
    await on.page.keyboard.press('Enter');
    await expect(on.window.button('Choose a client certificate…', on.window.dialog)).toBeFocused();
  });

  test('returns to the list of all sessions after some were ended', async ({ show }) => {
    const on = await show(oneServer);
    const { page, window } = on;
    await openEverywhere(on);
    const others = page.getByRole('button', { name: /^End all (but|other)/ });
    await expect(others).toBeEnabled();
    await tabTo(page, others);
    await page.keyboard.press('Enter');
    await expect(window.button('Cancel', window.dialog.last())).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(window.button('Close', window.dialog.last())).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(window.dialogs).toHaveCount(0);
    await expectHome(page, 'ended');
    await page.keyboard.press('Escape');
    await expect(window.list).toBeVisible();
    await expectHome(page);
  });

  test('starts at the reason of a block, and returns to the sessions', async ({ show }) => {
    const { page, window } = await show(oneServer);
    await window.chooseFromMenu('Airport', 'Sessions on this server…');
    await window.button('Filters', window.dialog).click();
    await window.choose('Users', 'All users');
    const row = window.dialog.getByRole('row', { name: /Chrome/ });
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

test.describe('the focus after a dialog', () => {
  test('returns once the page below is no longer inert', async ({ show }) => {
    const { page, window } = await show(oneServer);
    await window.row('Airport').click();
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('searchbox', { name: 'Search settings' })).toBeFocused();
    await page.evaluate(() => {
      const root = document.querySelector<HTMLElement>('#root');
      if (root === null) throw new Error('There is no root.');
      new MutationObserver((_changes, observer) => {
        if (document.querySelector('[data-dialog]') !== null) return;
        observer.disconnect();
        root.inert = true;
        setTimeout(() => {
          root.inert = false;
        }, 500);
      }).observe(document.body, { childList: true, subtree: true });
    });
    await page.keyboard.press('Escape');
    await expect(window.dialog).toHaveCount(0);
    await expectHome(page);
  });

  test('returns although the dialog was closed as soon as it had the focus', async ({ show }) => {
    const { page, window } = await show(oneServer);
    await window.button('Commands').focus();
    await window.openTool('bulk log-in');
    await expectFocusInDialog(page, 'the first time, while it loads');
    await page.keyboard.press('Escape');
    await expect(window.dialog).toHaveCount(0);
    await expect(window.button('Commands')).toBeFocused();
    await page.evaluate(() =>
      document.addEventListener('focusin', function closeAtOnce({ target }) {
        if (!(target instanceof Element) || target.closest('[data-dialog]') === null) return;
        document.removeEventListener('focusin', closeAtOnce);
        const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
        setTimeout(() => target.dispatchEvent(key));
      }),
    );
    await page.keyboard.press('Control+Shift+B');
    await expect(window.button('Commands')).toBeFocused();
    await expect(window.dialog).toHaveCount(0);
  });
});

test.describe('a dialog opened from the settings', () => {
  test('returns to them by Esc, at the section and button it was opened from', async ({ show }) => {
    const { page, window } = await show(oneServer);
    await page.keyboard.press('Control+,');
    let opened = 0;
    for (const section of ['Data', 'Import & export']) {
      await window.section(section).press('Enter');
      const names = await page.getByRole('tabpanel').getByRole('button', { name: /…$/ }).allInnerTexts();
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
        opened += 1;
      }
    }
    expect(opened).toBeGreaterThan(3);
    await page.keyboard.press('Escape');
    await expect(window.dialog).toHaveCount(0);
    await expectHome(page);
  });
});

test.describe('a dialog that gets the focus itself', () => {
  test('returns it to the control that had it', async ({ show }) => {
    const { page, window } = await show(oneServer);
    await page.keyboard.press('Control+,');
    await window.section('Data').press('Enter');
    const diagnostics = page.getByRole('tabpanel').getByRole('button', { name: 'Save diagnostics…' });
    await diagnostics.focus();
    // react-aria does this half a second after a dialog opened, if nothing has the focus.
    await window.dialog.evaluate((dialog) => {
      (document.activeElement as HTMLElement).blur();
      dialog.focus();
    });
    await expect(diagnostics).toBeFocused();
    await expectFocusInDialog(page, 'the control that had it');
  });
});

test.describe('content too long for a dialog', () => {
  test('scrolls by keys', async ({ show }) => {
    const on = await show(manySessions);
    const { page, window } = on;
    await openEverywhere(on);
    const others = page.getByRole('button', { name: /^End all (but|other)/ });
    await expect(others).toBeEnabled();
    await others.press('Enter');
    await expect(window.button('Cancel', window.dialog.last())).toBeFocused();
    await scrollByKeys(page, window.dialog.last());
    expect(await seriousTroubles(page, [], '[role="dialog"]')).toEqual([]);
  });
});

test.describe('every dialog', () => {
  test('opens with a visible focus, and returns it', async ({ show }) => {
    const { page, window } = await show();
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
    for (const key of [
      'Control+N',
      'Control+,',
      'Control+Shift+Slash',
      'Control+K',
      'F2',
      'Control+D',
      'Delete',
    ]) {
      await row.focus();
      await page.keyboard.press(key);
      await visit(key);
    }
    const behind = async (open: () => Promise<void>, menu: string) => {
      await open();
      for (const name of await window.entriesWithDialog()) {
        await open();
        await window.chooseEntry(name, 'keyboard');
        await visit(`${menu} › ${name}`);
      }
    };
    await row.focus();
    await window.openTool('bulk log-in');
    await visit('bulk log-in');
    for (const name of ['Business centre', 'Airport T1'])
      await behind(async () => {
        await window.row(name).focus();
        await page.keyboard.press('Shift+F10');
      }, name);
    expect(new Set(seen).size).toBeGreaterThan(10);
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
