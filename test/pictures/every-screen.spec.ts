import { expect } from '@playwright/test';
import { test } from '../support/app/app.ts';
import { camera } from '../support/app/camera.ts';
import { addSampleServers } from '../support/servers/sample-servers.ts';
import { en, es, ru } from '../support/texts.ts';

const languages = { en, ru, es };

test.describe('every screen', () => {
  for (const [language, words] of Object.entries(languages)) {
    test(`shows all its words in ${language}, light and dark, wide and narrow`, async ({ launch, serve }) => {
      test.setTimeout(180_000);
      const { page } = await launch({ language });
      await addSampleServers(page, serve);
      const row = page.getByRole('row').filter({ hasText: 'Airport T2' }).first();
      await expect(page.getByText(words.servers.status.refused.word).first()).toBeVisible();
      await row.getByRole('button', { name: words.servers.copyHeader }).click();
      await page.mouse.move(0, 0);

      const look = camera(page, language);

      /** Waits for the dialog, which is loaded on first use. */
      const lookAtDialog = async (name: string) => {
        const dialog = page.getByRole('dialog');
        await expect(dialog).toBeVisible();
        await look(name);
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
      };

      await look('window');
      const search = page.getByRole('searchbox', { name: words.window.search });
      await search.fill('airport');
      await expect(page.locator('mark').first()).toBeVisible();
      await look('search');
      await search.fill('');
      await row.getByRole('button', { name: words.servers.more }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await look('menu');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);
      await page.getByRole('button', { name: words.window.addServer }).click();
      await page
        .getByRole('dialog')
        .getByLabel(words.forms.add.address, { exact: true })
        .fill('ftp://10.0.4.7');
      await page.getByRole('dialog').getByLabel(words.forms.add.userName, { exact: true }).fill('ivanov');
      const probed = page.getByRole('status', { name: words.forms.probe.label });
      await expect(probed).toContainText('ftp://');
      await page.getByRole('dialog').getByRole('button', { name: words.forms.add.saveOnly }).click();
      await expect(page.getByRole('dialog').getByText('ftp://')).toHaveCount(1);
      await lookAtDialog('add-server');
      await page.getByRole('button', { name: words.window.settings, exact: true }).click();
      await lookAtDialog('settings');
      await page
        .getByRole('row')
        .filter({ hasText: 'Staging' })
        .getByRole('button', { name: words.servers.compare })
        .click();
      await lookAtDialog('certificate');
    });
  }
});
