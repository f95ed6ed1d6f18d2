import { expect } from '@playwright/test';
import type { MenuItem } from 'electron';
import { type RunningApp, test } from '../../support/app/app.ts';
import { en, ru } from '../../support/texts.ts';

/** Prevents native menus from opening and records their items. */
async function noteMenus({ electron }: RunningApp): Promise<() => Promise<readonly string[]>> {
  await electron.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup(this: { items: MenuItem[] }) {
      Object.assign(globalThis, { shownEntries: this.items.map(({ label }) => label) });
    };
  });
  return async () => {
    let shown: readonly string[] = [];
    await expect
      .poll(async () => {
        shown = await electron.evaluate(() => {
          const entries = (globalThis as { shownEntries?: string[] }).shownEntries ?? [];
          Object.assign(globalThis, { shownEntries: [] });
          return entries;
        });
        return shown.length;
      })
      .toBeGreaterThan(0);
    return shown;
  };
}

for (const [language, words] of [
  ['en-US', en.native.textMenu],
  ['ru', ru.native.textMenu],
] as const) {
  test(`a text field has a menu, which never copies a password, in ${language}`, async ({ launch }) => {
    const app = await launch({ language });
    const { page } = app;
    const shown = await noteMenus(app);
    const all = [words.cut, words.copy, words.paste, words.selectAll];
    const address = page.getByRole('textbox');
    await address.fill('depot');
    await address.click({ button: 'right' });
    expect(await shown()).toEqual(all);

    await page.keyboard.press('Control+n');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().click({ button: 'right' });
    expect(await shown()).toEqual(all);
    await dialog.locator('input[type="password"]').fill('secret');
    await dialog.locator('input[type="password"]').click({ button: 'right' });
    expect(await shown()).toEqual([words.paste, words.selectAll]);
  });
}
