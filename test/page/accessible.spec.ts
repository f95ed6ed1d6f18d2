import { expect } from '@playwright/test';
import { defaultSettings, type Language, languages } from '../../contract/settings.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { texts } from '../support/texts.ts';

/** The looks of the window, and the rules of axe that depend on them; all rules in light. */
const looks = [
  { name: 'light', media: {}, contrast: false, rules: [] },
  { name: 'dark', media: { colorScheme: 'dark' }, contrast: false, rules: ['color-contrast'] },
  { name: 'high contrast', media: {}, contrast: true, rules: ['color-contrast-enhanced'] },
  {
    name: 'high contrast, dark',
    media: { colorScheme: 'dark' },
    contrast: true,
    rules: ['color-contrast-enhanced'],
  },
  { name: 'forced colors', media: { forcedColors: 'active' }, contrast: false, rules: ['color-contrast'] },
] as const;

const usual = { colorScheme: 'light', forcedColors: 'none' } as const;

/** What axe finds in every look of what is shown. */
async function inspect({ page }: ShownPage, language: Language, what: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, media, contrast, rules } of looks) {
    await page.emulateMedia({ ...usual, ...media });
    await page.evaluate((settings) => window.pageSwitch.change({ settings }), {
      ...defaultSettings,
      language,
      theme: contrast ? 'contrast' : 'system',
    } as const);
    found.push(...(await seriousTroubles(page, rules)).map((trouble) => `${what}, ${name}: ${trouble}`));
  }
  await page.emulateMedia(usual);
  return found;
}

const stateIn = (language: Language, main: PageMain = {}): PageMain => ({
  ...main,
  state: { ...main.state, language, settings: { ...defaultSettings, language } },
});

/** The keys that open a dialog, for the focused server or for all. */
const keys = [
  'Control+N',
  'F2',
  'Control+D',
  'Delete',
  'Control+L',
  'Control+K',
  'Control+Shift+Slash',
  'Control+Shift+T',
];

for (const language of languages)
  test.describe(`axe finds nothing serious in ${language}`, () => {
    const words = texts[language];

    test('in the window and in every dialog that a key opens', async ({ show }) => {
      test.setTimeout(300_000);
      const on = await show(stateIn(language));
      const { page, window } = on;
      const found = [...(await inspect(on, language, 'window'))];
      let opened = 0;
      for (const key of keys) {
        await page.getByRole('row', { name: /^Business centre, / }).focus();
        await page.keyboard.press(key);
        await expect(window.dialog, key).toBeVisible();
        found.push(...(await inspect(on, language, key)));
        opened += 1;
        await window.closeDialogs();
      }
      expect(found).toEqual([]);
      expect(opened).toBe(keys.length);
    });

    test('in the menu of a server and the menus in it', async ({ show }) => {
      test.setTimeout(300_000);
      const on = await show(stateIn(language));
      const { page } = on;
      const menus = page.getByRole('menu');
      await page.getByRole('row', { name: /^Business centre, / }).focus();
      await page.keyboard.press('Shift+F10');
      const groups = page.locator('[role="menuitem"][aria-haspopup]');
      await expect(groups).toHaveCount(2);
      const found = [...(await inspect(on, language, 'menu'))];
      for (const at of [0, 1]) {
        await groups.nth(at).press('ArrowRight');
        await expect(menus.nth(1).getByRole('menuitem').first()).toBeFocused();
        found.push(...(await inspect(on, language, `menu ${at} in it`)));
        await page.keyboard.press('ArrowLeft');
        await expect(menus).toHaveCount(1);
      }
      expect(found).toEqual([]);
    });

    test('in the settings', async ({ show }) => {
      test.setTimeout(300_000);
      const on = await show(stateIn(language));
      await on.page.keyboard.press('Control+,');
      const found: string[] = [];
      for (const section of await on.window.sections.allInnerTexts()) {
        await on.window.chooseSection(section);
        found.push(...(await inspect(on, language, section)));
      }
      await on.page.getByRole('searchbox', { name: words.settings.search }).fill('a');
      found.push(...(await inspect(on, language, 'search')));
      expect(found).toEqual([]);
    });

    test('in the question before saved passwords are deleted', async ({ show }) => {
      const depot = rowOf(560, {
        ...{ name: 'Depot', address: 'https://10.0.6.1', userName: 'operator', passwordKept: true },
        session: { phase: 'logged-out' },
      });
      const on = await show(stateIn(language, { state: { rows: [depot] } }));
      await on.window.openSettings(words.settings.sections.vault);
      await on.window.button(words.vault.password.forgetAll, on.window.dialog).click();
      await expect(on.window.dialogs).toHaveCount(2);
      expect(await inspect(on, language, 'saved passwords')).toEqual([]);
    });

    test('in the first run and on the lock screen', async ({ show }) => {
      const first = await show(stateIn(language, { state: { rows: [] } }));
      await expect(first.page.getByRole('heading', { name: words.servers.firstRun.title })).toBeVisible();
      const found = [...(await inspect(first, language, 'first run'))];
      const locked = await show(
        stateIn(language, {
          state: { lock: { kind: 'locked', reason: 'asked', passphrase: true, keyring: null } },
        }),
      );
      await expect(locked.page.getByRole('heading', { name: words.vault.lock.locked })).toBeVisible();
      found.push(...(await inspect(locked, language, 'lock')));
      expect(found).toEqual([]);
    });
  });

test('more contrast is given if the system asks for it, and taken back', async ({ show }) => {
  const { page } = await show();
  const line = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--line'));
  const before = await line();
  await page.emulateMedia({ contrast: 'more' });
  await expect.poll(line).not.toBe(before);
  expect(await seriousTroubles(page, ['color-contrast-enhanced'])).toEqual([]);
  await page.emulateMedia({ contrast: 'no-preference' });
  await expect.poll(line).toBe(before);
});
