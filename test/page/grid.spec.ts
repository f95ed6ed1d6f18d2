import { expect, type Locator } from '@playwright/test';
import { tabTo } from '../support/app/focus.ts';
import { rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { fromMenu, openOverview } from './opening.ts';

const count = 5_000;
/** Far more rows than the window shows, far fewer than there are. */
const maxRendered = 80;

const names = Array.from({ length: count }, (_, index) => `Camera hub ${String(index + 1).padStart(4, '0')}`);
const manyServers: PageMain = {
  state: {
    rows: names.map((name, index) =>
      rowOf(1_000 + index, {
        name,
        address: `https://10.0.${index >> 8}.${index & 255}`,
        userName: 'operator',
        session: { phase: 'logged-out' },
      }),
    ),
  },
};

const focused = (grid: Locator) => grid.locator(':focus').getAttribute('aria-rowindex');

async function openTable(on: ShownPage): Promise<Locator> {
  await openOverview(on);
  const grid = on.page.getByRole('grid', { name: 'Server overview' });
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  return grid;
}

test.describe('A grid of 5 000 rows', () => {
  test('says how many there are, renders few, and is never blank while it is scrolled', async ({ show }) => {
    const on = await show(manyServers);
    const grid = await openTable(on);
    await expect(grid).toHaveAttribute('aria-rowcount', String(count + 1));
    await grid.hover();
    for (let turn = 0; turn < 12; turn += 1) {
      await on.page.mouse.wheel(0, 1_700);
      const gap = await grid.evaluate(async (frame) => {
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const box = frame.getBoundingClientRect();
        const rows = [...frame.querySelectorAll('[data-line]')].map((row) => row.getBoundingClientRect());
        // Every point of the height below the headings is covered by a row.
        return Array.from({ length: 10 }, (_, part) => box.top + 40 + ((box.height - 60) * part) / 9).filter(
          (y) => !rows.some(({ top, bottom }) => top <= y && bottom >= y),
        );
      });
      expect(gap).toEqual([]);
    }
    expect(await grid.getByRole('row').count()).toBeLessThan(maxRendered);
  });

  test('moves by line, page and to the ends, whatever is rendered', async ({ show }) => {
    const on = await show(manyServers);
    const { page } = on;
    const grid = await openTable(on);
    await tabTo(page, grid.getByRole('row').nth(1));
    const press = async (key: string) => {
      await page.keyboard.press(key);
      await expect(grid.locator(':focus')).toBeInViewport();
      return Number(await focused(grid));
    };
    expect(await press('ArrowDown')).toBe(3);
    const paged = await press('PageDown');
    expect(paged).toBeGreaterThan(6);
    expect(await press('PageUp')).toBeLessThan(paged);
    expect(await press('End')).toBe(count + 1);
    await expect(grid.locator(':focus').getByRole('rowheader')).toHaveText(names.at(-1) ?? '');
    expect(await press('Home')).toBe(2);

    // The focus survives being scrolled out of view.
    await grid.evaluate(async (frame) => {
      frame.scrollTop = 20_000;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
    expect(await focused(grid)).toBe('2');
    expect(await press('ArrowDown')).toBe(3);
    // One tab stop for all rows.
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
  });

  test('sorts by the headings, which keys reach from the first row', async ({ show }) => {
    const on = await show(manyServers);
    const { page } = on;
    const grid = await openTable(on);
    const heading = (name: string) => grid.getByRole('columnheader', { name, exact: true });
    await expect(heading('Name')).toHaveAttribute('aria-sort', 'ascending');
    await tabTo(page, grid.getByRole('row').nth(1));
    await page.keyboard.press('ArrowUp');
    await expect(heading('Name')).toBeFocused();
    await page.keyboard.press('Space');
    await expect(heading('Name')).toHaveAttribute('aria-sort', 'descending');
    await expect(grid.getByRole('rowheader').first()).toHaveText(names.at(-1) ?? '');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(heading('Address')).toHaveAttribute('aria-sort', 'ascending');
    await expect(heading('Name')).toHaveAttribute('aria-sort', 'none');
    await page.keyboard.press('ArrowDown');
    await expect(grid.getByRole('row').nth(1)).toBeFocused();
  });

  test('has columns that keys and the pointer make wider, which is remembered', async ({ show }) => {
    const on = await show(manyServers);
    const { page } = on;
    const grid = await openTable(on);
    const heading = grid.getByRole('columnheader', { name: 'Address', exact: true });
    const width = async () => Math.round((await heading.boundingBox())?.width ?? 0);
    const before = await width();
    await heading.focus();
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(width).toBe(before + 16);
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(width).toBe(before);
    const line = grid.getByRole('separator', { name: 'Width of the “Address” column' });
    const box = await line.boundingBox();
    if (box === null) throw new Error('There is a line');
    await page.mouse.move(box.x + 4, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 44, box.y + 10, { steps: 4 });
    await page.mouse.up();
    await expect.poll(width).toBe(before + 40);
    const asked = (await on.asked('changeLayout')).map((request) => JSON.stringify(request));
    expect(asked).toEqual(
      [before + 16, before, before + 40].map((address) =>
        JSON.stringify({ layout: { gridWidths: { overview: { address } } } }),
      ),
    );
    await expect(heading, 'it was moved, not pressed').toHaveAttribute('aria-sort', 'none');
    const cell = grid.getByRole('row').nth(1).getByRole('gridcell').first();
    expect(Math.round((await cell.boundingBox())?.width ?? 0)).toBe(before + 40);
    await line.dblclick();
    await expect.poll(width).toBe(before);
  });

  test('takes a key for the width of a column also before the first measurement', async ({ show }) => {
    const on = await show(manyServers);
    // The page is used by the next test, too.
    const measuring = await on.page.evaluateHandle(() => globalThis.window.ResizeObserver);
    await on.page.evaluate((Own) => {
      globalThis.window.ResizeObserver = class extends Own {
        override observe(target: Element, options?: ResizeObserverOptions): void {
          if (!target.hasAttribute('data-column')) super.observe(target, options);
        }
      };
    }, measuring);
    try {
      const heading = (await openTable(on)).getByRole('columnheader', { name: 'Address', exact: true });
      const width = async () => Math.round((await heading.boundingBox())?.width ?? 0);
      const before = await width();
      await heading.focus();
      await on.page.keyboard.press('Shift+ArrowRight');
      await expect.poll(width).toBe(before + 16);
    } finally {
      await on.page.evaluate((Own) => {
        globalThis.window.ResizeObserver = Own;
      }, measuring);
    }
  });

  test('keeps the names in view when it is scrolled to the side', async ({ show }) => {
    const on = await show(manyServers);
    await on.page.setViewportSize({ width: 640, height: 700 });
    const grid = await openTable(on);
    await tabTo(on.page, grid.getByRole('row').nth(1));
    const left = await grid.evaluate((frame) => {
      frame.scrollLeft = 500;
      return frame.getBoundingClientRect().left;
    });
    for (const cell of [grid.getByRole('rowheader').first(), grid.getByRole('columnheader').first()])
      expect(Math.abs(((await cell.boundingBox())?.x ?? 0) - left)).toBeLessThan(2);
    await on.page.setViewportSize({ width: 1280, height: 800 });
  });
});

test.describe('A grid whose rows can be ticked', () => {
  test('is not scrolled to the side where its columns have room', async ({ show }) => {
    const on = await show();
    await fromMenu('Business centre', 'Sessions on this server…')(on);
    await on.page.getByRole('row', { name: /Chrome · Windows/ }).waitFor();
    const tooWide = on.window.dialog
      .getByRole('grid')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(await tooWide).toBe(0);
  });

  test('is ticked by a click, Space, Shift and the arrows, and Ctrl+A', async ({ show }) => {
    const on = await show();
    const { page } = on;
    await fromMenu('Business centre', 'Sessions on this server…')(on);
    const grid = page.getByRole('grid', { name: 'Sessions' });
    const rows = grid.getByRole('rowgroup').last().getByRole('row');
    const ticked = grid.getByRole('row', { selected: true });
    await expect(grid).toHaveAttribute('aria-multiselectable', 'true');
    await rows.nth(1).click();
    await expect(ticked).toHaveCount(1);
    await expect(rows.nth(1).getByRole('checkbox')).toBeChecked();
    await rows.nth(1).getByRole('checkbox').click();
    await expect(ticked).toHaveCount(0);

    // The session of this app cannot be ticked.
    await expect(rows.first().getByRole('checkbox')).toHaveCount(0);
    await expect(rows.first().getByRole('img', { name: /Use Log out/ })).toBeVisible();
    await rows.first().focus();
    await page.keyboard.press('Space');
    await expect(ticked).toHaveCount(0);
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(ticked).toHaveCount(2);
    await page.keyboard.press('Space');
    await expect(ticked).toHaveCount(1);
    await page.keyboard.press('Control+A');
    await expect(ticked).toHaveCount(2);
  });
});
