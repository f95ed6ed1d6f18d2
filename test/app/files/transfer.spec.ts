import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { type RunningApp, test } from '../../support/app/app.ts';

/** Makes the system's dialogs return this file. */
function chooseFile(electron: ElectronApplication, path: string): Promise<void> {
  return electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}

async function openData({ window }: Pick<RunningApp, 'window'>): Promise<void> {
  await window.openSettings('Import & export');
}

test.describe('import and export', () => {
  test('move a list between computers in the window, without secrets', async ({
    app,
    server,
    dataFolder,
  }) => {
    const { electron, window, page } = app;
    const path = join(dataFolder, 'list.json');
    await chooseFile(electron, path);
    await window.addAndLogIn({
      ...{ address: server.base, name: 'Airport', tags: 'north', environment: 'Test' },
      ...{ userName: operator.name, password: operator.password },
    });
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await window.addOnly({ address: '10.0.4.8', name: 'Lobby', userName: 'guard' });

    await openData(app);
    await window.button('Export…', window.dialog).click();
    await window.button('Export 2 servers', window.dialog).click();
    await expect(window.dialog).toContainText(
      'Exported 2 servers to list.json, without passwords or tokens.',
    );
    await window.closeDialogs();
    expect(await readFile(path, 'utf8')).not.toMatch(/[0-9a-f]{64}|ffsm-[a-z0-9-]+-[0-9a-f]{8}/);

    await window.chooseFromMenu('Airport', 'Remove');
    await window.button('Remove', window.dialog).click();
    await expect(window.row('Airport')).toHaveCount(0);

    await openData(app);
    await window.button('Import…', window.dialog).click();
    await expect(window.button('Choose file…', window.dialog)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(window.dialog).toContainText('list.json: list from this app');
    await expect(window.dialog).toContainText('Unchanged · 1');
    await expect(window.dialog.getByLabel('Airport')).toBeChecked();
    await expect(window.row('Airport')).toHaveCount(0);
    await expect(window.button('Import 1 server', window.dialog)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(window.dialog).toContainText('1 server added.');
    await window.closeDialogs();
    await expect(window.row('Airport')).toHaveAccessibleName(/^Airport, ivanov, logged out/i);
  });

  test('back up everything and restore it with the passphrase', async ({ app, server, dataFolder }) => {
    const { electron, window, page } = app;
    await chooseFile(electron, join(dataFolder, 'backup.json'));
    await window.addAndLogIn({
      ...{ address: server.base, name: 'Airport', userName: operator.name, password: operator.password },
    });
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await openData(app);
    await window.button('Back up…', window.dialog).click();
    await window.field('Passphrase').fill('correct horse');
    await page.keyboard.press('Tab');
    await page.keyboard.type('correct horse');
    await page.keyboard.press('Enter');
    await expect(window.dialog).toContainText('Backed up 1 server to backup.json.', { timeout: 20_000 });
    await window.closeDialogs();
    await window.chooseFromMenu('Airport', 'Remove');
    await window.button('Remove', window.dialog).click();

    await window.button('Import servers…').click();
    await expect(window.button('Choose file…', window.dialog)).toBeFocused();
    await page.keyboard.press('Enter');
    await window.field('Passphrase').fill('wrong horse');
    await page.keyboard.press('Enter');
    await expect(window.field('Passphrase')).toHaveAccessibleDescription(/wrong passphrase/i, {
      timeout: 20_000,
    });
    await expect(window.field('Passphrase')).toBeFocused();
    await page.keyboard.type('correct horse');
    await page.keyboard.press('Enter');
    await expect(window.button('Import 1 server', window.dialog)).toBeFocused({ timeout: 20_000 });
    await page.keyboard.press('Enter');
    await expect(window.dialog).toContainText('1 session restored.');
    await page.keyboard.press('Escape');
    await expect(window.row('Airport')).toHaveAccessibleName(/^Airport, ivanov, accepted/i);
    expect(server.count('POST /auth/login/')).toBe(1);
  });
});
