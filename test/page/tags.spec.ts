import { expect, type Locator } from '@playwright/test';
import { seriousTroubles } from '../support/app/axe.ts';
import { rowOf } from '../support/fake-bridge/fake-rows.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';
import { byKey } from './opening.ts';

const rows = ['metro', 'museum', 'north'].map((tag, index) =>
  rowOf(600 + index, {
    name: `Site ${index}`,
    address: `https://10.0.8.${index}`,
    userName: 'ivanov',
    tags: [tag],
    session: { phase: 'logged-out' },
  }),
);

test.afterEach(({ pageOfWorker }) => pageOfWorker.setViewportSize({ width: 1280, height: 800 }));

test.describe('The tags of a server', () => {
  test('are suggested while one is typed, and chosen by keys', async ({ show }) => {
    const on = await show({ state: { rows } });
    const { page, window } = on;
    await page.keyboard.press('Control+N');
    await window.field('Server address').fill('10.0.4.7');
    await window.field('User name').fill('ivanov');
    await window.more.click();
    const field = window.dialog.getByRole('combobox', { name: 'Tags' });
    await field.click();
    await expect(page.getByRole('option')).toHaveCount(0);
    await page.keyboard.type('m');
    await expect(page.getByRole('option')).toHaveText(['metro', 'museum']);
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    expect(await seriousTroubles(page, [], '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { name: 'museum' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue('museum, ');
    await expect(field).toBeFocused();
    await page.keyboard.type('nor');
    await page.getByRole('option', { name: 'north' }).click();
    await expect(field).toHaveValue('museum, north, ');
    expect(await on.asked('addProfile')).toEqual([]);
    await window.button('Save without logging in', window.dialog).click();
    await expect.poll(() => on.asked('addProfile')).toMatchObject([{ draft: { tags: ['museum', 'north'] } }]);
  });

  test('need no suggestion: Esc hides them first, and Enter saves what is typed', async ({ show }) => {
    const on = await show({ state: { rows } });
    const { page, window } = on;
    await window.row('Site 0').focus();
    await page.keyboard.press('F2');
    const field = window.dialog.getByRole('combobox', { name: 'Tags' });
    await field.fill('m');
    await expect(page.getByRole('option')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('option')).toHaveCount(0);
    await expect(window.dialog).toBeVisible();
    await field.fill('mu');
    await page.keyboard.press('Enter');
    await expect.poll(() => on.asked('editProfile')).toMatchObject([{ draft: { tags: ['mu'] } }]);
  });

  test('stay at the field while the dialog is scrolled', async ({ show }) => {
    const { page, window } = await show({ state: { rows } });
    await page.setViewportSize({ width: 760, height: 480 });
    await window.row('Site 0').focus();
    await page.keyboard.press('F2');
    const field = window.dialog.getByRole('combobox', { name: 'Tags' });
    const list = page.getByRole('listbox', { name: 'Tags of other servers' });
    for (let opened = 0; opened < 8; opened += 1) {
      await field.fill('');
      await field.fill('m');
      await field.evaluate((input) => input.scrollIntoView({ block: 'center' }));
      await expect(list).toBeVisible();
      for (const by of [20, -20]) {
        await field.evaluate(scrollDialog, by);
        await expect.poll(() => gapBetween(field, list)).toBe(4);
      }
    }
    // Out of sight of the dialog the list would cover what has nothing to do with it.
    await field.evaluate(scrollDialog, 2_000);
    await expect(list).toBeHidden();
  });
});

const tagged = [
  ['Alpha', ['metro', 'lab']],
  ['Beta', ['metro']],
  ['Gamma', ['museum']],
].map(([name, tags], index) =>
  rowOf(650 + index, {
    ...{ name: String(name), address: `https://10.0.8.${50 + index}`, userName: 'ivanov' },
    ...{ tags: [...(tags ?? [])], session: { phase: 'logged-out' } },
  }),
);

testDialogs([
  {
    name: 'Tags',
    of: 'tags/tags-dialog.tsx',
    main: { state: { rows: tagged } },
    open: byKey('Control+g'),
    focus: ['button', 'Close'],
    shows: ['metro', '2 servers', 'museum'],
  },
]);

test.describe('The dialog of all tags', () => {
  const lines = ({ window }: ShownPage) => window.dialog.getByRole('listitem');

  test('is opened beside the heading of the tags, and renames one, which the view follows', async ({
    show,
  }) => {
    const on = await show({ state: { rows: tagged } });
    const { page, window } = on;
    await page.getByRole('button', { name: /^metro/ }).click();
    await window.button('Manage tags…').click();
    await expect(lines(on)).toHaveText([/^lab1 server$/, /^metro2 servers$/, /^museum1 server$/]);
    await window.button('Rename metro').click();
    const field = window.field('New name');
    await expect(field).toBeFocused();
    await page.keyboard.type('line 2');
    await page.keyboard.press('Enter');
    expect(await on.asked('renameTag')).toEqual([{ from: 'metro', to: 'line 2' }]);
    await expect(window.button('Rename line 2')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(window.dialogs).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^line 2/ })).toHaveAttribute('aria-current', 'true');
    await expect(window.list.getByRole('row', { name: /Alpha|Beta/ })).toHaveCount(2);
    await expect(page.getByRole('status').filter({ hasText: 'Tags of 2 servers changed' })).toBeVisible();
  });

  test('says what a tag would become part of, and Esc leaves one step at a time', async ({ show }) => {
    const on = await show({ state: { rows: tagged } });
    const { page, window } = on;
    await page.keyboard.press('Control+G');
    await window.button('Rename lab').press('Enter');
    await page.keyboard.type('METRO');
    const field = window.field('New name');
    await expect(field).toHaveAccessibleDescription('Becomes part of “metro” (2 servers)');
    await expect(window.button('Merge', window.dialog)).toBeVisible();
    expect(await seriousTroubles(page, [], '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(window.button('Rename lab')).toBeFocused();
    await window.button('Rename lab').press('Enter');
    await page.keyboard.type('Metro');
    await window.button('Merge', window.dialog).click();
    expect(await on.asked('renameTag')).toEqual([{ from: 'lab', to: 'metro' }]);
    await expect(lines(on)).toHaveCount(2);
    await expect(window.button('Rename metro')).toBeFocused();
  });

  test('removes a tag after a question, and says why it cannot', async ({ show }) => {
    const on = await show({ state: { rows: tagged } });
    const { page, window } = on;
    await page.keyboard.press('Control+G');
    await window.button('Remove metro').click();
    await expect(window.dialog).toContainText('Remove “metro” from 2 servers?');
    await expect(window.button('Cancel', window.dialog)).toBeFocused();
    await on.answer('renameTag', { ok: false, problem: { code: 'managed' } });
    await window.button('Remove', window.dialog).click();
    await expect(window.dialog.getByRole('alert')).toContainText('can’t be changed');
    await on.answer('renameTag', null);
    await window.button('Remove', window.dialog).click();
    await expect(lines(on)).toHaveCount(2);
    await expect(window.button('Rename museum')).toBeFocused();
    await on.answer('renameTag', { ok: false, problem: { code: 'tag-too-long', longest: 40 } });
    await page.keyboard.press('Enter');
    await page.keyboard.type('x'.repeat(41));
    await page.keyboard.press('Enter');
    await expect(window.field('New name')).toHaveAccessibleDescription(/up to 40 characters/);
    await expect(window.field('New name')).toBeFocused();
  });
});

function scrollDialog(field: Element, by: number): void {
  field.closest('form > [role=region]')?.scrollBy(0, by);
}

/** The distance between two elements of which one is above the other, in px; null if one is not there. */
async function gapBetween(one: Locator, other: Locator): Promise<number | null> {
  const [a, b] = await Promise.all([one.boundingBox(), other.boundingBox()]);
  return a && b && Math.round(Math.max(a.y, b.y) - (a.y < b.y ? a.y + a.height : b.y + b.height));
}
