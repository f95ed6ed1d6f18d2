import { expect, type Locator } from '@playwright/test';
import type { Language } from '../../contract/settings.ts';
import { defaultSettings } from '../../contract/settings.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { held, idOf, locked, serverRow } from '../support/fake-bridge/fake-rows.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';

const day = 86_400_000;
const rows = [
  serverRow(501, 'Metro north', { environment: 'production' }),
  serverRow(502, 'Metro depot', { session: held(Date.now(), day, 'refused') }),
  serverRow(503, 'Metro lab', { environment: 'test' }),
  serverRow(504, 'Ring line', { session: { phase: 'logged-out' } }),
];

const field = ({ page }: ShownPage): Locator => page.getByRole('combobox', { name: 'Find a server' });
const chosen = ({ page }: ShownPage): Locator => page.getByRole('option', { selected: true });
const footer = ({ page }: ShownPage): Locator => page.locator('footer');
const press = async ({ page }: ShownPage, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

test.describe('Quick access', () => {
  test('copies the best match of what is typed, and says so before', async ({ showQuick }) => {
    const on = await showQuick({ state: { rows } });
    await expect(field(on)).toBeFocused();
    await on.page.keyboard.type('lab');
    await expect(chosen(on)).toContainText('Metro lab');
    await expect(footer(on)).toContainText('Copy header of Metro lab, operator');
    await press(on, 'Enter');
    await expect.poll(() => on.asked('quickCopy')).toEqual([{ profileId: idOf(503), format: null }]);
    expect(await on.asked('copySession')).toEqual([]);
  });

  test('never copies a session that has ended, but leads to its log-in', async ({ showQuick }) => {
    const on = await showQuick({ state: { rows } });
    for (const [text, name, action, id] of [
      ['depot', 'Metro depot', 'Log in again', 502],
      ['ring', 'Ring line', 'Log in', 504],
    ] as const) {
      await field(on).fill(text);
      await expect(chosen(on)).toContainText(name);
      await expect(chosen(on)).toContainText(action);
      await press(on, 'Enter');
      await expect.poll(() => on.asked('showServer')).toContainEqual({ profileId: idOf(id), logIn: true });
      await press(on, 'Tab');
      await expect(on.page.getByRole('option').first()).toContainText('Log in');
      await expect(on.page.getByRole('group', { name: 'Copy as' })).toHaveCount(0);
      await press(on, 'Shift+Tab');
    }
    expect(await on.asked('quickCopy')).toEqual([]);
  });

  test('shows formats and actions with Tab, all by keys', async ({ showQuick }) => {
    const on = await showQuick({ state: { rows } });
    await on.page.keyboard.type('lab');
    await press(on, 'Tab');
    await expect(on.page.getByRole('listbox', { name: 'Formats & actions' })).toBeFocused();
    await expect(chosen(on)).toContainText('Header line');
    await press(on, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await expect(chosen(on)).toHaveText('curl');
    await expect(on.page.getByRole('region', { name: 'Preview' })).toContainText(/curl .*•/s);
    await expect(footer(on)).toContainText('Copy as curl: Metro lab, operator');
    await press(on, 'Enter');
    await expect.poll(() => on.asked('quickCopy')).toEqual([{ profileId: idOf(503), format: 'curl' }]);
    await press(on, 'ArrowRight');
    await expect(chosen(on)).toHaveText('Open web interface');
    await press(on, 'Enter');
    await expect.poll(() => on.asked('hideQuickAccess')).toHaveLength(1);
    expect(await on.asked('openWebPage')).toEqual([{ profileId: idOf(503), page: 'interface' }]);
    await press(on, 'End');
    await expect(chosen(on)).toHaveText('Show in window');
    await press(on, 'Enter');
    await expect.poll(() => on.asked('showServer')).toEqual([{ profileId: idOf(503), logIn: false }]);
    await press(on, 'Shift+Tab');
    await expect(field(on)).toBeFocused();
    await expect(field(on)).toHaveValue('lab');
    await press(on, 'Escape');
    await expect.poll(() => on.asked('hideQuickAccess')).toHaveLength(2);
  });

  test('has Enter held for a production server where the window asks', async ({ showQuick }) => {
    const settings = { ...defaultSettings, confirmProduction: true };
    const on = await showQuick({ state: { rows, settings } });
    await on.page.keyboard.type('north');
    await expect(footer(on)).toContainText('Hold Enter: Copy header of Metro north, operator');
    await press(on, 'Enter', 'Enter', 'Enter');
    await on.page.keyboard.down('Enter');
    expect(await on.asked('quickCopy')).toEqual([]);
    await expect.poll(() => on.asked('quickCopy')).toHaveLength(1);
    await on.page.keyboard.up('Enter');
    expect(await on.asked('quickCopy')).toEqual([{ profileId: idOf(501), format: null }]);
  });

  test('says what went wrong, in the window that stays', async ({ showQuick }) => {
    const on = await showQuick({ state: { rows } });
    await on.answer('quickCopy', { ok: false, problem: { code: 'clipboard-out-of-reach' } });
    await on.page.keyboard.type('lab');
    await press(on, 'Enter');
    await expect(on.page.getByRole('alert')).toContainText(/clipboard/i);
    expect(await on.asked('hideQuickAccess')).toEqual([]);
    await press(on, 'ArrowDown');
    await expect(on.page.getByRole('alert')).toHaveCount(0);
  });

  test('finds one of 500, and draws only those in sight', async ({ showQuick }) => {
    const many = Array.from({ length: 500 }, (_, place) => serverRow(1_000 + place, `Site ${place + 1}`));
    const on = await showQuick({ state: { rows: many } });
    await expect(on.page.getByText('500 servers')).toBeVisible();
    await press(on, 'ArrowUp');
    await expect(chosen(on)).toContainText('Site 500');
    await expect(chosen(on)).toBeInViewport();
    expect(await on.page.getByRole('option').count()).toBeLessThan(15);
    await on.page.keyboard.type('site 450');
    await expect(chosen(on)).toContainText('Site 450');
    await press(on, 'PageDown', 'Home');
    await field(on).fill('nothing like it');
    await expect(on.page.getByText('No server matches.')).toBeVisible();
    await press(on, 'Enter', 'Tab');
    expect(await on.asked('quickCopy')).toEqual([]);
  });

  test('asks for the passphrase first, and goes on with what was typed', async ({ showQuick }) => {
    const on = await showQuick({ state: { rows: [], lock: locked }, passphrase: 'correct horse' });
    await expect(on.page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await expect(field(on)).toHaveCount(0);
    const passphrase = on.page.getByLabel('Passphrase', { exact: true });
    await expect(passphrase).toBeFocused();
    await on.page.keyboard.type('wrong');
    await press(on, 'Enter');
    await expect(on.page.getByText(/passphrase.*(wrong|not correct|isn’t)/i)).toBeVisible();
    expect(await seriousTroubles(on.page)).toEqual([]);
    await on.answer('recallQuickSearch', { ok: true, value: { search: 'lab' } });
    await on.page.evaluate(
      (found) => window.pageSwitch.change({ rows: found, lock: { kind: 'open' } }),
      rows,
    );
    await expect(field(on)).toHaveValue('lab');
    await expect(field(on)).toBeFocused();
    await expect(chosen(on)).toContainText('Metro lab');
  });

  for (const language of ['en', 'ru', 'es'] as const satisfies readonly Language[])
    test(`can be read by everybody in ${language}`, async ({ showQuick }) => {
      const on = await showQuick({ state: { rows, language } });
      await on.page.keyboard.type('metro');
      expect(await seriousTroubles(on.page)).toEqual([]);
      await press(on, 'Tab');
      await expect(on.page.getByRole('listbox')).toBeFocused();
      expect(await seriousTroubles(on.page)).toEqual([]);
    });
});
