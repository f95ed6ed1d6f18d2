import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { settingsSections } from '../../renderer/state/view-state.ts';
import { test } from '../support/app/app.ts';
import { camera } from '../support/app/camera.ts';
import { en, es, ru } from '../support/texts.ts';

const policy = {
  version: 1,
  locked: {
    ...{ theme: 'system', clearAfterSeconds: 10, confirmProduction: true, savePasswords: false },
    ...{
      lockAfterIdleMinutes: 5,
      lockWithScreen: false,
      updates: 'check',
      updateSource: 'https://mirror.corp.example/',
    },
  },
  servers: [{ address: 'https://ff1.corp.example', name: 'Airport T2', userName: 'ivanov' }],
  lockServers: true,
};

for (const [language, { window: frame, settings, servers }] of Object.entries({ en, ru, es })) {
  test(`a managed copy and what it says of itself show all their words in ${language}`, async ({
    launch,
    dataFolder,
  }) => {
    test.setTimeout(180_000);
    const file = join(dataFolder, 'policy.json');
    await writeFile(file, JSON.stringify(policy), { mode: 0o644 });
    const { page, window } = await launch({ language, env: { FFSM_POLICY_FILE: file } });
    const look = camera(page, language);
    const dialog = page.getByRole('dialog').last();

    await page
      .getByRole('row', { name: /^Airport T2/ })
      .getByRole('button', { name: servers.more })
      .click();
    await expect(page.getByRole('menu')).toContainText(servers.edit);
    await look('managed-menu');
    await page.getByRole('menuitem', { name: servers.edit }).click();
    await expect(dialog).toBeVisible();
    await look('managed-server');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: frame.addServer }).click();
    await expect(page.getByRole('status').filter({ hasText: settings.managed })).toBeVisible();
    await look('managed-list');

    await page.getByRole('button', { name: frame.settings, exact: true }).click();
    for (const section of settingsSections) {
      await window.chooseSection(settings.sections[section]);
      await look(`managed-settings-${section}`);
    }
    await dialog.getByRole('button', { name: /1\.\d+\.\d+…$/ }).click();
    for (const [tab, name] of Object.entries(settings.about.tabs)) {
      await window.chooseTab(name);
      await look(`about-${tab}`);
    }
  });
}
