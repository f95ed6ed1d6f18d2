import { expect, type Page } from '@playwright/test';
import { defaultLayout } from '../../contract/layout.ts';
import { defaultSettings } from '../../contract/settings.ts';
import { listWidth } from '../../renderer/frame/pane-sizes.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { held, type RowWish, rowOf } from '../support/fake-bridge/fake-rows.ts';
import { test } from '../support/page/page-test.ts';

const now = Date.now();
const day = 86_400_000;

/** Names of forty characters: of short words, of one word, and in a wider alphabet. */
const longNames = [
  'Museum of Modern Arts, east wing, gate 4',
  'Donaudampfschifffahrtsgesellschaftskapit',
  'ff-depot-7.metro-north.example.local-old',
  'Северный терминал, служебный вход смены',
];

/** A row with every mark there is. */
const marked = (name: string, nth: number): RowWish => ({
  name,
  address: `http://ff-${nth}.a-very-long-subdomain.metro.example.local:18443/findface`,
  userName: 'operator.of.the.night.shift',
  environment: 'production',
  tls: {
    mode: 'pin',
    fingerprint: 'ab'.repeat(32),
    trustedAt: now - 200 * day,
    dates: { validFrom: now - 400 * day, validTo: now - day },
  },
  rightsChange: { at: now - day, gained: 0, lost: 2 },
  session: held(now, 12 * day, 'unreachable', {
    code: 'server-unreachable',
    host: 'ff.example.local',
    reason: 'no-route',
  }),
});

const rows = longNames.map((name, index) => rowOf(index + 1, marked(name, index + 1)));

/** The names that are not whole. */
const cutNames = (page: Page, names: readonly string[]) =>
  page.evaluate(
    (all) =>
      all.filter((name) => {
        const shown = document.querySelector<HTMLElement>(`#servers [title="${CSS.escape(name)}"]`);
        const room = shown?.parentElement?.getBoundingClientRect();
        if (shown === null || room === undefined) return true;
        // In a compact row the name is a part of a text, and has no box of its own.
        const text = document.createRange();
        text.selectNodeContents(shown);
        return (
          shown.scrollHeight > shown.clientHeight + 1 ||
          shown.scrollWidth > shown.clientWidth + 1 ||
          [...text.getClientRects()].some(
            ({ right, bottom }) => right > room.right + 1 || bottom > room.bottom + 1,
          )
        );
      }),
    names,
  );

test.afterEach(async ({ pageOfWorker: page }) => {
  await page.setViewportSize({ width: 1_280, height: 800 });
});

for (const density of ['comfortable', 'compact'] as const)
  test(`Names of forty characters are whole, whatever else the row has to show (${density})`, async ({
    show,
  }) => {
    const { page } = await show({ state: { rows, settings: { ...defaultSettings, density } } });
    // Some of them are those of wider windows with a zoom.
    for (const width of [1_920, 1_280, 1_024, 990, 853, 760, 640, 480]) {
      await page.setViewportSize({ width, height: 700 });
      await expect.poll(() => cutNames(page, longNames), `${width}`).toEqual([]);
      const overflow = await page.evaluate(() => {
        const list = document.querySelector<HTMLElement>('#servers');
        return list === null ? -1 : list.scrollWidth - list.clientWidth;
      });
      expect(overflow, `${width}`).toBe(0);
    }
  });

test('A long address loses its middle, and the environment stays a word', async ({ show }) => {
  const { page } = await show({ state: { rows } });
  const row = page.getByRole('row').first();
  await expect(row.getByText('Production', { exact: true })).toBeInViewport({ ratio: 1 });
  await expect(row.getByText('3/findface', { exact: true })).toBeInViewport({ ratio: 1 });
});

test('A compact row has the environment after a name of two lines', async ({ show }) => {
  const named = (name: string) => ({ state: { rows: [rowOf(1, marked(name, 1))], settings: compact } });
  const compact = { ...defaultSettings, density: 'compact' } as const;
  const { page } = await show(named('Museum of Modern Arts, east wing'));
  const row = page.getByRole('row').first();
  for (const width of [1_280, 760]) {
    await page.setViewportSize({ width, height: 700 });
    await expect(row.getByText('Production', { exact: true })).toBeInViewport({ ratio: 1 });
  }
});

test('A compact row has the sign of its environment beside the longest name, also in the smallest window', async ({
  show,
}) => {
  const { page } = await show({ state: { rows, settings: { ...defaultSettings, density: 'compact' } } });
  await page.setViewportSize({ width: 480, height: 400 });
  for (const row of await page.getByRole('row').all()) {
    const sign = row.getByTitle('Production', { exact: true });
    await expect(sign).toBeInViewport({ ratio: 1 });
    expect((await sign.boundingBox())?.width).toBeGreaterThanOrEqual(14);
  }
});

test('A compact row shows the letters of its second line whole', async ({ show }) => {
  const { page, window } = await show({ state: { settings: { ...defaultSettings, density: 'compact' } } });
  await page.setViewportSize({ width: 760, height: 700 });
  const below = window
    .row('Airport T1')
    .getByTitle('guard1', { exact: true })
    .evaluate((user) => {
      const bottom = (element: Element | null | undefined) => element?.getBoundingClientRect().bottom ?? 0;
      return bottom(user) - bottom(user.parentElement?.parentElement);
    });
  expect(await below).toBeLessThanOrEqual(0.1);
});

test('In a narrow list the user takes the place of the address', async ({ show }) => {
  const { page, window } = await show();
  const row = window.row('Airport T2');
  await expect(row.getByText('10.0.4.7')).toBeVisible();
  await page.setViewportSize({ width: 760, height: 700 });
  await expect(row.getByText('10.0.4.7')).toHaveCount(0);
  await expect(row.getByText('guard2')).toBeVisible();
  await expect(window.button('Copy header', row)).toHaveText('Copy header');
  await page.setViewportSize({ width: 480, height: 700 });
  await expect(row.getByText('guard2')).toBeVisible();
  const box = await window.button('Copy header', row).boundingBox();
  expect(box?.width).toBeLessThan(40);
});

test('The first picture is computed for the width that the list has', async ({ show }) => {
  const { page } = await show();
  const measured = () =>
    page.locator('[data-pane="list"]').evaluate((list) => list.getBoundingClientRect().width);
  for (const width of [1_920, 1_600, 1_280, 1_024, 990, 989, 900, 899, 760, 640, 639, 480]) {
    await page.setViewportSize({ width, height: 700 });
    await expect.poll(measured, `${width}`).toBe(listWidth(width, defaultLayout, true));
  }
});

test('The first picture is computed for the height that the list has', async ({ show }) => {
  const { page } = await show();
  const shellHeight = 114;
  const measured = () => page.locator('#servers').evaluate((list) => list.clientHeight);
  for (const height of [400, 700, 800, 1_080]) {
    await page.setViewportSize({ width: 1_280, height });
    await expect.poll(measured, `${height}`).toBe(height - shellHeight);
  }
});

test('A row has no serious troubles for people who see or hear it otherwise', async ({ show }) => {
  const { page } = await show({ state: { rows } });
  expect(await seriousTroubles(page, [], '#servers')).toEqual([]);
});

test('A message below the list does not cover the selected row', async ({ show }) => {
  const on = await show();
  const { page, window } = on;
  await page.setViewportSize({ width: 760, height: 400 });
  await window.row('Airport T1').focus();
  const last = page.locator('#servers [role="row"]:focus');
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowDown');
  await expect(last).toBeInViewport({ ratio: 1 });
  const problem = { code: 'not-saved', file: 'profiles.json', reason: 'disk-full' } as const;
  await on.answer('markFavourite', { ok: false, problem });
  await page.keyboard.press('Control+Shift+F');
  await expect(page.getByRole('alert')).toBeVisible();
  const row = await last.boundingBox();
  const list = await page.locator('#servers').boundingBox();
  // Scrolling knows only whole pixels.
  expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThan((list?.y ?? 0) + (list?.height ?? 0) + 1);
});
