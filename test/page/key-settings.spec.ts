import { expect, type Locator } from '@playwright/test';
import { seriousTroubles } from '../support/app/axe.ts';
import { held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';

const centre = rowOf(401, {
  name: 'Business centre',
  address: 'https://10.0.4.7',
  userName: 'operator',
  session: held(Date.now(), 86_400_000, 'accepted'),
});

type Show = (main?: PageMain) => Promise<ShownPage>;

/** Shows the keys in the settings. */
async function openKeys(show: Show, main: PageMain = {}): Promise<ShownPage> {
  const on = await show({ ...main, state: { rows: [centre], ...main.state } });
  await on.window.row('Business centre').focus();
  await on.page.keyboard.press('Control+Shift+Slash');
  await expect(on.window.dialog).toHaveAccessibleName('Settings');
  await expect(on.window.section('Keys')).toHaveAttribute('aria-selected', 'true');
  return on;
}

/** The button with the keys of a command. */
const keysOf = ({ window }: ShownPage, command: string): Locator =>
  window.dialog.getByRole('button', { name: `Change keys of ${command}: ` });

/** Begins to record new keys for a command. */
async function record(on: ShownPage, command: string): Promise<void> {
  await keysOf(on, command).press('Enter');
  await expect(on.window.dialog.getByRole('textbox', { name: `New key for ${command}` })).toBeFocused();
}

test.describe('The keys in the settings', () => {
  test('are recorded by pressing them, and work at once', async ({ show }) => {
    const on = await openKeys(show);
    const { page, window } = on;
    await record(on, 'Lock');
    await page.keyboard.press('Control+Alt+L');
    await expect.poll(() => on.asked('changeKeys')).toEqual([{ keys: { lock: ['Mod+Alt+L'] } }]);
    await expect(keysOf(on, 'Lock')).toHaveAccessibleName('Change keys of Lock: Ctrl+Alt+L');
    await expect(keysOf(on, 'Lock')).toBeFocused();
    await window.closeDialogs();
    await page.keyboard.press('Control+L');
    expect(await on.asked('lock')).toEqual([]);
    await page.keyboard.press('Control+Alt+L');
    await expect.poll(() => on.asked('lock')).toHaveLength(1);
  });

  test('name the command that has a key, and replace it only when asked', async ({ show }) => {
    const on = await openKeys(show);
    const { page, window } = on;
    const says = (text: string) =>
      expect(window.dialog.getByRole('status').filter({ hasText: text })).toBeVisible();
    await record(on, 'Lock');
    await page.keyboard.press('Control+N');
    await says('Ctrl+N is used by “Add server”.');
    await page.keyboard.press('F6');
    await says('F6 is used by “Next pane” and can’t be changed.');
    await expect(window.button('Replace', window.dialog)).toHaveCount(0);
    await page.keyboard.press('a');
    await says('A can’t be used.');
    expect(await on.asked('changeKeys')).toEqual([]);

    await page.keyboard.press('Control+N');
    await page.keyboard.press('Tab');
    await expect(window.button('Replace', window.dialog)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => on.asked('changeKeys')).toEqual([{ keys: { lock: ['Mod+N'], addServer: [] } }]);
    await expect(keysOf(on, 'Add server')).toHaveAccessibleName('Change keys of Add server: Not set');
    await expect(keysOf(on, 'Lock')).toBeFocused();
  });

  test('are only recorded while they are pressed for that, and Esc keeps the old ones', async ({ show }) => {
    const on = await openKeys(show);
    const { page, window } = on;
    await record(on, 'Edit…');
    for (const key of ['Control+L', 'Control+W', 'F5']) await page.keyboard.press(key);
    await expect(window.dialog.getByRole('status').filter({ hasText: 'Check all' })).toBeVisible();
    for (const call of ['lock', 'closeWindow', 'checkAll', 'changeKeys'] as const)
      expect(await on.asked(call), call).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(keysOf(on, 'Edit…')).toBeFocused();
    await expect(window.dialogs).toHaveCount(1);
    expect(await on.asked('changeKeys')).toEqual([]);
    // While nothing is recorded they do what they always do.
    await page.keyboard.press('Control+L');
    await expect.poll(() => on.asked('lock')).toHaveLength(1);
  });

  test('are removed by Backspace, and reset one by one or all at once', async ({ show }) => {
    const on = await openKeys(show, { state: { keys: { lock: ['Mod+N'], addServer: [] } } });
    const { page, window } = on;
    const last = async () => (await on.asked('changeKeys')).at(-1);
    await record(on, 'Check all');
    await page.keyboard.press('Backspace');
    await expect.poll(last).toEqual({ keys: { lock: ['Mod+N'], addServer: [], checkAll: [] } });
    await window.button('Reset Add server', window.dialog).click();
    await expect.poll(last).toEqual({ keys: { lock: [], checkAll: [] } });
    await window.button('Reset all', window.dialog).click();
    await expect.poll(last).toEqual({ keys: {} });
    await expect(window.button('Reset all', window.dialog)).toBeDisabled();
    await expect(window.dialog.getByRole('button', { name: /^Reset / })).toHaveCount(1);
  });

  test('are found by command and by key', async ({ show }) => {
    const on = await openKeys(show);
    const { window } = on;
    const shown = window.dialog.getByRole('button', { name: /^Change keys of/ });
    const filter = window.field('Search by command or key');
    await filter.fill('ctrl+shift+b');
    await expect(shown).toHaveText(['Ctrl+Shift+B']);
    await filter.fill('journal');
    await expect(shown).toHaveCount(2);
    await filter.fill('zzz');
    await expect(window.dialog.getByText('Nothing found.')).toBeVisible();
  });

  test('say why a change was not kept', async ({ show }) => {
    const problem = { code: 'not-saved', file: 'settings.json', reason: 'disk-full' } as const;
    const on = await openKeys(show, { answers: { changeKeys: { ok: false, problem } } });
    await record(on, 'Lock');
    await on.page.keyboard.press('Control+Alt+L');
    await expect(on.window.dialog.getByRole('alert')).toContainText('The disk is full.');
    await expect(keysOf(on, 'Lock')).toHaveAccessibleName('Change keys of Lock: Ctrl+L');
  });

  for (const language of ['en', 'ru', 'es'] as const)
    test(`have no serious accessibility problem in ${language}`, async ({ show }) => {
      const { page } = await show({ state: { language, keys: { lock: [] } } });
      await page.keyboard.press('Control+Shift+Slash');
      await page.locator('[role="tabpanel"] button:not(:disabled)').nth(1).press('Enter');
      await page.keyboard.press('Control+F');
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await seriousTroubles(page, [], '[role="dialog"]')).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    });
});
