import { expect, type Locator } from '@playwright/test';
import { seriousTroubles } from '../support/app/axe.ts';
import { held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { openOverview } from './opening.ts';

const full = { code: 'not-written', file: 'ffsm-servers.csv', reason: 'disk-full' } as const;
const day = 86_400_000;
const now = Date.now();
const named = (
  number: number,
  name: string,
  days: number | null,
  environment: 'none' | 'test' | 'production',
) =>
  rowOf(number, {
    ...{ name, address: `https://10.0.4.${number}`, userName: 'operator', environment },
    session: days === null ? { phase: 'logged-out' } : held(now, days * day + 60_000, 'accepted'),
  });
const few: PageMain = {
  state: {
    rows: [
      named(1, 'Lab', 140, 'test'),
      named(2, 'Metro north', 1, 'production'),
      named(3, 'Depot', 66, 'none'),
      named(4, 'Training room', null, 'test'),
      ...['A', 'B', 'C', 'D', 'E', 'F'].map((name, index) =>
        named(10 + index, `Hall ${name}`, 100, name === 'F' ? 'production' : 'none'),
      ),
    ],
  },
};

const table = (on: ShownPage): Locator => on.page.getByRole('grid', { name: 'Server overview' });
const chips = (on: ShownPage): Locator =>
  on.page.getByRole('list', { name: /^Sessions end/ }).getByRole('button');

test.describe('The server overview', () => {
  test('fills the window beside the views, and Escape returns to the list as it was', async ({ show }) => {
    const on = await show();
    const { page, window } = on;
    await window.row('Depot').click();
    await openOverview(on);
    await expect(page.getByRole('heading', { name: 'Server overview' })).toBeVisible();
    await expect(window.list).toBeHidden();
    await expect(window.details).toBeHidden();
    await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
    await expect(table(on).getByRole('row', { selected: true }).getByRole('rowheader')).toHaveText('Depot');
    await expect(table(on).locator(':focus')).toHaveCount(1);
    expect(await seriousTroubles(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(table(on)).toHaveCount(0);
    await expect(window.row('Depot')).toBeFocused();
  });

  test('gives way to a view, to the search, and to a server', async ({ show }) => {
    const on = await show();
    const { page, window } = on;
    await openOverview(on);
    await page.locator('[data-view="favourites"]').click();
    await expect(window.list).toBeVisible();
    await page.locator('[data-view="all"]').click();
    await openOverview(on);
    await window.search.fill('museum annex');
    await expect(window.row('Museum annex')).toBeVisible();
    await expect(table(on)).toHaveCount(0);
    await openOverview(on);
    await table(on).getByRole('row', { name: /^Lab/ }).click();
    await page.keyboard.press('Enter');
    await expect(window.row('Lab')).toBeFocused();
    await expect(window.search).toHaveValue('');
  });

  test('empties its filter first on Escape', async ({ show }) => {
    const on = await show();
    await openOverview(on);
    const filter = on.page.getByRole('searchbox', { name: 'Filter servers' });
    await filter.fill('metro');
    await expect(on.page.getByRole('status').filter({ hasText: /^\d servers$/ })).toBeVisible();
    await on.page.keyboard.press('Escape');
    await expect(filter).toHaveValue('');
    await on.page.keyboard.press('Escape');
    await expect(on.window.list).toBeVisible();
  });

  test('saves the shown columns and rows as CSV, in their order', async ({ show }) => {
    const on = await show(few);
    await openOverview(on);
    await on.page.getByRole('searchbox', { name: 'Filter servers' }).fill('hall');
    await on.window.button('Columns').click();
    for (const name of ['Role', 'Environment', 'Session', 'Expires', 'Checked'])
      await on.page.getByRole('checkbox', { name, exact: true }).uncheck();
    await on.page.getByRole('checkbox', { name: 'Tags' }).check();
    await table(on).getByRole('columnheader', { name: 'Name', exact: true }).click();
    await on.window.button('Save as CSV…').click();
    const [asked] = (await on.asked('saveServerTable')) as { columns: string[]; profileIds: string[] }[];
    expect(asked?.columns).toEqual(['name', 'address', 'userName', 'tags']);
    expect(asked?.profileIds.map((id) => Number(id.slice(-4)))).toEqual([15, 14, 13, 12, 11, 10]);
    await expect(on.page.getByText('Saved to ffsm-servers.csv')).toBeVisible();
    // The columns are part of the layout, which outlives the window.
    expect((await on.asked('changeLayout')).at(-1)).toEqual({
      layout: { overviewColumns: ['name', 'address', 'userName', 'tags'] },
    });
    await on.page.getByRole('searchbox', { name: 'Filter servers' }).fill('');
    await on.page.keyboard.press('Escape');
    await openOverview(on);
    await expect(table(on).getByRole('columnheader')).toHaveText(['Name', 'Address', 'User name', 'Tags']);
  });

  test('shows why it could not be saved', async ({ show }) => {
    const on = await show({
      ...few,
      answers: { saveServerTable: { ok: false, problem: full } },
    });
    await openOverview(on);
    await on.window.button('Save as CSV…').click();
    await expect(on.page.getByRole('main').getByRole('alert')).toBeVisible();
  });
});

test.describe('The timeline', () => {
  test('is a list by date for readers, without sessions that are over', async ({ show }) => {
    const on = await show(few);
    await openOverview(on);
    await expect(chips(on).first()).toHaveAccessibleName(/^Metro north, Production, ends tomorrow, /);
    await expect(chips(on).nth(1)).toHaveAccessibleName(/^Depot, ends /);
    await expect(chips(on).last()).toHaveAccessibleName(/^Lab, Test, ends /);
    await expect(chips(on).filter({ hasText: 'Training room' })).toHaveCount(0);
    // More than the lanes hold end on one day.
    const cluster = chips(on).filter({ hasText: /servers$/ });
    await expect(cluster).toHaveAccessibleName(/^3 servers, first session ends .*: Hall D, Hall E, Hall F$/);
    await expect(cluster).toHaveAttribute('data-environment', 'production');
    await expect(on.page.getByText('1 this week')).toBeVisible();
    await expect(on.page.getByText('9 in all')).toBeVisible();
  });

  test('leads to the row, and on to the list', async ({ show }) => {
    const on = await show(few);
    const { page, window } = on;
    await openOverview(on);
    await chips(on).last().click();
    const selected = table(on).getByRole('row', { selected: true });
    await expect(selected.getByRole('rowheader')).toHaveText('Lab');
    await expect(chips(on).last()).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Enter');
    await expect(window.row('Lab')).toBeFocused();
  });

  test('is one tab stop, and a cluster opens the list of its servers', async ({ show }) => {
    const on = await show(few);
    const { page } = on;
    await openOverview(on);
    await chips(on).first().focus();
    expect(await page.locator('ul[aria-label^="Sessions end"] button[tabindex="0"]').count()).toBe(1);
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
    await expect(chips(on).nth(5)).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: /^Hall F/ }).click();
    await expect(table(on).getByRole('row', { selected: true }).getByRole('rowheader')).toHaveText('Hall F');
  });

  test('says so when nothing ends', async ({ show }) => {
    const on = await show({ state: { rows: [named(1, 'Lab', null, 'test')] } });
    await openOverview(on);
    await expect(on.page.getByText('No sessions end in the coming 180 days.')).toBeVisible();
  });
});
