import { expect, type Page } from '@playwright/test';
import { defaultLayout } from '../../contract/layout.ts';
import { held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import { test } from '../support/page/page-test.ts';

const grip = (page: Page, name: string) => page.getByRole('separator', { name });
const paneWidth = async (page: Page, name: string) =>
  (await page.locator(`[data-pane="${name}"]`).boundingBox())?.width ?? 0;

test.afterEach(async ({ pageOfWorker: page }) => {
  await page.setViewportSize({ width: 1_280, height: 800 });
});

for (const [pane, name, wider, widest] of [
  ['views', 'Width of the views', 'ArrowRight', 280],
  ['session', 'Width of the details', 'ArrowLeft', 480],
] as const)
  test(`The pane “${pane}” is resized by keys within its bounds, and remembered`, async ({ show }) => {
    const on = await show();
    const { page } = on;
    const before = await paneWidth(page, pane);
    const line = grip(page, name);
    await line.focus();
    await expect(line).toHaveAttribute('aria-valuenow', String(before));
    await page.keyboard.press(wider);
    await expect.poll(() => paneWidth(page, pane)).toBe(before + 16);
    await expect(line).toHaveAttribute('aria-valuenow', String(before + 16));
    const saved = pane === 'views' ? 'viewsWidth' : 'detailsWidth';
    expect(await on.asked('changeLayout')).toEqual([{ layout: { [saved]: before + 16 } }]);
    await page.keyboard.press('End');
    await expect.poll(() => paneWidth(page, pane)).toBe(widest);
    await line.dblclick();
    await expect.poll(() => paneWidth(page, pane)).toBe(before);
    expect((await on.asked('changeLayout')).at(-1)).toEqual({ layout: { [saved]: null } });
  });

test('A pane follows the pointer, and Escape puts it back', async ({ show }) => {
  const on = await show();
  const { page } = on;
  const before = await paneWidth(page, 'session');
  const box = await grip(page, 'Width of the details').boundingBox();
  if (box === null) throw new Error('No line');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 40, y, { steps: 4 });
  await expect.poll(() => paneWidth(page, 'session')).toBe(before + 40);
  await page.keyboard.press('Escape');
  await expect.poll(() => paneWidth(page, 'session')).toBe(before);
  await page.mouse.up();
  expect(await on.asked('changeLayout')).toEqual([]);

  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 40, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => on.asked('changeLayout')).toEqual([{ layout: { detailsWidth: before + 40 } }]);
});

test('A wide pane gives way in a narrow window, so that names stay whole', async ({ show }) => {
  const { page } = await show({
    state: { layout: { ...defaultLayout, viewsWidth: 280, detailsWidth: 480 } },
  });
  await expect.poll(() => paneWidth(page, 'views')).toBe(280);
  await expect.poll(() => paneWidth(page, 'session')).toBe(480);
  await page.setViewportSize({ width: 1_000, height: 700 });
  await expect.poll(() => paneWidth(page, 'list')).toBeGreaterThanOrEqual(470);
  // A drawer has no line, and neither have the views where they are a menu.
  await page.setViewportSize({ width: 800, height: 700 });
  await expect(grip(page, 'Width of the details')).toHaveCount(0);
  await page.setViewportSize({ width: 480, height: 700 });
  await expect(grip(page, 'Width of the views')).toHaveCount(0);
});

test('The views have Logged out and None, and no count of zero', async ({ show }) => {
  const session = held(Date.now(), 90 * 86_400_000, 'accepted');
  const wish = { address: 'https://10.0.4.7', userName: 'guard' };
  const rows = [
    rowOf(1, { ...wish, name: 'Airport', environment: 'production', session }),
    rowOf(2, { ...wish, name: 'Depot', session: { phase: 'logged-out' } }),
  ];
  const { page, window } = await show({ state: { rows } });
  const views = page.getByRole('navigation', { name: 'Views' });
  await expect(views.getByRole('button')).toHaveText([
    'All2',
    'Expiring',
    'Problems',
    'Logged out1',
    'Favorites',
    'Recent',
    'Production1',
    'None1',
    'Server overview',
    'Sessions on servers',
    'Journal',
  ]);
  await window.button('Logged out 1', views).click();
  await expect(page.getByRole('row')).toHaveCount(1);
  await expect(window.row('Depot')).toBeVisible();
  await views.getByRole('button', { name: /^None/ }).click();
  await expect(window.row('Depot')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(1);

  await window.button('Journal', views).click();
  await expect(page.getByRole('heading', { name: 'Journal' })).toBeVisible();
  await expect(window.button('Journal', views)).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Control+PageDown');
  await expect(page.locator('[data-pane="list"], #servers').first()).toBeVisible();
  await expect(views.locator('[aria-current="page"]')).toHaveCount(0);
});

test('The title names the selected server and production, and only the app behind the lock', async ({
  show,
}) => {
  const on = await show();
  const { page, window } = on;
  await window.row('Lab').click();
  await expect(page).toHaveTitle('Lab – FindFace Session Manager');
  await window.row('Airport T2').click();
  await expect(page).toHaveTitle('PROD · Airport T2 – FindFace Session Manager');
  await window.search.fill('no such server');
  await expect(page).toHaveTitle('FindFace Session Manager');
  await page.keyboard.press('Escape');
  await window.row('Lab').click();
  await expect(page).toHaveTitle('Lab – FindFace Session Manager');
  await page.evaluate(() => globalThis.window.bridge.lock());
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page).toHaveTitle('FindFace Session Manager');
});
