import { expect } from '@playwright/test';
import { admin, guard, operator } from '../emulator/default-users.ts';
import { test } from '../support/app/app.ts';
import { camera } from '../support/app/camera.ts';
import { addSampleServers } from '../support/servers/sample-servers.ts';
import { en, es, ru } from '../support/texts.ts';

for (const [language, words] of Object.entries({ en, ru, es })) {
  test.describe(`what concerns many servers, in ${language}`, () => {
    test('shows all its words', async ({ launch, serve }) => {
      test.setTimeout(180_000);
      const { page, window } = await launch({ language });
      await addSampleServers(page, serve);
      const look = camera(page, language);
      const dialog = page.getByRole('dialog').last();
      const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
      // A server that requires a face, and domain accounts at others.
      await page.evaluate(
        async ([face, domain, userName]) => {
          const add = (address: string, name: string, user: string) =>
            globalThis.window.bridge.addProfile({
              draft: { address, name, userName: user, tags: [], environment: 'production' },
              finding: null,
            });
          await add(face, 'Vault entrance', userName);
          await add(domain, 'Head office', userName);
          await add(
            'https://10.2.0.9',
            'Office with a long name, second floor, the door at the north side',
            'CORP\\k.lindqvist',
          );
        },
        [
          (await serve({ switches: { authType: 'face_and_password' } })).base,
          (await serve()).base,
          guard.name,
        ] as const,
      );
      await window.openTool('bulk log-in');
      await expect(dialog).toContainText(words.login.bulk.about);
      await dialog.getByRole('button', { name: new RegExp(words.login.bulk.user) }).click();
      await page.getByRole('option', { name: 'CORP\\k.lindqvist' }).click();
      await expect(dialog).toContainText(words.login.bulk.domainWarning);
      await look('bulk-login-domain');
      await dialog.getByRole('button', { name: new RegExp(words.login.bulk.user) }).click();
      await page.getByRole('option', { name: admin.name }).click();
      await dialog.getByRole('checkbox', { name: words.login.bulk.inView }).check();
      await dialog.getByLabel(words.forms.add.password, { exact: true }).fill(operator.password);
      await dialog.locator('button[type=submit]').click();
      await expect(dialog).toContainText(words.login.bulk.skips['refused-elsewhere']);
      await look('bulk-login-results');
      await press(words.window.close);

      await window.openTool('server overview');
      await expect(
        page.getByRole('grid', { name: words.servers.table.title }).getByRole('row'),
      ).not.toHaveCount(0);
      await page.getByRole('button', { name: words.servers.table.choose, exact: true }).click();
      await look('server-table-columns');
    });
  });
}
