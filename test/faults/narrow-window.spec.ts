import { expect, type Page } from '@playwright/test';
import { operator } from '../emulator/default-users.ts';
import { test as ownAppTest } from '../support/app/app.ts';
import { tabTo } from '../support/app/focus.ts';
import { test } from '../support/app/shared-app.ts';

const names = [
  'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle',
  'Пассажирский терминал «Северный», служебный вход для сотрудников смены',
  'שער ראשי 4 (צפון)',
  'بوابة المطار الشمالية 12',
];

/** The elements that overflow the window horizontally. */
const stickingOut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(':is(header, [data-pane=screen], [role=dialog]) :is(button, input)')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5))
      .map(({ element }) => element.getAttribute('aria-label') ?? element.textContent ?? element.tagName),
  );

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  });

test.describe('high zoom, a narrow window and unusual names', () => {
  ownAppTest('leave everything visible and reachable', { tag: ['@row-171'] }, async ({ app, server }) => {
    const { page, window, electron } = app;
    for (const name of names) {
      const draft = {
        address: server.base,
        name,
        userName: operator.name,
        tags: [],
        environment: 'production',
      } as const;
      await page.evaluate(
        (typed) => globalThis.window.bridge.addProfile({ draft: typed, finding: null }),
        draft,
      );
    }
    const views = [
      { name: '320 px', width: 320, height: 480, zoom: 1 },
      { name: '200 %', width: 960, height: 640, zoom: 2 },
    ];
    for (const { name, width, height, zoom } of views) {
      await page.setViewportSize({ width, height });
      await electron.evaluate(({ BrowserWindow }, factor) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor);
      }, zoom);
      for (const server of names) await expect(window.row(server), name).toBeVisible();
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        name,
      ).toBeLessThanOrEqual(0);
      expect(await stickingOut(page), name).toEqual([]);
      await window.row(names[0] ?? '').click();
      await expect(window.button('Log in', window.row(names[0] ?? '')), name).toBeInViewport();
      await window.openTool('bulk log-in');
      await expect(window.dialog).toBeVisible();
      expect(await stickingOut(page), `${name}, bulk log-in`).toEqual([]);
      await expect(window.dialog.getByRole('button').last(), `${name}, bulk log-in`).toBeInViewport();
      await page.keyboard.press('Escape');
      await expect(window.dialog).toHaveCount(0);
      for (const [screen, grid] of [
        ['server overview', page.getByRole('grid', { name: 'Server overview' })],
        ['journal', page.getByRole('treegrid', { name: 'Journal' })],
        ['sessions on all servers', page.getByRole('grid', { name: /^My sessions/ })],
      ] as const) {
        await window.openTool(screen);
        await expect(grid, `${name}, ${screen}`).toBeInViewport();
        expect(await stickingOut(page), `${name}, ${screen}`).toEqual([]);
      }
      await window.button('Show servers').click();
      await expect(window.row(names[0] ?? ''), `${name}, back`).toBeVisible();
    }
  });

  test('everything by keyboard', { tag: ['@row-171'] }, async ({ app, server }) => {
    const { page, window } = app;
    await page.keyboard.press('Control+N');
    await expect(window.field('Server address')).toBeFocused();
    await page.keyboard.type(server.base);
    await tabTo(page, window.field('User name'));
    await page.keyboard.type(operator.name);
    await tabTo(page, window.field('Password'));
    await page.keyboard.type(operator.password);
    await tabTo(page, window.more);
    await page.keyboard.press('Enter');
    await tabTo(page, window.field('Name'));
    await page.keyboard.type('Airport');
    await page.keyboard.press('Enter');
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/);
    await expect(window.dialog).toHaveCount(0);

    await tabTo(page, window.button('Commands'));
    await page.keyboard.press('Enter');
    await expect(window.dialog.getByRole('combobox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(window.button('Commands')).toBeFocused();
    // The buttons below the views are reached by the arrows from the chosen view.
    await tabTo(page, page.locator('[data-pane="views"] [tabindex="0"]'));
    while (!/Server overview/.test(await focused(page))) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const table = page.getByRole('grid', { name: 'Server overview' });
    await expect(table.getByRole('row')).toHaveCount(2);
    await expect(table.getByRole('row').nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(table.getByRole('columnheader', { name: /^Name/ })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await page.keyboard.press('Escape');
    await expect(window.row('Airport')).toBeFocused();

    await page.keyboard.press('Control+F');
    await page.keyboard.type('airp');
    await page.keyboard.press('Enter');
    await expect(window.clipboard).toContainText('Header copied');
  });
});
