import { expect } from '@playwright/test';
import { test } from '../../support/app/app.ts';
import { addServers } from '../../support/app/logged-in.ts';

test.describe('after unlocking', () => {
  test('search and selection are as before, and the locked page has neither', async ({ app, server }) => {
    const { page, window } = app;
    const names = ['Airport 1', 'Airport 2', 'Depot'].map((name) => ({ name, logIn: false }));
    const ids = await addServers(page, server, names);
    await window.search.fill('airport');
    await expect(window.row('Depot')).toHaveCount(0);
    await window.row('Airport 2').click();
    const kept = () => page.evaluate(() => globalThis.window.bridge.recallPlace());
    const place = { search: 'airport', selectedId: ids.get('Airport 2') };
    await expect.poll(kept).toMatchObject({ value: place });

    await page.keyboard.press('Control+l');
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    expect(await kept()).toMatchObject({ ok: false, problem: { code: 'locked' } });
    expect(await page.content()).not.toMatch(/airport/i);
    await window.button('Unlock').click();

    await expect(window.search).toHaveValue('airport');
    await expect(window.row('Airport 2')).toHaveAttribute('aria-selected', 'true');
    await expect(window.row('Depot')).toHaveCount(0);
  });

  test('view and position in a long list are as before', async ({ app, server }) => {
    const { page, window } = app;
    const names = Array.from({ length: 60 }, (_, index) => ({ name: `Site ${100 + index}`, logIn: false }));
    await addServers(page, server, names);
    await window.row('Site 100').click();
    await page.keyboard.press('End');
    await expect(window.row('Site 159')).toBeFocused();
    await page.keyboard.type('site 140');
    await expect(window.row('Site 140')).toBeFocused();
    const scrolled = () => window.list.evaluate((list) => list.scrollTop);
    const before = await scrolled();
    expect(before).toBeGreaterThan(0);
    const kept = () => page.evaluate(() => globalThis.window.bridge.recallPlace());
    await expect.poll(kept).toMatchObject({ value: { scrollTop: before } });

    await page.keyboard.press('Control+l');
    await window.button('Unlock').click();
    await expect(window.row('Site 140')).toHaveAttribute('aria-selected', 'true');
    await expect.poll(scrolled).toBe(before);
  });
});
