import { expect, type Page } from '@playwright/test';
import { expectFocusInDialog } from '../support/app/focus.ts';
import { held, idOf, rowOf } from '../support/fake-bridge/fake-rows.ts';
import { holdTimers } from '../support/page/held-timers.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';

const names = ['Airport', 'Bridge', 'Castle', 'Depot', 'Embassy', 'Factory'];
const day = 86_400_000;

/** Six servers; the last two have no session. */
const six: PageMain = {
  state: {
    rows: names.map((name, at) =>
      rowOf(500 + at, {
        name,
        address: `https://10.0.5.${at}`,
        userName: at === 1 ? 'admin' : 'operator',
        environment: name === 'Castle' ? 'production' : 'none',
        session: at < 4 ? held(Date.now(), 90 * day, 'accepted') : { phase: 'logged-out' },
      }),
    ),
  },
};
const ids = (...wanted: string[]) => wanted.map((name) => idOf(500 + names.indexOf(name)));

/** The names of the rows whose checkbox is checked; null while there are no checkboxes. */
async function ticked({ window }: ShownPage): Promise<string | null> {
  const boxes = window.list.getByRole('checkbox', { name: 'Select' });
  if ((await boxes.count()) === 0) return null;
  const rows = await window.list
    .getByRole('row')
    .filter({ has: window.page.getByRole('checkbox', { checked: true }) })
    .evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
  return rows.map((label) => label[0]).join('');
}

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selected servers' });

async function tick({ window }: ShownPage, ...wanted: string[]): Promise<void> {
  for (const name of wanted) await window.row(name).click({ modifiers: ['Control'] });
}

/** Presses a button of the bar, or chooses its item where it has no room. */
async function press({ page, window }: ShownPage, action: string): Promise<void> {
  const button = window.button(action, bar(page));
  await expect(bar(page)).toBeVisible();
  if (await button.isVisible()) return button.click();
  await window.button('More', bar(page)).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

const fromBar =
  (button: string, ...wanted: string[]) =>
  async (on: ShownPage): Promise<void> => {
    await tick(on, ...wanted);
    await press(on, button);
  };

testDialogs([
  {
    name: 'Remove 3 servers?',
    of: 'selection/remove-many-dialog.tsx',
    main: six,
    open: fromBar('Remove…', 'Airport', 'Castle', 'Factory'),
    focus: ['button', 'Cancel'],
    shows: ['Airport', '1 production server is among them.', /2 sessions stay open/],
    sends: {
      call: 'removeMany',
      button: 'Log out and remove',
      closesAtOnce: true,
      request: { profileIds: ids('Airport', 'Castle', 'Factory'), logOut: true },
    },
  },
  {
    name: 'Remove 2 servers?',
    of: 'selection/remove-many-dialog.tsx',
    when: 'without sessions',
    main: six,
    open: fromBar('Remove…', 'Embassy', 'Factory'),
    focus: ['button', 'Cancel'],
    sends: { call: 'removeMany', button: 'Remove', closesAtOnce: true, request: { logOut: false } },
  },
]);

test.describe('rows are ticked', () => {
  test('by Ctrl and Shift with the mouse, and by their checkboxes', async ({ show }) => {
    const on = await show(six);
    const { page, window } = on;
    expect(await ticked(on)).toBeNull();
    await tick(on, 'Bridge', 'Embassy');
    expect(await ticked(on)).toBe('BE');
    await expect(bar(page).getByRole('heading')).toHaveText('2 selected');
    await expect(window.list).toHaveAttribute('aria-multiselectable', 'true');
    await expect(window.list.getByRole('row', { selected: true })).toHaveCount(2);
    await window.row('Castle').click({ modifiers: ['Shift'] });
    expect(await ticked(on), 'from the last ticked row').toBe('BCDE');
    await tick(on, 'Bridge');
    expect(await ticked(on)).toBe('CDE');
    await window.row('Airport').getByRole('checkbox').click();
    expect(await ticked(on)).toBe('ACDE');
    await window.row('Bridge').click();
    expect(await ticked(on), 'a click changes no tick').toBe('ACDE');
    await bar(page).getByRole('checkbox', { name: 'Select all' }).click();
    expect(await ticked(on)).toBe('ABCDEF');
    await bar(page).getByRole('checkbox', { name: 'Select all' }).click();
    expect(await ticked(on)).toBeNull();
    await window.row('Bridge').click();
    await window.row('Depot').click({ modifiers: ['Shift'] });
    expect(await ticked(on), 'from the selected row').toBe('BCD');
  });

  test('by keys, and Escape takes all ticks away', async ({ show }) => {
    const on = await show(six);
    const { page, window } = on;
    await window.row('Bridge').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await ticked(on)).toBe('BCD');
    await expect(window.row('Depot')).toBeFocused();
    await page.keyboard.press('Shift+ArrowUp');
    expect(await ticked(on)).toBe('BC');
    await page.keyboard.press('End');
    await page.keyboard.press('Space');
    expect(await ticked(on)).toBe('BCF');
    await page.keyboard.press('Space');
    expect(await ticked(on)).toBe('BC');
    await page.keyboard.press('Control+A');
    expect(await ticked(on)).toBe('ABCDEF');
    await page.keyboard.press('Escape');
    expect(await ticked(on)).toBeNull();
    await expect(window.row('Factory')).toBeFocused();
    await page.keyboard.press('Shift+Space');
    expect(await ticked(on)).toBe('F');
    await window.search.fill('castle');
    await expect(bar(page), 'nothing happens to a row that is not seen').toHaveCount(0);
    await window.search.fill('');
    await window.search.press('Control+A');
    expect(await ticked(on), 'in a text field it selects the text').toBeNull();
  });

  test('and the arrows move along the bar above them', async ({ show }) => {
    const on = await show(six);
    const { page, window } = on;
    await tick(on, 'Factory');
    await bar(page).getByRole('checkbox').focus();
    await page.keyboard.press('ArrowRight');
    await expect(window.button('Log in…', bar(page)), 'nobody is logged in').toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(window.button('Clear selection', bar(page))).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(bar(page)).toHaveCount(0);
    await expect(window.list.locator(':focus')).toHaveCount(1);
  });

  test('and no button is prominent, but each row keeps its own', async ({ show }) => {
    const on = await show(six);
    await tick(on, 'Bridge');
    const copy = on.window.button('Copy header', on.window.row('Castle'));
    await copy.click();
    expect(await on.asked('copySession')).toMatchObject([{ profileId: ids('Castle')[0] }]);
    expect(await ticked(on)).toBe('B');
    await expect(on.window.list.locator('[data-variant="primary"]')).toHaveCount(0);
  });
});

test('The details sum up several ticked rows', async ({ show }) => {
  const on = await show(six);
  const { details } = on.window;
  await tick(on, 'Castle');
  await expect(details.getByRole('heading', { level: 2 })).toHaveText('Castle');
  await tick(on, 'Airport', 'Factory');
  await expect(details.getByRole('heading', { level: 2 })).toHaveText('3 servers selected');
  await expect(details.getByRole('listitem')).toHaveText([
    /Airport.*accepted/,
    /Castle.*Production/,
    /Factory/,
  ]);
  await expect(details.getByText('Production 1')).toBeVisible();
  await on.page.keyboard.press('Escape');
  await expect(details.getByRole('heading', { level: 2 })).toHaveText('Factory');
});

test.describe('what is done with the ticked rows', () => {
  test('is asked of main once, with exactly these', async ({ show }) => {
    const on = await show(six);
    const { page, window } = on;
    await tick(on, 'Airport', 'Depot', 'Embassy');
    const profileIds = ids('Airport', 'Depot', 'Embassy');
    await window.button('Check', bar(page)).click();
    await window.button('Log out', bar(page)).click();
    expect(await on.asked('checkMany')).toEqual([{ profileIds }]);
    expect(await on.asked('logOutMany')).toEqual([{ profileIds }]);
    await expect(window.button('Log out', bar(page)), 'nobody is logged in').toBeDisabled();
    await window.button('Log in…', bar(page)).click();
    await expectFocusInDialog(page, 'bulk log-in');
    await expect(window.dialog.getByRole('checkbox', { name: /^(Airport|Depot|Embassy)/ })).toHaveCount(3);
    await expect(window.dialog.getByText('Factory')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await press(on, 'Export…');
    await expect(window.button('Export 3 servers', window.dialog)).toBeEnabled();
    await page.keyboard.press('Escape');
    await window.row('Depot').focus();
    await page.keyboard.press('Shift+F5');
    await expect.poll(() => on.asked('checkMany')).toHaveLength(2);
    await page.keyboard.press('Delete');
    await expect(window.dialog).toHaveAccessibleName('Remove 3 servers?');
  });

  test('says why it cannot be done, and is in a menu where there is no room', async ({ show }) => {
    const on = await show({
      ...six,
      state: { ...six.state, managed: { locked: [], servers: ids('Factory') } },
    });
    const { page, window } = on;
    await tick(on, 'Factory');
    const check = window.button('Check', bar(page));
    await expect(check).toBeDisabled();
    await expect(check).toHaveAccessibleDescription('None of the selected servers has a session.');
    await expect(window.button('Remove…', bar(page))).toHaveAccessibleDescription(
      'Managed by your organization',
    );
    const main = page.getByRole('main');
    const wide = (width: string) =>
      main.evaluate((element, pixels) => Object.assign(element.style, { width: pixels }), width);
    await wide('420px');
    await expect(window.button('Remove…', bar(page))).toBeVisible();
    await expect(window.button('Tag…', bar(page))).toHaveCount(0);
    await window.button('More', bar(page)).click();
    await expect(page.getByRole('menuitem', { name: 'Tag…' })).toBeEnabled();
    await expect(page.getByRole('menuitem').last()).toHaveText('Export…');
    await page.keyboard.press('Escape');
    await wide('1100px');
    await expect(window.button('More', bar(page))).toHaveCount(0);
    await expect(window.button('Export…', bar(page))).toBeVisible();
    await wide('');
  });
});

test.describe('removing', () => {
  const toast = (page: Page) => page.getByRole('status').filter({ hasText: 'Undo' });

  test('can be undone by a button and by Ctrl+Z, and says where the session stands', async ({ show }) => {
    const on = await show(six);
    const { page, window } = on;
    await window.row('Depot').click();
    await page.keyboard.press('Delete');
    await window.button('Remove', window.dialog).click();
    await expect(window.row('Depot')).toHaveCount(0);
    await expect(toast(page)).toContainText('Depot was removed');
    await expect(toast(page)).toContainText('Its session on the server is still active.');
    await toast(page).getByRole('button', { name: /^Undo/ }).click();
    await expect(window.row('Depot')).toHaveCount(1);
    await expect(toast(page)).toHaveCount(0);

    await tick(on, 'Airport', 'Bridge', 'Castle');
    await page.keyboard.press('Delete');
    await window.button('Remove', window.dialog).click();
    await expect(toast(page)).toContainText('3 servers were removed');
    await expect(bar(page)).toHaveCount(0);
    await window.search.fill('x');
    await page.keyboard.press('Control+Z');
    expect(await on.asked('undo'), 'in a text field it undoes the typing').toHaveLength(1);
    await window.search.fill('');
    await window.row('Depot').focus();
    await page.keyboard.press('Control+Z');
    await expect(window.list.getByRole('row')).toHaveCount(6);
    await page.keyboard.press('Control+Z');
    expect(await on.asked('undo'), 'there is nothing more to undo').toHaveLength(2);
  });

  test('from before the window was opened is offered no more, but the key still undoes it', async ({
    show,
  }) => {
    const removed = { kind: 'removed', count: 1, name: 'Gate', sessionsLeft: 0 } as const;
    const on = await show({ ...six, state: { ...six.state, undoable: { ...removed, id: 7 } } });
    const { page, window } = on;
    await expect(toast(page)).toHaveCount(0);
    await page.evaluate((undoable) => globalThis.window.pageSwitch.change({ undoable }), {
      ...removed,
      id: 8,
    });
    await expect(toast(page)).toContainText('Gate was removed');
    await page.evaluate((undoable) => globalThis.window.pageSwitch.change({ undoable }), {
      ...removed,
      id: 7,
    });
    await expect(toast(page), 'the change before the one that was undone').toHaveCount(0);
    await window.row('Depot').focus();
    await page.keyboard.press('Control+Z');
    expect(await on.asked('undo')).toEqual([{ id: 7 }]);
  });

  test('offers an undo for a while, longer while it is pointed at', async ({ show }) => {
    const on = await show(six);
    const { page, window } = on;
    const timers = await holdTimers(page, 10_000);
    await window.row('Depot').click();
    await page.keyboard.press('Delete');
    await window.button('Remove', window.dialog).click();
    await expect.poll(timers.waiting).toBe(1);
    await toast(page).hover();
    await expect.poll(timers.waiting, 'no time passes while it is pointed at').toBe(0);
    await page.mouse.move(0, 0);
    await expect.poll(timers.waiting).toBe(1);
    await expect(toast(page)).toHaveCount(1);
    await timers.goOff();
    await expect(toast(page)).toHaveCount(0);
    await window.row('Airport').focus();
    await page.keyboard.press('Control+Z');
    await expect(window.row('Depot'), 'by the key it can be undone until the app quits').toHaveCount(1);
    await timers.release();
  });
});

test.describe('tags, environment and favorites', () => {
  const tagged: PageMain = {
    state: {
      rows: (six.state?.rows ?? []).map((row, at) => ({
        ...row,
        profile: { ...row.profile, tags: at < 2 ? ['west', 'lab'] : ['lab'] },
      })),
    },
  };

  test('are changed for all ticked rows at once, and undone at once', async ({ show }) => {
    const on = await show(tagged);
    const { page, window } = on;
    await tick(on, 'Airport', 'Depot');
    const profileIds = ids('Airport', 'Depot');
    await window.button('Environment', bar(page)).click();
    await page.getByRole('menuitem', { name: 'Test' }).click();
    await press(on, 'Favorite');
    expect(await on.asked('changeMany')).toEqual([
      { profileIds, change: { environment: 'test' } },
      { profileIds, change: { favourite: true } },
    ]);
    await expect(window.button('Favorite', bar(page))).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('status').filter({ hasText: 'Favorites changed: 2 servers' })).toBeVisible();
    await window.row('Depot').focus();
    await page.keyboard.press('Control+Z');
    await expect(window.button('Favorite', bar(page))).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('Control+Z');
    await expect(window.row('Depot').getByText('Test', { exact: true })).toHaveCount(0);
    expect(await ticked(on), 'the ticks stay').toBe('AD');
  });

  testDialogs([
    {
      name: 'Tags of 2 servers',
      of: 'selection/tag-many-dialog.tsx',
      main: tagged,
      open: fromBar('Tag…', 'Airport', 'Depot'),
      focus: ['textbox', 'Add tags'],
      shows: ['on all servers', 'on 1 of 2'],
      sends: {
        call: 'changeMany',
        fill: async (on) => {
          const { dialog } = on.window;
          const west = dialog.getByRole('checkbox', { name: 'west' });
          await expect(west).toBeChecked({ indeterminate: true });
          const mark = () => west.evaluate((box) => getComputedStyle(box, '::before').width);
          expect(await mark(), 'looks like neither').toBe('8px');
          await west.click();
          expect(await mark()).toBe('5px');
          await dialog.getByRole('checkbox', { name: 'lab' }).uncheck();
          await on.window.field('Add tags').fill(' customer x, ');
        },
        button: 'Save',
        byEnter: true,
        request: {
          profileIds: ids('Airport', 'Depot'),
          change: { addTags: ['customer x', 'west'], removeTags: ['lab'] },
        },
        refusals: [
          { problem: { code: 'too-many-tags', most: 20 }, says: /20/, field: 'Add tags' },
          { problem: { code: 'managed' }, says: /can’t be changed/ },
        ],
      },
    },
  ]);
});

test('The status bar shows how far a run is, and stops it', async ({ show }) => {
  const on = await show(six);
  const { page } = on;
  await page.evaluate(() => window.pageSwitch.change({ runs: [{ kind: 'check', done: 12, count: 50 }] }));
  const progress = page.getByRole('progressbar', { name: 'Checking: 12 of 50' });
  await expect(progress).toBeVisible();
  await expect(progress).toHaveAttribute('aria-valuenow', '12');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  expect(await on.asked('stopRun')).toEqual([{ kind: 'check' }]);
  await expect(progress).toHaveCount(0);
});
