import { expect } from '@playwright/test';
import { defaultSettings, languages } from '../../contract/settings.ts';
import { settingsSections } from '../../renderer/state/view-state.ts';
import { camera } from '../support/app/camera.ts';
import { test } from '../support/page/page-test.ts';
import { texts } from '../support/texts.ts';

test.afterEach(async ({ pageOfWorker: page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1_280, height: 800 });
});

for (const language of languages)
  test.describe(`the window shows all its words in ${language}`, () => {
    const words = texts[language];
    const settings = { ...defaultSettings, language };
    const shown = { state: { language, settings } };

    test('with its list, menus and screens', async ({ show }) => {
      test.setTimeout(600_000);
      const { page, window } = await show(shown);
      const look = camera(page, language);
      const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}, `) });
      const press = (key: string) => page.keyboard.press(key);
      const close = async () => {
        await press('Escape');
        await expect(page.locator('[role="menu"], [role="dialog"]')).toHaveCount(0);
      };

      await row('Airport T2').focus();
      await look('window', true);
      await page.evaluate((given) => globalThis.window.pageSwitch.change({ settings: given }), {
        ...settings,
        theme: 'contrast',
      } as const);
      await look('contrast');
      await page.evaluate((given) => globalThis.window.pageSwitch.change({ settings: given }), {
        ...settings,
        density: 'compact',
      } as const);
      await look('compact');
      await page.evaluate((given) => globalThis.window.pageSwitch.change({ settings: given }), settings);

      await page.getByRole('searchbox', { name: words.window.search }).fill('airport');
      await expect(page.locator('mark').first()).toBeVisible();
      await look('search');
      await press('Escape');

      await row('Airport T2').focus();
      await press('Shift+F10');
      await expect(page.getByRole('menu')).toBeVisible();
      await look('menu');
      await page.locator('[role="menuitem"][aria-haspopup]').first().press('ArrowRight');
      await expect(page.getByRole('menu')).toHaveCount(2);
      await look('submenu');
      await press('Escape');
      await close();

      await row('Airport T2').focus();
      for (let step = 0; step < 3; step += 1) await press('Shift+ArrowDown');
      await expect(page.getByRole('toolbar', { name: words.servers.selection.label })).toBeVisible();
      await look('selection');
      await press('Escape');

      await row('Business centre').focus();
      await press('Delete');
      await expect(window.dialog).toBeVisible();
      await look('remove');
      await window.dialog.locator('[data-variant="danger"]').last().click();
      await expect(row('Business centre')).toHaveCount(0);
      await look('undo');
      await press('Control+Z');
      await expect(row('Business centre')).toHaveCount(1);

      for (const [name, key, isLarge] of [
        ['server-table', 'Control+Shift+O', true],
        ['journal', 'Control+J', false],
        ['sessions-on-all-servers', 'Control+Shift+Y', false],
      ] as const) {
        await press(key);
        await expect(page.locator('[data-pane="screen"] [role="row"]').first()).toBeVisible();
        await look(name, isLarge);
        await press('Escape');
        await expect(page.locator('[data-pane="screen"]')).toHaveCount(0);
      }
    });

    test('with its dialogs', async ({ show }) => {
      test.setTimeout(600_000);
      const { page, window } = await show(shown);
      const look = camera(page, language);
      const press = (key: string) => page.keyboard.press(key);
      for (const [name, key] of [
        ['commands', 'Control+K'],
        ['add-server', 'Control+N'],
        ['edit', 'F2'],
        ['second-account', 'Control+D'],
        ['log-in', 'Control+R'],
        ['environment', 'Control+Shift+T'],
        ['tags', 'Control+T'],
        ['all-tags', 'Control+G'],
        ['auto-log-out', 'Control+Shift+A'],
        ['paste', 'Control+Shift+V'],
        ['sessions', 'Control+Shift+S'],
        ['bulk-login', 'Control+Shift+B'],
        ['export', 'Control+Shift+E'],
        ['back-up', 'Control+Shift+K'],
        ['import', 'Control+I'],
      ] as const) {
        await page.getByRole('row', { name: /^Airport T2, / }).focus();
        await press(key);
        await expect(window.dialog, name).toBeVisible();
        if (name === 'commands') await page.keyboard.type('metro');
        if (name === 'add-server') {
          await window.dialog.getByLabel(words.forms.add.address, { exact: true }).fill('10.0.4.17');
          await expect(window.dialog).toContainText(words.forms.probe.certificate.verified);
        }
        if (name === 'sessions') await expect(window.dialog.getByRole('row')).not.toHaveCount(0);
        await look(name);
        if (name === 'import') {
          await window.button(words.transfer.importing.choose, window.dialog).click();
          await expect(window.dialog).toContainText('Airport T3');
          await look('import-plan');
        }
        await window.closeDialogs();
      }
      await page
        .getByRole('row', { name: /^Staging/ })
        .getByRole('button', { name: words.servers.compare })
        .click();
      await expect(window.dialog).toBeVisible();
      await look('certificate');
      await window.closeDialogs();
      await press('Control+,');
      for (const section of settingsSections) {
        await window.chooseSection(words.settings.sections[section]);
        await look(`settings-${section}`);
      }
    });

    test('without servers, and locked', async ({ show }) => {
      test.setTimeout(600_000);
      const { page } = await show({ state: { ...shown.state, rows: [] } });
      const look = camera(page, language);
      await expect(page.getByRole('heading', { name: words.servers.firstRun.title })).toBeVisible();
      await look('first-run');
      await show({
        state: { ...shown.state, lock: { kind: 'locked', reason: 'asked', passphrase: true, keyring: null } },
      });
      await expect(page.getByRole('heading', { name: words.vault.lock.locked })).toBeVisible();
      await look('locked');
    });
  });
