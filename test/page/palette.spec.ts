import { expect, type Locator } from '@playwright/test';
import { defaultSettings } from '../../contract/settings.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { held, idOf, rowOf } from '../support/fake-bridge/fake-rows.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';
import { byKey } from './opening.ts';

const depots = Array.from({ length: 12 }, (_, index) =>
  rowOf(500 + index, {
    name: `Depot ${index + 1}`,
    address: `https://10.0.5.${index + 1}`,
    userName: 'operator',
    session: index === 7 ? { phase: 'logged-out' } : held(Date.now(), 86_400_000, 'accepted'),
  }),
);
const ofDepot = (number: number) => ({ profileId: idOf(499 + number) });

testDialogs([
  {
    name: 'Commands',
    of: 'palette/palette-dialog.tsx',
    open: byKey('Control+k'),
    focus: ['combobox', 'Search commands and servers'],
    shows: ['Add server', /Tab lists all commands/],
  },
]);

/** Opens the palette from the row of a server and types. */
async function search({ page, window }: ShownPage, text: string, from?: string): Promise<void> {
  if (from !== undefined) await window.row(from).focus();
  await page.keyboard.press('Control+K');
  await expect(field({ window })).toBeFocused();
  await page.keyboard.type(text);
}

const field = ({ window }: Pick<ShownPage, 'window'>): Locator =>
  window.dialog.getByRole('combobox', { name: 'Search commands and servers' });
const options = ({ window }: ShownPage): Locator => window.dialog.getByRole('option');

/** The entry that Enter runs. */
const active = ({ window }: ShownPage): Locator => window.dialog.getByRole('option', { selected: true });

test.describe('The palette', () => {
  test('copies the header of the server that was typed, and of no other', async ({ show }) => {
    const on = await show({ state: { rows: depots } });
    await search(on, 'depot 4', 'Depot 11');
    await expect(active(on)).toHaveText(/^Depot 4.*Copy header$/);
    await on.page.keyboard.press('Enter');
    await expect(on.window.dialogs).toHaveCount(0);
    expect(await on.asked('copySession')).toEqual([{ ...ofDepot(4), anyway: false, format: null }]);
    await expect(on.window.row('Depot 11')).toBeFocused();
  });

  test('keeps its entries where they are until the next key', async ({ show }) => {
    const on = await show({ state: { rows: depots } });
    await search(on, 'depot 4');
    await expect(active(on)).toHaveText(/^Depot 4/);
    const rows = depots.map((row, index) =>
      index === 0 ? { ...row, profile: { ...row.profile, name: 'Depot 4 A', favourite: true } } : row,
    );
    await on.page.evaluate((changed) => window.pageSwitch.change({ rows: changed }), rows);
    await expect(on.window.row('Depot 4 A')).toHaveCount(1);
    await on.page.keyboard.press('Enter');
    await expect
      .poll(() => on.asked('copySession'))
      .toEqual([{ ...ofDepot(4), anyway: false, format: null }]);
  });

  test('does what the button of a server does', async ({ show }) => {
    const on = await show({ state: { rows: depots } });
    await search(on, 'depot 8');
    await expect(active(on)).toHaveText(/^Depot 8.*Log in$/);
    await on.page.keyboard.press('Enter');
    await expect(on.window.dialog).toHaveAccessibleName(/Depot 8/);
    expect(await on.asked('copySession')).toEqual([]);
  });

  test('copies in the format that was typed, and counts it', async ({ show }) => {
    const on = await show({ state: { rows: depots } });
    await search(on, 'depot 4 python');
    await expect(active(on)).toHaveText('Copy as Python requests');
    await on.page.keyboard.press('Enter');
    await expect(on.window.dialogs).toHaveCount(0);
    expect(await on.asked('copySession')).toEqual([{ ...ofDepot(4), anyway: false, format: 'python' }]);
    await expect.poll(() => on.asked('countUse')).toEqual([{ command: 'copy:python' }]);
    // Without words only a format that was used is among the commands.
    await search(on, '', 'Depot 4');
    await on.page.keyboard.press('Tab');
    await expect(options(on).filter({ hasText: 'Copy as Python requests' })).toHaveCount(1);
    await expect(options(on).filter({ hasText: 'Copy as curl' })).toHaveCount(0);
  });

  test('asks before it copies a production session in a format', async ({ show }) => {
    const named = { name: 'Depot 1', address: 'https://10.0.5.1', userName: 'operator' };
    const rows = [
      rowOf(500, { ...named, environment: 'production', session: held(Date.now(), 86_400_000, 'accepted') }),
    ];
    const on = await show({ state: { rows, settings: { ...defaultSettings, confirmProduction: true } } });
    await search(on, 'depot 1 json');
    await on.page.keyboard.press('Enter');
    await expect(on.window.dialog).toHaveAccessibleName('Copy a production header?');
    expect(await on.asked('copySession')).toEqual([]);
    await on.window.button('Copy header', on.window.dialog).click();
    await expect.poll(() => on.asked('copySession')).toMatchObject([{ format: 'json' }]);
  });

  for (const text of ['depot 4 log out', 'log out depot 4'])
    test(`runs a command on a server: ${text}`, async ({ show }) => {
      const on = await show({ state: { rows: depots } });
      await search(on, text, 'Depot 11');
      await expect(on.window.dialog.getByText('Commands for Depot 4, operator')).toBeVisible();
      await expect(active(on)).toHaveText(/^Log out/);
      await on.page.keyboard.press('Enter');
      await expect.poll(() => on.asked('logout')).toEqual([ofDepot(4)]);
    });

  test('acts on the selected server where none was typed', async ({ show }) => {
    const on = await show({ state: { rows: depots } });
    await search(on, 'check now', 'Depot 11');
    await expect(on.window.dialog.getByText('Commands for Depot 11, operator')).toBeVisible();
    await on.page.keyboard.press('Enter');
    await expect.poll(() => on.asked('check')).toEqual([ofDepot(11)]);
  });

  test('lists all commands of a server after Tab, and with > no servers', async ({ show }) => {
    const on = await show({ state: { rows: depots } });
    const { page, window } = on;
    await search(on, 'depot 4');
    await page.keyboard.press('Tab');
    await expect(window.dialog.getByRole('group')).toHaveCount(1);
    expect(await options(on).count()).toBeGreaterThan(12);
    await expect(field(on)).toHaveAttribute('placeholder', 'Search commands');
    await expect(window.dialog).toContainText('Backspace returns to all commands and servers');
    await page.keyboard.type('sess');
    await expect(active(on)).toHaveText(/^Sessions on this server/);
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type('> depot');
    await expect(window.dialog.getByRole('group', { name: 'Servers' })).toHaveCount(0);
    await field(on).fill('depot');
    await expect(window.dialog.getByRole('group', { name: 'Servers' })).toHaveCount(1);
  });

  test('puts commands that were typed before servers that hardly match', async ({ show }) => {
    const on = await show({
      state: { rows: [...depots, rowOf(600, { ...depotNamed('Gate', 'https://locker.example') })] },
    });
    await search(on, 'lock');
    await expect(active(on)).toHaveText(/^Lock/);
    await expect(options(on).filter({ hasText: 'Gate' })).toHaveCount(1);
    await on.page.keyboard.press('Enter');
    await expect.poll(() => on.asked('lock')).toHaveLength(1);
  });

  test('says why a command is not possible, and does not run it', async ({ show }) => {
    const on = await show({ state: { rows: depots } });
    await search(on, 'log out', 'Depot 8');
    const entry = options(on).filter({ hasText: 'Log in first' });
    await expect(entry).toHaveAttribute('aria-disabled', 'true');
    // It is passed over at first, and can be reached.
    await on.page.keyboard.press('ArrowUp');
    await expect(entry).toHaveAttribute('aria-selected', 'true');
    await on.page.keyboard.press('Enter');
    await expect(on.window.dialogs).toHaveCount(1);
    expect(await on.asked('logout')).toEqual([]);
  });

  test('shows what was used before first, and the keys of commands', async ({ show }) => {
    const on = await show({ state: { rows: depots } });
    const { page } = on;
    await search(on, '', 'Depot 4');
    await expect(active(on)).toHaveText(/^Copy header/);
    await expect(options(on).filter({ hasText: 'Check all' }).locator('kbd')).toHaveText('F5');
    await page.keyboard.press('Escape');
    await search(on, 'open in', 'Depot 4');
    await page.keyboard.press('Enter');
    await expect.poll(() => on.asked('countUse')).toEqual([{ command: 'openInBrowser' }]);
    await search(on, '', 'Depot 4');
    await expect(active(on)).toHaveText(/^Open in browser/);
  });

  test('leads to views and settings', async ({ show }) => {
    const on = await show();
    const { page, window } = on;
    await search(on, 'expiring');
    await expect(options(on).filter({ hasText: /xpiring/ })).toHaveText(['Expiring', /^Mark as expiring/]);
    await options(on).first().click();
    await expect(page.locator('[data-pane="views"] [aria-current="true"]')).toHaveText(/^Expiring/);
    await search(on, 'clipboard');
    await options(on)
      .filter({ hasText: /^Clipboard$/ })
      .click();
    await expect(window.dialog).toHaveAccessibleName('Settings');
    await expect(window.section('Clipboard')).toHaveAttribute('aria-selected', 'true');
  });

  test('finds a setting by its values, and once only', async ({ show }) => {
    const on = await show();
    const settings = on.window.dialog.getByRole('group', { name: 'Settings' }).getByRole('option');
    await search(on, 'dark');
    await expect(settings).toHaveText([/^Theme/]);
    await on.page.keyboard.press('Escape');
    await search(on, 'theme');
    await expect(settings).toHaveText([/^Theme/]);
    await settings.click();
    await expect(on.window.section('Appearance')).toHaveAttribute('aria-selected', 'true');
  });

  for (const [language, typed, title] of [
    ['en', 'еруьу', 'Theme'],
    ['en', 'дщсл', 'Lock'],
    ['ru', 'ntvf', 'Тема'],
    ['ru', ';ehyfk', 'Журнал'],
  ] as const)
    test(`finds ${title} by “${typed}”, typed on the other keyboard layout`, async ({ show }) => {
      const on = await show({ state: { language } });
      await on.page.keyboard.press('Control+K');
      await on.window.dialog.getByRole('combobox').fill(typed);
      await expect(active(on)).toHaveText(new RegExp(`^${title}`));
    });

  test('moves through its entries by keys, and returns the focus', async ({ show }) => {
    const on = await show({ state: { rows: depots } });
    const { page, window } = on;
    await search(on, '', 'Depot 4');
    const first = await active(on).innerText();
    await page.keyboard.press('ArrowDown');
    expect(await active(on).innerText()).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(options(on).last()).toHaveAttribute('aria-selected', 'true');
    await expect(options(on).last()).toBeInViewport();
    await page.keyboard.press('ArrowDown');
    expect(await active(on).innerText()).toBe(first);
    await expect(field(on)).toBeFocused();
    await page.keyboard.type('zzzz');
    await expect(window.dialog.getByText('Nothing found.')).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(window.dialogs).toHaveCount(0);
    await expect(window.row('Depot 4')).toBeFocused();
  });

  for (const language of ['ru', 'es'] as const)
    test(`has no serious accessibility problem in ${language}`, async ({ show }) => {
      const { page } = await show({ state: { rows: depots, language } });
      await page.keyboard.press('Control+K');
      await page.keyboard.type('depot');
      await expect(page.getByRole('option').first()).toBeVisible();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await seriousTroubles(page, [], '[role="dialog"]')).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    });
});

function depotNamed(name: string, address: string) {
  return { name, address, userName: 'operator', session: { phase: 'logged-out' } as const };
}
