import { expect } from '@playwright/test';
import { held, idOf, rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';

const names = ['Airport', 'Bridge', 'Castle', 'Depot'];

/** Four servers, of which the named ones are hidden. */
const four = (...hidden: string[]): PageMain => ({
  state: {
    rows: names.map((name, at) =>
      rowOf(500 + at, {
        name,
        address: `https://10.0.5.${at}`,
        userName: 'operator',
        favourite: true,
        session: held(Date.now(), 86_400_000, 'accepted'),
        ...(hidden.includes(name) ? { hidden: true } : {}),
      }),
    ),
  },
});

const ids = (...wanted: string[]) => wanted.map((name) => idOf(500 + names.indexOf(name)));
const view = ({ page }: ShownPage, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: new RegExp(`^${name}`) });

async function expectList({ window }: ShownPage, ...wanted: string[]): Promise<void> {
  const rows = window.list.getByRole('row');
  const shown = () =>
    rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')?.split(',')[0] ?? null));
  await expect.poll(shown).toEqual(wanted);
}

test.describe('A hidden server', () => {
  test('leaves the list by its key, stands in its own view and comes back by the same key', async ({
    show,
  }) => {
    const on = await show(four());
    const { page, window } = on;
    await expect(view(on, 'Hidden')).toHaveCount(0);
    await window.row('Bridge').focus();
    await page.keyboard.press('Control+Shift+H');
    await expectList(on, 'Airport', 'Castle', 'Depot');
    expect(await on.asked('changeMany')).toEqual([{ profileIds: ids('Bridge'), change: { hidden: true } }]);
    await expect(window.row('Castle'), 'the neighbor').toHaveAttribute('aria-selected', 'true');
    await expect(view(on, 'All')).toHaveText('All3');
    await expect(view(on, 'Hidden')).toHaveText('Hidden1');

    await view(on, 'Hidden').click();
    await expectList(on, 'Bridge');
    await window.row('Bridge').focus();
    await page.keyboard.press('Control+Shift+H');
    await expect(page.getByText('No hidden servers')).toBeVisible();
    await view(on, 'All').click();
    await expectList(on, 'Airport', 'Bridge', 'Castle', 'Depot');
    await expect(view(on, 'Hidden')).toHaveCount(0);
  });

  test('is hidden and shown by the menu, and each can be undone', async ({ show }) => {
    const on = await show(four('Depot'));
    const { page, window } = on;
    await window.chooseFromMenu('Airport', 'Hide');
    await expectList(on, 'Bridge', 'Castle');
    await expect(page.getByRole('status').getByText('1 server hidden')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expectList(on, 'Airport', 'Bridge', 'Castle');
    await view(on, 'Hidden').click();
    await window.chooseFromMenu('Depot', 'Show again');
    await expect(page.getByRole('status').getByText('1 server shown again')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expectList(on, 'Depot');
  });

  test('is one of several that the head of the list hides at once', async ({ show }) => {
    const on = await show(four());
    const { page, window } = on;
    for (const name of ['Airport', 'Depot']) await window.row(name).click({ modifiers: ['Control'] });
    await page.keyboard.press('Control+Shift+H');
    await expectList(on, 'Bridge', 'Castle');
    await expect(page.getByRole('toolbar', { name: 'Selected servers' })).toHaveCount(0);
    expect(await on.asked('changeMany')).toEqual([
      { profileIds: ids('Airport', 'Depot'), change: { hidden: true } },
    ]);
  });

  test('is found by asking for hidden ones only, and a search says that there are some', async ({ show }) => {
    const on = await show(four('Bridge', 'Castle'));
    const { page, window } = on;
    await window.search.fill('bridge');
    await expect(page.getByText('1 hidden server matches.')).toBeVisible();
    await window.button('Show hidden servers').click();
    await expectList(on, 'Bridge');
    await view(on, 'All').click();
    await window.search.fill('is:hidden');
    await expectList(on, 'Bridge', 'Castle');
  });

  test('has no number among the favorites', async ({ show }) => {
    const on = await show(four('Airport'));
    await on.page.keyboard.press('Control+1');
    await expect.poll(() => on.asked('copySession')).toMatchObject([{ profileId: ids('Bridge')[0] }]);
  });

  test('is in neither the overview nor the commands, and the list leads to all that are hidden', async ({
    show,
  }) => {
    const on = await show(four(...names));
    const { page, window } = on;
    await expect(page.getByText('All servers are hidden')).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('depot');
    await expect(window.dialog.getByRole('option', { name: /^Depot/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await window.openTool('server overview');
    await expect(page.getByText('No matching servers.')).toBeVisible();
    await page.keyboard.press('Escape');
    await window.button('Show hidden servers').click();
    await expectList(on, ...names);
  });

  test('is not offered for a bulk log-in, but for one of those that were ticked', async ({ show }) => {
    const on = await show(four('Bridge', 'Castle'));
    const { page, window } = on;
    const offered = window.dialog.getByRole('checkbox', { name: /Airport|Bridge|Castle|Depot/ });
    await window.openTool('bulk log-in');
    await expect(offered).toHaveCount(2);
    await expect(window.dialog.getByRole('checkbox', { name: /Bridge|Castle/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await view(on, 'Hidden').click();
    await window.row('Bridge').focus();
    await page.keyboard.press('Control+A');
    await window.button('Log in…').click();
    await expect(window.dialog.getByRole('checkbox', { name: /Bridge|Castle/ })).toHaveCount(2);
    await expect(offered).toHaveCount(2);
  });
});
