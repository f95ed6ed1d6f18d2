import { expect, type Locator } from '@playwright/test';
import { test as ownAppTest } from '../../support/app/app.ts';
import { test } from '../../support/app/shared-app.ts';

const painted = (element: Locator) =>
  element.evaluate((one) => {
    const { outlineStyle, outlineWidth, backgroundColor } = getComputedStyle(one);
    return { outline: outlineStyle === 'none' ? '' : outlineWidth, backgroundColor };
  });

test.describe('forced colors', () => {
  test('show which row is selected, and distinguish production from test', async ({ window }) => {
    const { page } = window;
    const userName = 'guard';
    await window.addOnly({ address: '10.0.4.7', name: 'Airport', userName, environment: 'Production' });
    await window.addOnly({ address: '10.0.4.8', name: 'Lab', userName, environment: 'Test' });
    await window.row('Lab').click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      expect((await painted(window.row('Lab'))).outline).toBe('2px');
      expect((await painted(window.row('Airport'))).outline).toBe('');
      for (const mark of ['#servers span[data-environment', 'span[data-view']) {
        const colours = ['production', 'test'].map(async (environment) => {
          const value = mark.endsWith('view') ? `environment:${environment}` : environment;
          return (await painted(page.locator(`${mark}="${value}"]`).first())).backgroundColor;
        });
        expect(new Set([...(await Promise.all(colours)), 'rgba(0, 0, 0, 0)']).size, mark).toBe(3);
      }
    }
  });
});

test.describe('the list', () => {
  ownAppTest('has no horizontal scroll bar at any zoom', async ({ app }) => {
    const { page, window, electron } = app;
    // Enough rows for a scroll bar, which takes some of the width.
    for (let nth = 1; nth <= 12; nth++)
      await window.addOnly({ address: `10.0.4.${nth}`, name: `Gate ${nth}`, userName: 'guard' });
    await expect(window.row('Gate 12')).toHaveCount(1);
    for (const zoom of [1, 1.1, 1.25, 1.5, 1.75, 2]) {
      await electron.evaluate(({ BrowserWindow }, factor) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor);
      }, zoom);
      await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBeCloseTo(zoom, 1);
      const barHeight = () =>
        page.locator('#servers').evaluate((list: HTMLElement) => list.offsetHeight - list.clientHeight);
      await expect.poll(barHeight, `${zoom}`).toBe(0);
    }
  });
});
