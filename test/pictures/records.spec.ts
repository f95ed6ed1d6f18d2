import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { operator } from '../emulator/default-users.ts';
import { test } from '../support/app/app.ts';
import { camera } from '../support/app/camera.ts';
import { en, es, ru } from '../support/texts.ts';

/** A list with a new, a changed, an existing and an invalid server. */
const listOf = (address: string) =>
  [
    'address,user,name,tags,environment,password',
    `10.0.4.7,${operator.name},Harbour gate 4,north;cameras,production,`,
    `${address},${operator.name},Airport T2,south,production,`,
    'ftp://10.0.4.9,guard,Depot,,,geheim',
  ].join('\n');

for (const [language, words] of Object.entries({ en, ru, es })) {
  const { transfer, settings, vault } = words;
  const { diagnostics } = settings;

  test.describe(`what leaves and enters the app, in ${language}`, () => {
    test('shows all its words', async ({ launch, server, dataFolder, keyring }) => {
      test.setTimeout(180_000);
      const path = join(dataFolder, 'list.csv');
      await writeFile(path, listOf(server.base));
      const { page, window, electron, close } = await launch({ language });
      await electron.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
      }, path);
      const look = camera(page, language);
      const dialog = page.getByRole('dialog').last();
      const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
      const openSettings = async (section: 'data' | 'transfer') => {
        await window.openSettings(settings.sections[section]);
      };
      const closeAll = async () => {
        await expect(async () => {
          await page.keyboard.press('Escape');
          await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 500 });
        }).toPass();
      };

      await page.evaluate(
        async ({ address, userName, password, passphrase }) => {
          const draft = { address, name: 'Airport', userName, tags: ['north'], environment: 'test' } as const;
          const added = await globalThis.window.bridge.addProfile({ draft, finding: null });
          if (!added.ok) throw new Error(added.problem.code);
          const request = { profileId: added.value, password, faceToken: null, keepPassword: false };
          await globalThis.window.bridge.login(request);
          await globalThis.window.bridge.copySession({ profileId: added.value, anyway: false, format: null });
          await globalThis.window.bridge.setPassphrase({ passphrase, current: null });
        },
        {
          ...{ address: server.base, userName: operator.name, password: operator.password },
          passphrase: 'seven calm cranes',
        },
      );
      await openSettings('data');
      await press(diagnostics.open);
      await expect(dialog).toContainText('FindFace Session Manager diagnostics');
      await look('diagnostics');
      await closeAll();
      await openSettings('transfer');
      await press(transfer.import);
      await expect(dialog).toContainText(transfer.importing.title);
      await press(transfer.importing.choose);
      await expect(dialog).toContainText('Harbour gate 4');
      await look('import-mistakes');
      await close();

      await keyring.empty();
      const again = await launch({ language });
      await expect(again.page.getByText(vault.banner.keyringLost.title)).toBeVisible();
      await camera(again.page, language)('store-lost');
    });
  });
}
