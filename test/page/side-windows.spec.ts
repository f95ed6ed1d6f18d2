import { expect } from '@playwright/test';
import type { Language } from '../../contract/settings.ts';
import { overviewSubject } from '../../contract/windows/side-window.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { cutWords } from '../support/app/cut-words.ts';
import { held, idOf, locked, serverRow } from '../support/fake-bridge/fake-rows.ts';
import { test } from '../support/page/page-test.ts';

const day = 86_400_000;
const rows = [
  serverRow(601, 'Metro north', { environment: 'production' }),
  serverRow(602, 'Metro depot', { session: held(Date.now(), day, 'refused') }),
  serverRow(603, 'Hidden lab', { hidden: true }),
];
const details = (number: number) => ({ kind: 'details', profileId: idOf(number) }) as const;
const sessions = { kind: 'sessions', profileId: idOf(601) } as const;
const sizes = { small: { width: 360, height: 320 }, large: { width: 1600, height: 1000 } };

test.describe('A side window with details', () => {
  test('shows one server and its title, without the list', async ({ showSide }) => {
    const { page } = await showSide(details(601), { state: { rows } });
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('Metro north');
    await expect(page).toHaveTitle('PROD · Metro north – FindFace Session Manager');
    await expect(page.getByRole('grid')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Open in a new window' })).toHaveCount(0);
    await page.evaluate(
      (left) => window.pageSwitch.change({ rows: left }),
      [serverRow(601, 'Metro harbour')],
    );
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('Metro harbour');
  });

  test('has the keys of a server, also of a hidden one, and none of the list', async ({ showSide }) => {
    const on = await showSide(details(603), { state: { rows } });
    const { page } = on;
    for (const key of ['Shift+F5', 'Control+U']) await page.keyboard.press(key);
    await expect.poll(() => on.asked('check')).toEqual([{ profileId: idOf(603) }]);
    for (const key of ['Control+F', 'Control+N', 'Control+K', 'Control+,', 'F5', 'Control+J', 'Shift+F4'])
      await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await on.asked('checkAll')).toEqual([]);
    expect(await on.asked('openSideWindow')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('Hidden lab');
    await page.keyboard.press('F2');
    await expect(page.getByRole('dialog')).toContainText('Hidden lab');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+W');
    await expect.poll(() => on.asked('closeWindow')).toHaveLength(1);
  });

  test('copies by Enter and Ctrl+C where nothing has the focus, unless a text is selected', async ({
    showSide,
  }) => {
    const on = await showSide(details(601), { state: { rows } });
    const { page } = on;
    const copied = async () => (await on.asked('copySession')).length;
    await page.keyboard.press('Control+C');
    await expect.poll(copied).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(copied).toBe(2);
    await page.getByText('https://10.0.5.101').dblclick();
    await page.keyboard.press('Control+C');
    await page.getByRole('button', { name: 'Favorite' }).focus();
    for (const key of ['Control+C', 'Enter']) await page.keyboard.press(key);
    await expect.poll(() => on.asked('markFavourite')).toHaveLength(1);
    expect(await copied()).toBe(2);
    await page.getByRole('button', { name: 'Favorite' }).blur();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await page.keyboard.press('Delete');
    await expect(page.getByRole('dialog')).toContainText('Metro north');
  });

  test('has a menu without what leads to the list or the journal', async ({ showSide }) => {
    const { page } = await showSide(details(601), { state: { rows } });
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Organize' }).click();
    await expect(page.getByRole('menuitem', { name: /^Set environment/ })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: /Move up|Journal of this server/ })).toHaveCount(0);
  });

  test('says what went wrong and what is on the clipboard', async ({ showSide }) => {
    const on = await showSide(details(601), { state: { rows } });
    await on.answer('copySession', { ok: false, problem: { code: 'clipboard-out-of-reach' } });
    await on.page.getByRole('button', { name: 'Copy header' }).click();
    await expect(on.page.getByRole('alert').last()).toContainText(/clipboard/i);
    await on.page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(on.page.getByRole('alert')).toHaveCount(0);
    const [row] = rows;
    if (row === undefined) throw new Error('no row');
    const { id: profileId, name, userName } = row.profile;
    const now = Date.now();
    const note = { profileId, name, userName, production: true, format: 'header', copiedAt: now } as const;
    await on.page.evaluate((clipboard) => window.pageSwitch.change({ clipboard }), {
      ...note,
      clearsAt: now + 30_000,
      overdue: false,
      endsAt: null,
    });
    await expect(on.page.getByRole('status', { name: 'Clipboard' })).toContainText('Metro north · operator');
  });

  test('shows only the lock behind it, and the same server afterwards', async ({ showSide }) => {
    const { page } = await showSide(details(602), { state: { rows: [], lock: locked } });
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await expect(page).toHaveTitle('FindFace Session Manager');
    await page.evaluate((open) => window.pageSwitch.change({ rows: open, lock: { kind: 'open' } }), rows);
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('Metro depot');
  });
});

test.describe('A side window with sessions', () => {
  test('lists them under its title, and has no button that closes it', async ({ showSide }) => {
    const on = await showSide(sessions, { state: { rows } });
    const { page } = on;
    await expect(page.getByRole('heading', { level: 2 })).toHaveText('Sessions on Metro north');
    await expect(page).toHaveTitle('PROD · Sessions on Metro north – FindFace Session Manager');
    await expect(page.getByRole('row', { name: /Chrome · Windows/ })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^(Close|Open in a new window)$/ })).toHaveCount(0);
    await page.getByRole('tab', { name: 'Blocked devices' }).click();
    await expect(page.getByRole('button', { name: 'Close' })).toHaveCount(0);
  });

  test('ends what is ticked by Delete, and Esc takes the ticks away', async ({ showSide }) => {
    const { page } = await showSide(sessions, { state: { rows } });
    const row = page.getByRole('row', { name: /Chrome · Windows/ });
    await row.click();
    await expect(page.getByRole('button', { name: /^End/ }).first()).toBeVisible();
    await row.press('Escape');
    await expect(row).toHaveAttribute('aria-selected', 'false');
    await row.click();
    await row.press('Delete');
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('lists them again after another log-in', async ({ showSide }) => {
    const on = await showSide(sessions, { state: { rows } });
    await expect(on.page.getByRole('row', { name: /Chrome · Windows/ })).toBeVisible();
    const before = (await on.asked('listSessions')).length;
    const session = { ...held(Date.now(), 90 * day, 'accepted'), fingerprint: 'deadbeef' };
    await on.page.evaluate(
      (to) => window.pageSwitch.change({ rows: to }),
      [serverRow(601, 'Metro north', { session })],
    );
    await expect.poll(async () => (await on.asked('listSessions')).length).toBe(before + 1);
  });
});

test.describe('A side window with the server overview', () => {
  test('leads to the main window, and Esc does not leave it', async ({ showSide }) => {
    const on = await showSide(overviewSubject, { state: { rows } });
    const { page } = on;
    await expect(page).toHaveTitle(/^Server overview/);
    const row = page.getByRole('row', { name: /Metro north/ });
    await row.click();
    await expect(page).toHaveTitle(/^Server overview/);
    await row.press('Enter');
    await expect.poll(() => on.asked('showServer')).toEqual([{ profileId: idOf(601), logIn: false }]);
    await row.press('Escape');
    await expect(page.getByRole('grid', { name: 'Server overview' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open in a new window' })).toHaveCount(0);
  });
});

test.describe('The main window', () => {
  test('opens side windows from the details, the overview and the sessions, by buttons and keys', async ({
    show,
  }) => {
    const on = await show({ state: { rows } });
    const { page, window: main } = on;
    const open = page.getByRole('button', { name: 'Open in a new window' });
    await main.row('Metro north').click();
    await open.click();
    await main.row('Metro north').press('Shift+F8');
    await main.row('Metro north').press('Control+Shift+S');
    await expect(page.getByRole('row', { name: /Chrome · Windows/ })).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Open in a new window' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Shift+F9');
    await page.keyboard.press('Control+Shift+O');
    await open.click();
    await expect
      .poll(() => on.asked('openSideWindow'))
      .toEqual(
        [details(601), sessions, sessions, overviewSubject, overviewSubject].map((subject) => ({ subject })),
      );
  });

  test('says when there are too many', async ({ show }) => {
    const on = await show({ state: { rows } });
    await on.answer('openSideWindow', { ok: false, problem: { code: 'too-many-side-windows' } });
    await on.window.row('Metro north').press('Shift+F4');
    await expect(on.page.getByRole('alert')).toContainText('8 windows are open');
  });
});

test.describe('Every side window', () => {
  for (const language of ['en', 'ru', 'es'] as const satisfies readonly Language[])
    test(`can be read by everybody, small and large, in ${language}`, async ({ showSide }) => {
      for (const subject of [details(601), details(602), sessions, overviewSubject]) {
        const { page } = await showSide(subject, { state: { rows, language } });
        for (const size of Object.values(sizes)) {
          await page.setViewportSize(size);
          await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
          expect(await seriousTroubles(page)).toEqual([]);
          expect.soft(await cutWords(page), language).toEqual([]);
        }
      }
    });
});
