import { expect } from '@playwright/test';
import { operator } from '../emulator/default-users.ts';
import { test } from '../support/app/app.ts';
import { camera } from '../support/app/camera.ts';
import { en, es, ru } from '../support/texts.ts';

const passphrase = 'seven calm cranes';
const noKeyring = {
  env: { DBUS_SESSION_BUS_ADDRESS: undefined, XDG_CURRENT_DESKTOP: 'GNOME' },
  args: ['--password-store=basic'],
};

for (const [language, words] of Object.entries({ en, ru, es })) {
  const { vault, settings } = words;
  const { lock } = vault;

  test.describe(`the vault in ${language}`, () => {
    test('shows all its words where a keyring seals the tokens', async ({ launch, server }) => {
      test.setTimeout(180_000);
      const { page, window } = await launch({ language });
      const look = camera(page, language);
      const dialog = page.getByRole('dialog').last();
      const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();

      await window.openAddServer();
      await dialog.getByLabel(words.forms.add.address, { exact: true }).fill(server.base);
      await dialog.getByLabel(words.forms.add.userName, { exact: true }).fill(operator.name);
      await dialog.getByLabel(words.forms.add.password, { exact: true }).fill(operator.password);
      await look('add-keeping');
      await press(words.forms.add.logIn);
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await window.openSettings(settings.sections.vault);
      await press(vault.set);
      await dialog.getByLabel(lock.passphrase, { exact: true }).fill(passphrase);
      await dialog.getByLabel(vault.repeat, { exact: true }).fill('another');
      await press(vault.setSubmit);
      await expect(dialog).toContainText(vault.mismatch);
      await look('set-passphrase');
      await dialog.getByLabel(vault.repeat, { exact: true }).fill(passphrase);
      await press(vault.setSubmit);
      await expect(page.getByRole('button', { name: vault.remove })).toBeVisible();
      await look('settings-store-both');
      for (const button of ['change', 'remove', 'rotate'] as const) {
        await press(vault[button]);
        await expect(page.getByRole('dialog')).toHaveCount(2);
        await look(`store-${button}`);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(1);
      }
      // A key pressed while one dialog replaces another reaches neither.
      await expect(async () => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 2_000 });
      }).toPass();
      await page.keyboard.press('Control+L');
      await expect(page.getByRole('heading', { name: lock.locked })).toBeVisible();
      await look('locked-with-passphrase');
    });

    test('shows all its words where there is no keyring', async ({ launch, server }) => {
      test.setTimeout(180_000);
      const first = await launch({ language, ...noKeyring });
      const dialog = first.page.getByRole('dialog');
      await first.page.evaluate(
        async ({ address, userName, password }) => {
          const draft = { address, name: 'Airport', userName, tags: [], environment: 'none' } as const;
          const added = await window.bridge.addProfile({ draft, finding: null });
          if (!added.ok) throw new Error(added.problem.code);
          const request = { profileId: added.value, password, faceToken: null, keepPassword: false };
          await window.bridge.login(request);
        },
        { address: server.base, userName: operator.name, password: operator.password },
      );
      await expect(dialog).toContainText(vault.choice.title);
      await camera(first.page, language)('where-to-keep');
      await dialog.getByLabel(lock.passphrase, { exact: true }).fill(passphrase);
      await dialog.getByLabel(vault.repeat, { exact: true }).fill(passphrase);
      await dialog.getByRole('button', { name: vault.choice.submit, exact: true }).click();
      await expect(dialog).toHaveCount(0);
      await first.close();

      const { page } = await launch({ language, ...noKeyring });
      const look = camera(page, language);
      await page.getByLabel(lock.passphrase, { exact: true }).fill('wrong');
      await page.keyboard.press('Enter');
      await expect(page.getByText(words.problems['passphrase-wrong'].text)).toBeVisible();
      await look('locked-at-start');
      await page.getByRole('button', { name: lock.forgotten }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('reset-vault');
    });
  });
}
