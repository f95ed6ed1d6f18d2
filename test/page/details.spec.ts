import { expect, type Locator } from '@playwright/test';
import { type ShownPage, test } from '../support/page/page-test.ts';

const choose = async ({ window }: ShownPage, name: string): Promise<Locator> => {
  await window.row(name).click();
  await expect(window.details.getByRole('heading', { level: 2 })).toHaveText(name);
  return window.details;
};

test.describe('The rights of a user', () => {
  test('are in words, a few at first, with their codes as hints', async ({ show }) => {
    const on = await show();
    const details = await choose(on, 'Airport T2');
    await expect(details).toContainText(/Dossiers\s*view, add, edit, delete/);
    await expect(details).not.toContainText('ffsecurity.');
    await expect(details.getByTitle('ffsecurity.delete_humancard')).toHaveText('view, add, edit, delete');
    await expect(details.getByText('Blocked devices')).toHaveCount(0);
    await details.getByRole('button', { name: /^Show all \d+$/ }).click();
    await expect(details).toContainText(/Blocked devices\s*view, add, edit, delete/);
    await expect(details).toContainText(/humanfaceevent\s*view/);
    await details.getByRole('button', { name: 'Show fewer' }).click();
    await expect(details.getByText('Blocked devices')).toHaveCount(0);
  });

  test('are found by words and by codes, and Esc closes the search alone', async ({ show }) => {
    const on = await show();
    const details = await choose(on, 'Airport T2');
    const button = details.getByRole('button', { name: 'Search rights' });
    await button.click();
    const field = details.getByRole('searchbox', { name: 'Search rights' });
    await expect(field).toBeFocused();
    await on.page.keyboard.type('blocked delete');
    await expect(details).toContainText(/Blocked devices\s*delete/);
    await expect(details).not.toContainText('Dossiers');
    await field.fill('configure_ntls');
    await expect(details).toContainText(/License\s*configure/);
    await field.fill('no such right');
    await expect(details.getByRole('status')).toHaveText('No rights match “no such right”.');
    await on.page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
    await expect(button).toBeFocused();
    await expect(details).toContainText('Dossiers');
  });

  test('for all groups or lists say so', async ({ show }) => {
    const on = await show();
    const details = await choose(on, 'Airport T2');
    await expect(details.getByRole('listitem').filter({ hasText: /^All/ })).toHaveText([
      'All view',
      'All edit',
    ]);
  });
});
