import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { seedProfiles } from '../../bench/seed.ts';
import { type RunningApp, test } from '../../support/app/app.ts';

const folder = join(import.meta.dirname, '../../support/app/held-list');
const count = 400;

/** What the window shows of its list, and where. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const list = document.getElementById('servers');
    const rows = [...(list?.querySelectorAll('[role=row]') ?? [])];
    return {
      rowCount: list?.getAttribute('aria-rowcount'),
      rows: rows.map((row) => [
        row.getAttribute('aria-rowindex'),
        row.getAttribute('data-key'),
        row.getAttribute('aria-label'),
        row.getAttribute('aria-selected'),
        row.getBoundingClientRect().top,
        row.textContent,
      ]),
      places: [list?.scrollTop, list?.scrollHeight],
      views: document.querySelector('nav')?.textContent,
      heading: document.querySelector('main h2')?.textContent,
      focused: document.activeElement?.outerHTML,
    };
  });

const hasLastRow = (page: Page) =>
  page.evaluate(async (index) => {
    const list = document.getElementById('servers');
    if (list === null) return false;
    list.scrollTop = list.scrollHeight;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const isThere = list.querySelector(`[aria-rowindex="${index}"]`) !== null;
    list.scrollTop = 0;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return isThere;
  }, count);

test.describe('the first picture of a long list', () => {
  let app: RunningApp;

  test.beforeEach(async ({ dataFolder, launch }) => {
    await seedProfiles(dataFolder, count);
    const first = await launch({ folder });
    expect(await hasLastRow(first.page), 'the first start has all rows at once').toBe(true);
    await first.close();
    app = await launch({ folder });
  });

  test('is what the whole list shows, which moves nothing', async () => {
    const { electron, page } = app;
    const before = await shown(page);
    expect(before.rowCount).toBe(String(count));
    expect(await hasLastRow(page)).toBe(false);
    await electron.evaluate(() => (globalThis as unknown as { letListThrough: () => void }).letListThrough());
    await expect.poll(() => hasLastRow(page)).toBe(true);
    expect(await shown(page)).toEqual(before);
  });

  test('lets the first key find the last row', async () => {
    const { page } = app;
    await page.evaluate(() => document.querySelector<HTMLElement>('#servers [role=row]')?.focus());
    await page.keyboard.press('End');
    await expect(page.locator('#servers [aria-selected=true]')).toHaveAttribute(
      'aria-rowindex',
      String(count),
    );
  });

  test('lets the first letter search all rows', async () => {
    const { page, window } = app;
    await page.keyboard.type('Campus 50');
    await expect(window.row('Campus 50')).toHaveAttribute('aria-selected', 'true');
  });

  test('lets the page wait for the state once', async () => {
    const { page } = app;
    const asked = await page.evaluate(() => [window.bridge.readStateNow(), window.bridge.readStateNow()]);
    expect(asked.map((state) => (state === null ? null : JSON.parse(state).rows.length))).toEqual([
      count,
      null,
    ]);
  });
});
