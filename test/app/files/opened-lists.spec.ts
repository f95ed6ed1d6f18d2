import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ownListText } from '../../../main/transfer/formats/own-list.ts';
import type { RunningApp } from '../../support/app/app.ts';
import { test as base } from '../../support/app/second-start.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

interface Fixtures {
  /** Writes an exported list with one server; returns its path. */
  readonly list: (name: string) => Promise<string>;
}

const test = base.extend<Fixtures>({
  list: async ({ dataFolder }, use) =>
    use(async (name) => {
      const path = join(dataFolder, `${name}.ffsm`);
      await writeFile(path, ownListText([sampleProfile({ name })], false));
      return path;
    }),
});

const shownFile = ({ window }: RunningApp, name: string) =>
  expect(window.dialog).toContainText(`${name}.ffsm: list from this app`);

test.describe('a list that is opened by a double click', () => {
  test('starts the app with its import, and changes nothing before a person agrees', async ({
    launch,
    list,
  }) => {
    const app = await launch({ args: [await list('Harbor')] });
    const { page, window } = app;
    await shownFile(app, 'Harbor');
    await expect(window.row('Harbor')).toHaveCount(0);
    await expect(window.button('Import 1 server', window.dialog)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(window.dialog).toContainText('1 server added.');
    await window.closeDialogs();
    await expect(window.row('Harbor')).toBeVisible();
  });

  test('goes to the app that runs, waits for what is open there, and for the next one', async ({
    app,
    list,
    startAgain,
  }) => {
    const { page, window } = app;
    await window.openAddServer();
    await window.more.click();
    await window.field('Name').fill('half a name');
    for (const name of ['Harbor', 'Depot']) {
      await list(name);
      // Relative to the folder of the second process.
      await startAgain(`${name}.ffsm`);
    }
    await expect(window.dialogs).toHaveCount(1);
    await expect(window.field('Name')).toHaveValue('half a name');
    await page.keyboard.press('Escape');
    await shownFile(app, 'Harbor');
    await page.keyboard.press('Escape');
    await shownFile(app, 'Depot');
    await page.keyboard.press('Escape');
    await expect(window.dialogs).toHaveCount(0);
  });

  test('waits behind a lock', async ({ app, list, startAgain }) => {
    const { page, window } = app;
    await page.keyboard.press('Control+L');
    await expect(window.button('Unlock')).toBeVisible();
    await startAgain(await list('Harbor'));
    await expect(window.button('Unlock')).toBeVisible();
    expect(await page.content()).not.toContain('Harbor');
    await expect(window.dialogs).toHaveCount(0);
    await window.button('Unlock').click();
    await shownFile(app, 'Harbor');
  });

  test('is named if it cannot be read, and nothing else in the arguments is obeyed', async ({
    app,
    dataFolder,
    startAgain,
  }) => {
    const { page, window } = app;
    const other = join(dataFolder, 'list.json');
    await writeFile(other, ownListText([sampleProfile({ name: 'Harbor' })], false));
    await startAgain(other);
    await startAgain('https://evil.example/list.ffsm');
    await startAgain('--remote-debugging-port=0', '--load-extension=/tmp', '--lang=ru', `--file=${other}`);
    await startAgain(join(dataFolder, 'missing.ffsm'));
    await expect(window.dialog.getByRole('alert')).toContainText('missing.ffsm couldn’t be read.');
    await expect(window.button('Choose file…', window.dialog)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(window.dialogs).toHaveCount(0);
    await expect(window.button('Settings')).toBeVisible();
  });
});
