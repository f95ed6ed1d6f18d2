import { expect, type Locator } from '@playwright/test';
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

/** A quiet notice below the list. */
const notice = ({ page }: ShownPage, title: string) =>
  page.locator('[data-tone="info"][role="status"]').filter({ hasText: title });

const line = ({ page }: ShownPage) => page.locator('[data-dragged] > :empty');

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (box === null) throw new Error('It is not in the page');
  return box;
}

/** Presses a row with the pointer, and holds it. */
async function take({ page, window }: ShownPage, name: string): Promise<void> {
  const { x, y, height } = await boxOf(window.row(name));
  await page.mouse.move(x + 300, y + height / 2);
  await page.mouse.down();
}

/** Holds a row with the pointer over another one: at its top (0) to its bottom (1). */
async function takeAndPull(on: ShownPage, name: string, over: string, part: number): Promise<void> {
  await take(on, name);
  const { x, y, height } = await boxOf(on.window.row(over));
  await on.page.mouse.move(x + 300, y + part * height, { steps: 5 });
}

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

  test('is changed on and on by a held key, as one step', async ({ show }) => {
    const on = await show(six);
    const { page, window } = on;
    await window.row('Factory').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expectOrder(on, 'ABCDFE');
    await page.keyboard.down('Alt');
    for (const order of ['ABCFDE', 'ABFCDE', 'AFBCDE']) {
      await page.keyboard.down('ArrowUp');
      await expectOrder(on, order);
    }
    await page.keyboard.up('ArrowUp');
    await page.keyboard.up('Alt');
    await page.keyboard.press('Control+z');
    await expectOrder(on, 'ABCDFE');
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

  test('counts rows that a view does not show, and stays below the last one that it shows', async ({
    show,
  }) => {
    const on = await show(six);
    const { page, window } = on;
    const views = page.getByRole('navigation', { name: 'Views' });
    await views.getByRole('button', { name: /^Production/ }).click();
    await expectOrder(on, 'BE');
    await window.row('Bridge').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expectOrder(on, 'EB');
    expect(await on.asked('moveProfiles')).toEqual([
      { profileIds: idsOf('B'), before: idsOf('F')[0], order: idsOf('ABCDEF') },
    ]);
    await views.getByRole('button', { name: /^All/ }).click();
    await expectOrder(on, 'ACDEBF');
  });

  test('waits for a move until it asks for the next one', async ({ show }) => {
    const on = await show(six);
    const { page, window } = on;
    await on.answer('moveProfiles', 'wait');
    await window.row('Depot').focus();
    await page.keyboard.down('Alt');
    for (let press = 0; press < 3; press += 1) await page.keyboard.down('ArrowUp');
    await page.keyboard.up('ArrowUp');
    await page.keyboard.up('Alt');
    await expect.poll(() => on.asked('moveProfiles')).toHaveLength(1);
    await on.release('moveProfiles');
    await expectOrder(on, 'ABDCEF');
    await expect(said(on)).toHaveText('Moved to 3 of 6');
    expect(await on.asked('moveProfiles')).toHaveLength(1);
  });

  test('is offered where the list is sorted by something else', async ({ show }) => {
    const on = await show({ state: { ...six.state, settings: defaultSettings } });
    const { page, window } = on;
    await expectOrder(on, 'FABCDE');
    await window.row('Bridge').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(notice(on, 'The list isn’t in manual order')).toBeVisible();
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
    await expect(
      page.getByRole('status').filter({ hasText: 'Servers can’t be moved here Search' }),
    ).toBeVisible();
    await expect(page.getByRole('alert'), 'nothing has gone wrong').toHaveCount(0);
    await expect(said(on)).toHaveText('Servers can’t be moved here');
    expect(await on.asked('moveProfiles')).toEqual([]);
  });

  test('is not the order of the recent ones either', async ({ show }) => {
    const rows = (six.state?.rows ?? []).map((row) => ({ ...row, lastUsedAt: Date.now() }));
    const on = await show({ state: { ...six.state, rows } });
    const { page, window } = on;
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('button', { name: /^Recent/ })
      .click();
    await window.row('Bridge').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(said(on)).toHaveText('Servers can’t be moved here');
    expect(await on.asked('moveProfiles')).toEqual([]);
  });

  test.describe('with the pointer', () => {
    test('shows where a row would go, and moves it there as one step', async ({ show }) => {
      const on = await show(six);
      const { page, window } = on;
      await takeAndPull(on, 'Airport', 'Depot', 0.75);
      await expect(line(on)).toBeVisible();
      const under = await boxOf(window.row('Depot'));
      const drawn = await boxOf(line(on));
      expect(Math.abs(drawn.y + drawn.height / 2 - (under.y + under.height))).toBeLessThan(2);
      await expect(page.locator('[data-dragged]')).toHaveText('Airport');
      await page.mouse.up();
      await expectOrder(on, 'BCDAEF');
      await expect(window.row('Airport')).toBeFocused();
      await expect(said(on)).toHaveText('Moved to 4 of 6');
      await expect(page.locator('[data-dragged]')).toHaveCount(0);
      expect(await on.asked('moveProfiles')).toHaveLength(1);
      await page.keyboard.press('Control+z');
      await expectOrder(on, 'ABCDEF');
    });

    test('takes all ticked rows along, and leaves the ticks', async ({ show }) => {
      const on = await show(six);
      const { page, window } = on;
      for (const name of ['Bridge', 'Depot']) await window.row(name).click({ modifiers: ['Control'] });
      await takeAndPull(on, 'Depot', 'Factory', 0.75);
      await expect(page.locator('[data-dragged]')).toHaveText('2 servers');
      await page.mouse.up();
      await expectOrder(on, 'ACEFBD');
      await expect(window.list.getByRole('checkbox', { checked: true })).toHaveCount(2);
      await takeAndPull(on, 'Factory', 'Airport', 0.25);
      await page.mouse.up();
      await expectOrder(on, 'FACEBD');
    });

    test('leaves everything as it was on Esc, beside the list and on its own place', async ({ show }) => {
      const on = await show(six);
      const { page, window } = on;
      await window.row('Factory').click({ modifiers: ['Control'] });
      await takeAndPull(on, 'Airport', 'Depot', 0.75);
      await expect(line(on)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.locator('[data-dragged]')).toHaveCount(0);
      await page.mouse.up();
      await expect(window.list.getByRole('checkbox', { checked: true }), 'Esc was for this').toHaveCount(1);
      await takeAndPull(on, 'Airport', 'Depot', 0.75);
      await page.mouse.move(4, 300, { steps: 3 });
      await expect(line(on)).toBeHidden();
      await page.mouse.up();
      await takeAndPull(on, 'Airport', 'Bridge', 0.25);
      await expect(page.locator('[data-dragged]')).toHaveText('Airport');
      await expect(line(on)).toBeHidden();
      await page.mouse.up();
      expect(await on.asked('moveProfiles')).toEqual([]);
      await expectOrder(on, 'ABCDEF');
    });

    test('keeps a row in its group, and says why', async ({ show }) => {
      const layout = { ...defaultLayout, groupBy: 'environment' } as const;
      const on = await show({ state: { ...six.state, layout } });
      const { page, window } = on;
      await takeAndPull(on, 'Airport', 'Bridge', 0.5);
      await expect(line(on)).toBeHidden();
      await page.mouse.up();
      await expect(notice(on, 'Servers stay in their group')).toBeVisible();
      expect(await on.asked('moveProfiles')).toEqual([]);
      await takeAndPull(on, 'Bridge', 'Embassy', 0.75);
      await page.mouse.up();
      await expectOrder(on, 'EBACDF');
      await expect(window.row('Bridge')).toBeFocused();
    });

    test('says why nothing moves where the list has another order', async ({ show }) => {
      const on = await show({ state: { ...six.state, settings: defaultSettings } });
      const { page, window } = on;
      await takeAndPull(on, 'Airport', 'Castle', 0.75);
      await expect(notice(on, 'The list isn’t in manual order')).toBeVisible();
      await expect(page.locator('[data-dragged]')).toHaveCount(0);
      await page.mouse.up();
      await window.search.fill('operator');
      await takeAndPull(on, 'Bridge', 'Depot', 0.75);
      await expect(notice(on, 'Servers can’t be moved here')).toBeVisible();
      await page.mouse.up();
      expect(await on.asked('moveProfiles')).toEqual([]);
    });

    test('scrolls the list at its edges', async ({ show }) => {
      const rows = Array.from({ length: 60 }, (_, at) =>
        rowOf(700 + at, {
          ...{ name: `Server ${at + 100}`, address: `https://10.0.7.${at}`, userName: 'operator' },
          ...{ favourite: false, environment: 'none', session: held(Date.now(), 86_400_000, 'accepted') },
        }),
      );
      const on = await show({ state: { ...six.state, rows } });
      const { page, window } = on;
      const list = await boxOf(window.list);
      await take(on, 'Server 100');
      await page.mouse.move(list.x + 300, list.y + list.height - 2, { steps: 4 });
      await expect(window.row('Server 159')).toBeInViewport({ ratio: 0.95 });
      await page.mouse.up();
      await expect(said(on)).toHaveText('Moved to 60 of 60');
      await take(on, 'Server 100');
      await page.mouse.move(list.x + 300, list.y + 2, { steps: 4 });
      await expect(window.row('Server 101')).toBeInViewport({ ratio: 0.95 });
      await page.mouse.up();
      await expect(said(on)).toHaveText('Moved to 1 of 60');
    });
  });
});
