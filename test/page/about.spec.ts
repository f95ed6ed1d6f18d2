import { expect } from '@playwright/test';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';

const name = 'About FindFace Session Manager';

async function openAbout({ page, window }: ShownPage): Promise<void> {
  await page.keyboard.press('Control+,');
  await window.button('Version 1.0.0…', window.dialog).click();
}

testDialogs([
  {
    name,
    of: 'about/about-dialog.tsx',
    open: openAbout,
    focus: ['tab', 'Details'],
    shows: ['deb package', '45.5.0', '/home/petrova/.config/FindFace Session Manager', 'None'],
    below: 1,
  },
  {
    name,
    of: 'about/about-dialog.tsx',
    when: 'that cannot be read',
    main: { answers: { readAbout: { ok: false, problem: { code: 'locked' } } } },
    open: openAbout,
    focus: ['tab', 'Details'],
    shows: ['Unlock the app first.'],
    below: 1,
  },
]);

test.describe('The dialog about the app', () => {
  test('copies what support asks for', async ({ show }) => {
    const on = await show();
    const { page, window } = on;
    await openAbout(on);
    await expect(window.button('Copy for support', window.dialog)).toBeEnabled();
    const copied = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const original = DataTransfer.prototype.setData;
          DataTransfer.prototype.setData = function setData(type, text) {
            DataTransfer.prototype.setData = original;
            original.call(this, type, text);
            resolve(text);
          };
        }),
    );
    await window.button('Copy for support', window.dialog).click();
    expect(await copied).toBe(
      [
        'Version: 1.0.0',
        'Installed as: deb package',
        'System: Debian GNU/Linux 12, x64',
        'Electron: 45.5.0',
        'Chromium: 150.0.7871.24',
        'Node.js: 24.16.0',
        'Data folder: /home/petrova/.config/FindFace Session Manager',
        'Policy: None',
      ].join('\n'),
    );
  });

  test('shows the licenses of what is bundled', async ({ show }) => {
    const on = await show();
    await openAbout(on);
    await on.window.chooseTab('Licenses');
    await expect(on.window.field('Licenses of everything bundled')).toHaveValue(
      /^react 19\.3\.1\nMIT License/,
    );
  });

  test('says in the language of the window that the notes are in English', async ({ show }) => {
    const { page } = await show({ state: { language: 'ru', updatedFrom: '0.9.0' } });
    await page.getByRole('button', { name: 'Что нового' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Описание изменений — на английском языке.')).toBeVisible();
    await expect(dialog.locator('[lang="en"]')).toContainText('Updates from a source of your own.');
  });

  test('shows what is new after an update, and says so once', async ({ show }) => {
    const on = await show({ state: { appVersion: '1.0.0', updatedFrom: '0.9.0' } });
    const { page, window } = on;
    const notice = page.getByRole('status').filter({ hasText: 'Updated to 1.0.0.' });
    await expect(notice).toBeVisible();
    await window.button('What’s new').click();
    await expect(window.dialog.getByText('Updates from a source of your own.')).toBeVisible();
    await expect.poll(() => on.asked('dismissReleaseNotes')).toHaveLength(1);
    await page.keyboard.press('Escape');
    await expect(notice).toHaveCount(0);
  });
});
