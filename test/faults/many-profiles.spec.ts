import { expect } from '@playwright/test';
import type { AppState } from '../../contract/state.ts';
import { seedProfiles } from '../bench/seed.ts';
import { test } from '../support/app/app.ts';

const count = 500;
/** Far more rows than any test window shows, far fewer than there are. */
const maxRendered = 60;

test.describe('five hundred profiles', () => {
  test('are a list and a table in which only visible rows are rendered', {
    tag: ['@row-173'],
  }, async ({ launch, dataFolder }) => {
    await seedProfiles(dataFolder, count);
    const { page, window } = await launch();
    const rows = window.list.getByRole('row');
    const drawn = async (where = rows) => {
      const now = await where.count();
      expect(now).toBeGreaterThan(2);
      expect(now).toBeLessThan(maxRendered);
    };
    await expect(page.getByText(`${count} servers`, { exact: true })).toBeVisible();
    await drawn();

    await rows.first().click();
    await page.keyboard.press('End');
    await expect(window.list.getByRole('row', { selected: true })).toBeInViewport();
    await drawn();
    await page.keyboard.press('Home');
    for (let turn = 0; turn < 20; turn += 1) {
      await page.mouse.wheel(0, 900);
      await drawn();
    }

    await window.search.fill('harbour');
    await expect(page.getByText(/^6\d of 500 servers$/)).toBeVisible();
    await expect(rows.first()).toHaveAccessibleName(/^Harbour/);
    await window.search.fill('');
    await drawn();

    // Only the changed row is rendered again.
    await rows.first().click();
    const touched = await page.evaluate(async () => {
      const list = document.getElementById('servers');
      if (list === null) throw new Error('no list');
      const keys = new Set<string>();
      const observer = new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          const row = element?.closest('[role=row]');
          if (row) keys.add(row.getAttribute('data-key') ?? '');
        }
      });
      observer.observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
      const key = list.querySelectorAll('[role=row]')[2]?.getAttribute('data-key') ?? '';
      const { rows: known } = JSON.parse(await globalThis.window.bridge.readState()) as AppState;
      const row = known.find(({ profile }) => profile.id === key);
      if (row === undefined) throw new Error('no row');
      const { name, tags, userName, address } = row.profile;
      const draft = { address: address.origin, name, userName, tags, environment: 'none' as const };
      const other = row.profile.environment === 'none' ? 'test' : 'none';
      await globalThis.window.bridge.editProfile({
        profileId: row.profile.id,
        draft: { ...draft, environment: other },
        finding: null,
        choice: null,
      });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      observer.disconnect();
      return { keys: [...keys], key };
    });
    expect(touched.keys).toEqual([touched.key]);

    await window.openTool('server overview');
    const table = page.getByRole('grid', { name: 'Server overview' });
    const screen = page.getByRole('main');
    await expect(screen.getByText(`${count} servers`)).toBeVisible();
    await drawn(table.getByRole('row'));
    await screen.getByLabel('Filter servers').fill('metro 63');
    await expect(screen.getByText('1 server', { exact: true })).toBeVisible();
    await expect(table.getByRole('row')).toHaveCount(2);
    await screen.getByLabel('Filter servers').fill('nowhere');
    await expect(screen.getByText('No matching servers.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    await window.openTool('bulk log-in');
    await expect(window.dialog.getByRole('checkbox')).not.toHaveCount(0);
    await window.dialog.getByLabel('Search servers').fill('museum');
    await expect(window.dialog.getByRole('checkbox', { name: /^(?!Museum|Select all)/ })).toHaveCount(0);
  });
});

test.describe('five thousand profiles', () => {
  test('are selected, tagged, removed and brought back without a blank frame', async ({
    launch,
    dataFolder,
  }) => {
    await seedProfiles(dataFolder, 5_000);
    const { page, window } = await launch();
    const bar = page.getByRole('toolbar', { name: 'Selected servers' });
    const undo = page.getByRole('button', { name: 'Undo' });
    await window.list.getByRole('row').first().click();
    await page.evaluate(() => {
      const blank = { frames: 0 };
      Object.assign(globalThis, { blank });
      const look = (): void => {
        const list = document.getElementById('servers');
        const { top = 0, height = 0 } = list?.getBoundingClientRect() ?? {};
        const middle = document.elementFromPoint(600, top + height / 2);
        // Over a dialog or a menu the list is not hit.
        const isHit = list?.contains(middle) === true;
        if (list?.querySelector('[role=row]') == null || (isHit && middle?.closest('[role=row]') === null))
          blank.frames += 1;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.keyboard.press('Control+A');
    await expect(bar).toContainText('5000');
    await window.list.getByRole('row').first().focus();
    await page.keyboard.press('End');
    await expect(window.list.getByRole('row', { selected: true }).last()).toBeInViewport();

    await window.button('Tag…', bar).click();
    await window.dialog.getByLabel('Add tags').fill('everywhere');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Tags of 5000 servers changed' })).toBeVisible();
    await undo.click();
    await expect(undo).toHaveCount(0);
    const blank = await page.evaluate(() => Reflect.get(globalThis, 'blank') as { frames: number });
    expect(blank.frames).toBe(0);

    const state = async () =>
      JSON.parse(await page.evaluate(() => globalThis.window.bridge.readState())) as AppState;
    expect((await state()).rows.filter(({ profile }) => profile.tags.includes('everywhere'))).toEqual([]);
    await page.keyboard.press('Delete');
    await window.button('Remove', window.dialog).click();
    await expect(undo).toBeVisible();
    expect((await state()).rows).toEqual([]);
    await undo.click();
    await expect(page.getByText('5000 servers', { exact: true })).toBeVisible();
    expect((await state()).rows).toHaveLength(5_000);
  });
});
