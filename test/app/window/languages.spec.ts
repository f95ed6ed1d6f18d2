import { expect } from '@playwright/test';
import { guard } from '../../emulator/default-users.ts';
import { test as ownAppTest } from '../../support/app/app.ts';
import { test } from '../../support/app/shared-app.ts';
import { es, ru } from '../../support/texts.ts';

const english = /\b(Add server|Check all|Log in|Copy header|accepted|Rights|left|Encrypted with)\b/;

test.describe('the window', () => {
  test('changes its language at once', async ({ app }) => {
    const { window, page } = app;
    await window.addOnly({ address: '10.0.4.7', name: 'Airport', userName: guard.name });
    await window.openSettings('General');
    await window.choose('Language', 'Русский');
    await expect(page.getByRole('searchbox', { name: ru.settings.search })).toBeVisible();
    // The words of react-aria: for screen readers, a list ends with a button that closes it.
    await window.dialog.getByRole('button', { name: new RegExp(ru.settings.language) }).click();
    await expect(page.getByRole('button', { name: 'Пропустить', includeHidden: true })).not.toHaveCount(0);
  });

  for (const [language, words] of [
    ['ru', ru],
    ['es', es],
  ] as const) {
    ownAppTest(
      `is in ${language} if the system is, and asks servers for that language`,
      async ({ launch, server }) => {
        const { page, window } = await launch({ language });
        const { add } = words.forms;
        await expect(page.getByRole('heading', { name: words.servers.firstRun.title })).toBeVisible();
        await window.openAddServer();
        const dialog = page.getByRole('dialog', { name: add.title });
        await dialog.getByLabel(add.address, { exact: true }).fill(server.base);
        await dialog.getByText(add.more, { exact: true }).click();
        await dialog.getByLabel(add.name, { exact: true }).fill('Вокзал');
        await dialog.getByLabel(add.userName, { exact: true }).fill(guard.name);
        await dialog.getByLabel(add.password, { exact: true }).fill('wrong');
        await dialog.getByRole('button', { name: add.logIn, exact: true }).click();
        await expect(dialog).toContainText(words.problems['wrong-password'].title);
        await dialog.getByLabel(add.password, { exact: true }).fill(guard.password);
        await dialog.getByRole('button', { name: add.logIn, exact: true }).click();

        await expect(dialog).toHaveCount(0);
        const row = page.getByRole('row').filter({ hasText: 'Вокзал' });
        await row.getByRole('button', { name: words.servers.copyHeader }).click();
        await expect(page.getByRole('status', { name: words.window.clipboard.label })).toContainText(
          words.window.clipboard.copied,
        );
        await expect(page.getByRole('region')).toContainText(guard.realName);
        expect(await page.locator('body').textContent()).not.toMatch(english);
        expect(server.requests.map(({ headers }) => headers['accept-language'])).toEqual(
          server.requests.map(() => expect.stringMatching(new RegExp(`^${language}`))),
        );
      },
    );
  }

  ownAppTest('is dark or light as chosen, and remembers it', async ({ launch }) => {
    const first = await launch();
    await first.window.openSettings('Appearance');
    await first.window.choose('Theme', 'Dark');
    const background = () =>
      first.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await expect.poll(background).toBe('rgb(18, 20, 24)');
    await first.close();
    const second = await launch();
    expect(await second.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(18, 20, 24)',
    );
  });
});
