import { expect } from '@playwright/test';
import { defaultLayout } from '../../contract/layout.ts';
import { defaultSettings } from '../../contract/settings.ts';
import { held, idOf, rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';

const names = ['Airport', 'Bridge', 'Castle', 'Depot', 'Embassy', 'Factory'];
const production = new Set(['Bridge', 'Embassy']);

/** Six servers in manual order; the last one is a favorite, which does not come first here. */
const six: PageMain = {
  state: {
    settings: { ...defaultSettings, sortOrder: 'manual' },
    rows: names.map((name, at) =>
      rowOf(500 + at, {
        name,
        address: `https://10.0.5.${at}`,
        userName: 'operator',
        favourite: name === 'Factory',
        environment: production.has(name) ? 'production' : 'none',
        session: held(Date.now(), 86_400_000, 'accepted'),
      }),
    ),
  },
};

const idsOf = (letters: string) => [...letters].map((letter) => idOf(500 + 'ABCDEF'.indexOf(letter)));

/** The first letters of the rows from top to bottom. */
async function expectOrder({ window }: ShownPage, letters: string): Promise<void> {
  const shown = () =>
    window.list.getByRole('row').evaluateAll((rows) =>
      rows
        .toSorted((one, other) => Number(one.ariaRowIndex) - Number(other.ariaRowIndex))
        .map((row) => row.getAttribute('aria-label')?.[0] ?? '')
        .join(''),
    );
  await expect.poll(shown).toBe(letters);
}

const said = ({ page }: ShownPage) => page.locator('[data-live-announcer][class]');

test.describe('The manual order', () => {
  test('is changed by Alt and the arrows, says the new place and keeps the focus', async ({ show }) => {
    const on = await show(six);
    const { page, window } = on;
    await expectOrder(on, 'ABCDEF');
    await window.row('Depot').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expectOrder(on, 'ABDCEF');
    await expect(said(on)).toHaveText('Moved to 3 of 6');
    await expect(window.row('Depot')).toBeFocused();
    await page.keyboard.press('Alt+ArrowUp');
    await expectOrder(on, 'ADBCEF');
    await page.keyboard.press('Alt+ArrowDown');
    await expectOrder(on, 'ABDCEF');
    expect(await on.asked('moveProfiles')).toEqual([
      { profileIds: idsOf('D'), before: idsOf('C')[0], order: idsOf('ABCDEF') },
      { profileIds: idsOf('D'), before: idsOf('B')[0], order: idsOf('ABDCEF') },
      { profileIds: idsOf('D'), before: idsOf('C')[0], order: idsOf('ADBCEF') },
    ]);
    await expect(page.getByRole('button', { name: 'Undo' }), 'no offer for each press').toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expectOrder(on, 'ADBCEF');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expectOrder(on, 'ABCDEF');
  });

  test('ends at the first and the last row', async ({ show }) => {
    const on = await show(six);
    const { page, window } = on;
    await window.row('Airport').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await window.row('Factory').focus();
    await page.keyboard.press('Alt+ArrowDown');
    expect(await on.asked('moveProfiles')).toEqual([]);
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowDown');
    await expectOrder(on, 'ABCDEF');
    await expect(said(on)).toHaveText('Moved to 6 of 6');
    expect((await on.asked('moveProfiles')).at(-1)).toMatchObject({ before: null });
  });

  test('takes all ticked rows along, as one step', async ({ show }) => {
    const on = await show(six);
    const { page, window } = on;
    for (const name of ['Castle', 'Depot', 'Factory'])
      await window.row(name).click({ modifiers: ['Control'] });
    await page.keyboard.press('Alt+ArrowUp');
    await expectOrder(on, 'ACDFBE');
    await expect(window.list.getByRole('checkbox', { checked: true })).toHaveCount(3);
    await page.keyboard.press('Control+z');
    await expectOrder(on, 'ABCDEF');
  });

  test('is changed from the menu of a server too', async ({ show }) => {
    const on = await show(six);
    await on.window.chooseFromMenu('Bridge', 'Move down');
    await expectOrder(on, 'ACBDEF');
    await expect(on.window.row('Bridge')).toBeFocused();
  });

  test('counts in every view and in groups, which rows do not leave', async ({ show }) => {
    const layout = { ...defaultLayout, groupBy: 'environment' } as const;
    const on = await show({ state: { ...six.state, layout } });
    const { page, window } = on;
    await expectOrder(on, 'BEACDF');
    await window.row('Airport').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await window.row('Embassy').focus();
    await page.keyboard.press('Alt+ArrowDown');
    expect(await on.asked('moveProfiles'), 'out of a group').toEqual([]);
    await page.keyboard.press('Alt+ArrowUp');
    await expectOrder(on, 'EBACDF');
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('button', { name: /^Production/ })
      .click();
    await expectOrder(on, 'EB');
  });

  test('is offered where the list is sorted by something else', async ({ show }) => {
    const on = await show({ state: { ...six.state, settings: defaultSettings } });
    const { page, window } = on;
    await expectOrder(on, 'FABCDE');
    await window.row('Bridge').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.getByText('The list isn’t in manual order')).toBeVisible();
    await window.button('Use manual order').click();
    expect(await on.asked('changeSettings')).toEqual([{ settings: { sortOrder: 'manual' } }]);
    await expectOrder(on, 'ABCDEF');
    await page.keyboard.press('Alt+ArrowDown');
    await expectOrder(on, 'ACBDEF');
  });

  test('is not the order of search results, which says why nothing moves', async ({ show }) => {
    const on = await show(six);
    const { page, window } = on;
    await window.search.fill('operator');
    await window.row('Bridge').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.getByText('Servers can’t be moved here')).toBeVisible();
    expect(await on.asked('moveProfiles')).toEqual([]);
  });
});
