import { expect } from '@playwright/test';
import { idOf, rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';

const names = ['Airport', 'Castle', 'Depot'];
const three: PageMain = {
  state: {
    rows: names.map((name, at) =>
      rowOf(540 + at, {
        ...{ name, address: `https://10.0.5.${at}`, userName: 'operator', session: { phase: 'logged-out' } },
        environment: name === 'Castle' ? 'production' : 'none',
        tags: name === 'Airport' ? ['west'] : [],
      }),
    ),
  },
};
const ids = (...wanted: string[]) => wanted.map((name) => idOf(540 + names.indexOf(name)));

/** Presses a key in the row of the first server, with all of them ticked if there are several. */
const pressIn =
  (key: string, first: string, ...others: string[]) =>
  async ({ page, window }: ShownPage): Promise<void> => {
    for (const name of others.length > 0 ? [first, ...others] : [])
      await window.row(name).click({ modifiers: ['Control'] });
    await window.row(first).focus();
    await page.keyboard.press(key);
  };

test('Tags and environment of one server are changed by the keys for several', async ({ show }) => {
  const on = await show(three);
  const { page, window } = on;
  await pressIn('Control+T', 'Depot')(on);
  await expect(window.dialog).toHaveAccessibleName('Tags of 1 server');
  await window.field('Add tags').fill('x');
  await page.keyboard.press('Enter');
  await expect(window.dialogs).toHaveCount(0);
  await expect(window.row('Depot')).toBeFocused();
  await pressIn('Control+Shift+T', 'Castle')(on);
  await expect(window.dialog).toHaveAccessibleName('Environment of Castle');
  await expect(window.dialog.getByRole('button', { name: /Environment/ })).toContainText('Production');
  await page.keyboard.press('n');
  await window.button('Save', window.dialog).click();
  await expect(window.dialogs).toHaveCount(0);
  expect(await on.asked('changeMany')).toMatchObject([
    { profileIds: ids('Depot'), change: { addTags: ['x'] } },
    { profileIds: ids('Castle'), change: { environment: 'none' } },
  ]);
});

test('The favorites of all ticked servers change by the key of one', async ({ show }) => {
  const on = await show(three);
  await pressIn('Control+Shift+F', 'Airport', 'Depot')(on);
  await pressIn('Control+Shift+F', 'Airport')(on);
  const profileIds = ids('Airport', 'Depot');
  expect(await on.asked('changeMany')).toEqual([
    { profileIds, change: { favourite: true } },
    { profileIds, change: { favourite: false } },
  ]);
  expect(await on.asked('markFavourite')).toEqual([]);
});

test('The commands begin with those for the ticked servers', async ({ show }) => {
  const on = await show(three);
  const { page, window } = on;
  await pressIn('Control+K', 'Airport', 'Castle')(on);
  const { dialog } = window;
  const group = dialog.getByRole('group', { name: 'Commands for 2 selected servers' });
  await expect(group.getByRole('option')).toHaveText([
    /^Check.*Log in first/,
    /^Log in….*Ctrl\+R$/,
    /^Log out.*Log in first/,
    ...[/^Tag…/, /^Environment/, /^Favorite/, /^Hide/, /^Export…/, /^Remove….*Del$/],
  ]);
  await page.keyboard.type('hide');
  await expect(dialog.getByRole('option', { selected: true })).toHaveText(/^Hide/);
  await page.keyboard.press('Enter');
  await expect(window.dialogs).toHaveCount(0);
  expect(await on.asked('changeMany')).toEqual([
    { profileIds: ids('Airport', 'Castle'), change: { hidden: true } },
  ]);
});

testDialogs([
  {
    name: 'Environment of 2 servers',
    of: 'profile-form/environment-dialog.tsx',
    open: pressIn('Control+Shift+T', 'Airport', 'Castle'),
    main: three,
    focus: ['button', /Environment/],
    shows: ['The servers have different environments now.'],
    sends: {
      call: 'changeMany',
      fill: ({ page }) => page.keyboard.press('t'),
      button: 'Save',
      request: { profileIds: ids('Airport', 'Castle'), change: { environment: 'test' } },
      refusals: [{ problem: { code: 'managed' }, says: /can’t be changed/ }],
    },
  },
  {
    name: 'Tags of 2 servers',
    when: 'from the keyboard',
    of: 'selection/tag-many-dialog.tsx',
    main: three,
    open: pressIn('Control+T', 'Airport', 'Depot'),
    focus: ['textbox', 'Add tags'],
    shows: ['on 1 of 2'],
  },
]);
