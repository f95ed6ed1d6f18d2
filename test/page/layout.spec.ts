import { expect, type Page } from '@playwright/test';
import type { LoginMethod } from '../../contract/sessions/session.ts';
import { held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';

const heading = (page: Page, name: string) =>
  page.locator('[data-heading]').filter({ hasText: new RegExp(`^${name}$`) });
const grip = (page: Page, name: string) => page.getByRole('separator', { name });
const widthOf = async (page: Page, name: string) => (await heading(page, name).boundingBox())?.width ?? 0;

/** The names of the columns in order. */
const columns = (page: Page) => page.locator('[data-heading]').allInnerTexts();

async function chooseView({ window, page }: ShownPage, option: string): Promise<void> {
  await window.button('View options').click();
  await page.getByRole('menu').getByText(option, { exact: true }).click();
}

test.afterEach(async ({ pageOfWorker: page }) => {
  await page.setViewportSize({ width: 1_280, height: 800 });
});

test('A wide list has more columns, and they give way in order', async ({ show }) => {
  const { page, window } = await show();
  for (const [width, shown] of [
    [1_920, ['Name', 'User', 'Session', 'Last check', 'Log-in method', 'Tags', 'Last use']],
    [1_280, ['Name', 'User', 'Session']],
    [760, ['Name', 'Session']],
  ] as const) {
    await page.setViewportSize({ width, height: 700 });
    await expect.poll(() => columns(page), `${width}`).toEqual(shown);
  }
  await page.setViewportSize({ width: 1_920, height: 700 });
  const row = window.row('Airport T2');
  await expect(row).toContainText('3 min ago');
  await expect(row).toContainText('41 ms');
  await expect(row).toContainText('Password');
  await expect(row).toContainText('airport');
  await expect(row).toContainText('1 h ago');
  await expect(window.row('Depot')).toContainText('no answer');
});

test('The headings stand above their columns', async ({ show }) => {
  const { page, window } = await show();
  await page.setViewportSize({ width: 1_920, height: 500 });
  await expect.poll(() => columns(page)).toHaveLength(7);
  const lefts = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));
  const headings = await lefts('[data-heading]');
  const cells = await window
    .row('Airport T2')
    .locator('> [role="gridcell"] > :not(button, span)')
    .evaluateAll((all) => all.map((cell) => Math.round(cell.getBoundingClientRect().left)));
  expect(cells.slice(0, headings.length)).toEqual(headings);
});

/** The initials of the rows, in order. */
const orderOf = ({ window }: ShownPage) =>
  window.list.getByRole('row').evaluateAll((all) =>
    all
      .toSorted((one, other) => Number(one.ariaRowIndex) - Number(other.ariaRowIndex))
      .map((row) => row.ariaLabel?.[0])
      .join(''),
  );

test('A heading sorts the list and says so', async ({ show }) => {
  const on = await show();
  const { page, window } = on;
  await expect(window.button('Name')).toHaveAttribute('aria-pressed', 'true');
  await window.button('Session').click();
  await expect(window.button('Session')).toHaveAttribute('aria-pressed', 'true');
  await expect(window.button('Name')).toHaveAttribute('aria-pressed', 'false');
  expect(await on.asked('changeSettings')).toEqual([{ settings: { sortOrder: 'expiry' } }]);
  // Results of a search have an order of their own.
  await window.search.fill('metro');
  await expect(window.button('Session')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: /^\d+ of \d+ servers$/ })).toBeVisible();
});

test('Rows keep their places after checks until the same heading is pressed again', async ({ show }) => {
  const left = (hours: number) => held(Date.now(), hours * 3_600_000, 'accepted');
  const server = (number: number, name: string, hours: number) =>
    rowOf(number, { name, address: `https://10.0.6.${number}`, userName: 'operator', session: left(hours) });
  const on = await show({ state: { rows: [server(1, 'A', 900), server(2, 'B', 800)] } });
  const { page, window } = on;
  await window.button('Session').click();
  await expect.poll(() => orderOf(on)).toBe('BA');
  await page.evaluate((row) => globalThis.window.pageSwitch.change({ rows: [row] }), server(2, 'B', 2_400));
  await expect(window.row('B')).toContainText(/99 days|100 days/);
  expect(await orderOf(on)).toBe('BA');
  await window.button('Session').click();
  await expect.poll(() => orderOf(on)).toBe('AB');
  expect(await on.asked('changeSettings'), 'nothing was chosen anew').toHaveLength(1);
});

test('The columns of last check and log-in method sort the list too', async ({ show }) => {
  const hour = 3_600_000;
  const server = (number: number, name: string, hoursAgo: number, wayIn: LoginMethod) => {
    const session = held(Date.now() - hoursAgo * hour, 2_400 * hour, 'accepted', null, { wayIn });
    return rowOf(number, { name, address: `https://10.0.6.${number}`, userName: 'operator', session });
  };
  const rows = [server(1, 'A', 1, 'pasted'), server(2, 'B', 2, 'password'), server(3, 'C', 3, 'face')];
  const on = await show({ state: { rows } });
  const { page, window } = on;
  await page.setViewportSize({ width: 1_920, height: 500 });
  const order = () => orderOf(on);
  await expect.poll(order).toBe('ABC');
  await window.button('Last check').click();
  await expect.poll(order, 'the longest ago first').toBe('CBA');
  await window.button('Log-in method').click();
  await expect(window.button('Log-in method')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(order).toBe('BCA');
  await page.getByRole('button', { name: 'View options' }).click();
  await page.getByRole('menuitem', { name: 'Sort' }).press('ArrowRight');
  await page.getByRole('menuitemradio', { name: 'Last check' }).click();
  expect(await on.asked('changeSettings')).toEqual(
    ['lastCheck', 'loginMethod', 'lastCheck'].map((sortOrder) => ({ settings: { sortOrder } })),
  );
});

test('View options choose order, columns and density, and save only what was chosen', async ({ show }) => {
  const on = await show();
  const { page } = on;
  await page.setViewportSize({ width: 1_920, height: 700 });
  await chooseView(on, 'Tags');
  await expect.poll(() => columns(page)).not.toContain('Tags');
  // Several columns can be chosen one after another.
  await expect(page.getByRole('menuitemcheckbox', { name: 'Tags' })).toHaveAttribute('aria-checked', 'false');
  await page.getByRole('menuitemcheckbox', { name: 'User' }).click();
  await expect
    .poll(() => columns(page))
    .toEqual(['Name', 'Session', 'Last check', 'Log-in method', 'Last use']);
  await page.getByRole('menuitemcheckbox', { name: 'Tags' }).click();
  await page.keyboard.press('Escape');
  expect(await on.asked('changeLayout')).toEqual([
    { layout: { columns: { tags: { shown: false } } } },
    { layout: { columns: { tags: { shown: false }, user: { shown: false } } } },
    { layout: { columns: { user: { shown: false } } } },
  ]);
  // The user is still to be seen.
  await expect(on.window.row('Airport T2')).toContainText('guard2');
  await expect(on.window.row('Airport T2')).toContainText('10.0.4.7');

  await chooseView(on, 'Compact');
  await expect.poll(async () => (await on.window.row('Airport T2').boundingBox())?.height).toBe(36);
  await on.window.button('View options').click();
  await on.page.getByRole('menuitem', { name: 'Sort' }).click();
  await on.page.getByRole('menuitemradio', { name: 'Expiry' }).click();
  await expect(on.window.button('Session')).toHaveAttribute('aria-pressed', 'true');
});

test('A column that has no room cannot be chosen', async ({ show }) => {
  const on = await show();
  await on.window.button('View options').click();
  const tags = on.page.getByRole('menuitemcheckbox', { name: /Tags/ });
  await expect(tags).toHaveAttribute('aria-disabled', 'true');
  await expect(tags).toContainText('no room');
  await on.page.keyboard.press('Escape');
});

test('A column is resized by keys and by the pointer, and a double click resets it', async ({ show }) => {
  const on = await show();
  const { page } = on;
  const before = await widthOf(page, 'User');
  await grip(page, 'Width of the “User” column').focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => widthOf(page, 'User')).toBe(before + 16);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  // The narrowest is as wide as a short name.
  await expect.poll(() => widthOf(page, 'User')).toBe(before - 16);
  const line = await grip(page, 'Width of the “User” column').boundingBox();
  if (line === null) throw new Error('No line');
  const [x, y] = [line.x + line.width / 2, line.y + line.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 10, y);
  await expect.poll(() => widthOf(page, 'User')).toBe(before - 6);
  const saved = (await on.asked('changeLayout')).length;
  await page.mouse.up();
  await expect.poll(() => on.asked('changeLayout')).toHaveLength(saved + 1);
  expect((await on.asked('changeLayout')).at(-1)).toEqual({
    layout: { columns: { user: { width: before - 6 - 12 } } },
  });
  await grip(page, 'Width of the “User” column').dblclick();
  await expect.poll(() => widthOf(page, 'User')).toBe(before);
  expect((await on.asked('changeLayout')).at(-1)).toEqual({ layout: { columns: {} } });
});

test('A column gets no wider than leaves the name its room', async ({ show }) => {
  const { page } = await show();
  await grip(page, 'Width of the “User” column').focus();
  await page.keyboard.press('End');
  await expect.poll(() => columns(page)).toEqual(['Name', 'User', 'Session']);
  expect(await widthOf(page, 'Name')).toBeGreaterThanOrEqual(184);
});
