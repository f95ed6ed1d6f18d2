import { expect } from '@playwright/test';
import { test } from '../support/app/app.ts';
import { camera } from '../support/app/camera.ts';
import { en, es, ru } from '../support/texts.ts';

for (const [language, words] of Object.entries({ en, ru, es }))
  test(`a refused address shows all its words in ${language}`, async ({ launch }) => {
    const { page, window } = await launch({ language });
    await window.openAddServer();
    const { dialog } = window;
    await dialog.getByLabel(words.forms.add.address, { exact: true }).fill('ftp://10.0.4.7');
    await dialog.getByLabel(words.forms.add.userName, { exact: true }).fill('ivanov');
    const probed = page.getByRole('status', { name: words.forms.probe.label });
    await expect(probed).toContainText('ftp://');
    await window.button(words.forms.add.saveOnly, dialog).click();
    await expect(dialog.getByText('ftp://')).toHaveCount(1);
    await camera(page, language)('add-server-refused');
  });
