import { expect } from '@playwright/test';
import { seriousTroubles } from '../support/app/axe.ts';
import { rowOf } from '../support/fake-bridge/fake-rows.ts';
import { test } from '../support/page/page-test.ts';

const notes = 'Rack 3, ask Ann\nhttps://wiki.example/depot';
const rows = ['Depot 1', 'Depot 2'].map((name, index) =>
  rowOf(700 + index, {
    ...{ name, address: `https://10.0.9.${index}`, userName: 'ivanov', session: { phase: 'logged-out' } },
    ...(index === 0 ? { notes } : {}),
  }),
);

test.describe('Notes of a server', () => {
  test('are shown as plain text that can be selected, and edited from there', async ({ show }) => {
    const on = await show({ state: { rows } });
    const { page, window } = on;
    await window.row('Depot 1').click();
    const shown = window.details.getByText(notes);
    await expect(shown).toBeVisible();
    await expect(shown).toHaveCSS('white-space-collapse', 'preserve');
    await expect(window.details.getByRole('link')).toHaveCount(0);
    expect(await shown.evaluate((text) => getComputedStyle(text).userSelect)).toBe('text');
    await window.button('Edit…', window.details).click();
    const field = window.field('Notes');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(notes);
    await expect(field).toHaveAccessibleDescription(/No passwords here/);
    expect(await seriousTroubles(page, [], '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ring twice');
    await expect(window.dialog, 'Enter begins another line').toBeVisible();
    await window.button('Save', window.dialog).click();
    await expect(window.dialogs).toHaveCount(0);
    await expect(window.details).toContainText('Ring twice');
    await expect(window.button('Edit…', window.details)).toBeFocused();

    await window.row('Depot 2').click();
    await expect(window.details.getByRole('heading', { name: 'Notes' })).toHaveCount(0);
  });

  test('that are too long are refused at their field, which opens for it', async ({ show }) => {
    const on = await show({ state: { rows } });
    await on.answer('addProfile', { ok: false, problem: { code: 'notes-too-long', longest: 1_000 } });
    const { page, window } = on;
    await window.openAddServer();
    await window.field('Server address').fill('10.0.9.7');
    await window.field('User name').fill('ivanov');
    await window.more.click();
    await window.field('Notes').fill('x'.repeat(1_001));
    await window.more.click();
    await window.button('Save without logging in', window.dialog).click();
    await expect(window.dialog.getByText('Notes can have up to 1000 characters.')).toBeVisible();
    await expect(window.field('Notes')).toBeFocused();
    await expect(window.field('Notes')).toHaveAttribute('aria-invalid', 'true');
    await on.answer('addProfile', null);
    await window.field('Notes').fill('Rack 4\nask Bob');
    await page.keyboard.press('Tab');
    await window.button('Save without logging in', window.dialog).click();
    await expect(window.dialogs).toHaveCount(0);
    expect((await on.asked('addProfile')).at(-1)).toMatchObject({ draft: { notes: 'Rack 4\nask Bob' } });
    await expect(window.details.getByText('Rack 4\nask Bob')).toBeVisible();
  });

  test('are found by the search', async ({ show }) => {
    const { window } = await show({ state: { rows } });
    await window.search.fill('rack ann');
    await expect(window.list.getByRole('row', { name: /Depot/ })).toHaveCount(1);
    await expect(window.row('Depot 1')).toBeVisible();
  });
});
