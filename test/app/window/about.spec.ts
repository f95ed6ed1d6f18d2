import { expect } from '@playwright/test';
import { test } from '../../support/app/app.ts';

test('the dialog about the app says what the installed copy is and contains', async ({ launch }) => {
  const { electron, page, window } = await launch({ packaged: true });
  const facts = await electron.evaluate(({ app }) => ({
    version: app.getVersion(),
    folder: app.getPath('userData'),
    ...{
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      node: process.versions.node,
    },
  }));

  await page.keyboard.press('Control+,');
  await window.button(`Version ${facts.version}…`, window.dialog).click();
  for (const fact of [...Object.values(facts), 'Unpacked archive'])
    await expect(window.dialog.getByText(fact ?? '', { exact: true }).first()).toBeVisible();

  await window.chooseTab('Licenses');
  const licenses = window.field('Licenses of everything bundled');
  await expect(licenses).toHaveValue(/^react 19\.\d+\.\d+\nMIT$/m);
  await expect(licenses).toHaveValue(/^undici 7\.\d+\.\d+\nMIT$/m);

  await window.chooseTab('What’s new');
  await expect(window.dialog.getByRole('heading', { name: facts.version })).toBeVisible();
  await expect(window.dialog.getByText(/Copy Authorization: Token … with one click/)).toBeVisible();
});
