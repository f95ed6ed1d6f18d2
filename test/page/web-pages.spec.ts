import { expect } from '@playwright/test';
import { sampleProfile } from '../support/fixtures/profile.ts';
import { sampleRow } from '../support/fixtures/row.ts';
import { test } from '../support/page/page-test.ts';

test.describe('The web interface of a server', () => {
  test('is opened by its key, in the details and by the palette', async ({ show }) => {
    const on = await show();
    const row = on.window.row('Airport T2');
    await row.click();
    await on.page.keyboard.press('Control+O');
    await on.window.button('Open web interface', on.window.details).click();
    await row.focus();
    await on.page.keyboard.press('Control+Shift+I');
    await on.page.keyboard.press('Control+Shift+W');
    await expect.poll(() => on.asked('openInBrowser')).toHaveLength(1);
    expect(await on.asked('openWebPage')).toEqual([
      { profileId: expect.any(String), page: 'interface' },
      { profileId: expect.any(String), page: 'interface' },
      { profileId: expect.any(String), page: 'api-docs' },
    ]);
  });

  test('asks to log in where there is no session for it', async ({ show }) => {
    const on = await show();
    await on.answer('openWebPage', {
      ok: false,
      problem: { code: 'session-expired', expiredAt: 0 },
    });
    await on.window.row('Airport T2').click();
    await on.page.keyboard.press('Control+O');
    await expect(on.page.getByRole('alert')).toContainText(/expired/i);
    await on.answer('openWebPage', { ok: false, problem: { code: 'secret-unreadable' } });
    await on.page.keyboard.press('Control+O');
    await expect(on.window.dialog).toHaveAccessibleName(/^Log in to/);
  });

  test('can ask for another log-in, for which the window opens its dialog', async ({ show }) => {
    const profile = sampleProfile({ name: 'Depot' });
    const on = await show({
      state: { rows: [sampleRow({ profile })], taskAsked: { kind: 'log-in', profileId: profile.id } },
    });
    await expect(on.window.dialog).toHaveAccessibleName('Log in to Depot');
  });
});
