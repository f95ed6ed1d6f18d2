import { expect } from '@playwright/test';
import { addServers } from '../../support/app/logged-in.ts';
import { test } from '../../support/app/shared-app.ts';
import { en, ru } from '../../support/texts.ts';

for (const [language, words] of [
  ['en', en],
  ['ru', ru],
] as const) {
  test.describe(`a changed certificate, in ${language}`, () => {
    test.use({ language });

    test('is compared by Enter, Ctrl+C and the button, and nothing is copied without asking', async ({
      app,
      serve,
      otherProgram,
    }) => {
      const server = await serve({ https: true });
      const { page } = app;
      await addServers(page, server, [{ name: 'Depot' }]);
      const list = page.getByRole('grid', { name: words.servers.label });
      const row = list.getByRole('row', { name: /^Depot, / });
      await expect(row).toContainText(words.servers.status.accepted.word, { ignoreCase: true });
      server.switches.set({ certificate: 'changed' });
      await row.click();
      await page.keyboard.press('Shift+F5');
      await expect(row).toContainText(words.servers.status['certificate-changed'].word, { ignoreCase: true });

      await otherProgram.copy('untouched');
      const comparison = page.getByRole('dialog', { name: words.forms.certificate.changedTitle });
      const ways = {
        Enter: () => page.keyboard.press('Enter'),
        'Ctrl+C': () => page.keyboard.press('Control+c'),
        'the button': () => row.getByRole('button', { name: words.servers.compare }).click(),
      };
      for (const [name, way] of Object.entries(ways)) {
        await way();
        await expect(comparison, name).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(comparison).toHaveCount(0);
        // The keys of a row work once the focus is back in it.
        await expect(list.locator(':focus')).toHaveCount(1);
        expect(await otherProgram.paste(), name).toBe('untouched');
      }

      // The menu asks for confirmation, and a hasty Enter does not confirm.
      await row.click({ button: 'right' });
      await page.getByRole('menuitem', { name: words.servers.copyHeader }).click();
      const question = page.getByRole('dialog', { name: words.forms.copyAnyway.title });
      await expect(question.getByRole('button', { name: words.window.cancel })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(question).toHaveCount(0);
      expect(await otherProgram.paste()).toBe('untouched');

      await row.click({ button: 'right' });
      await page.getByRole('menuitem', { name: words.servers.copyHeader }).click();
      await question.getByRole('button', { name: words.forms.copyAnyway.copy }).click();
      await expect.poll(() => otherProgram.paste()).toMatch(/^Authorization: Token [0-9a-f]{64}$/);
    });
  });
}
