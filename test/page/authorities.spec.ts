import { expect } from '@playwright/test';
import type { Row } from '../../contract/state.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { certificateOf } from '../support/fake-bridge/fake-rows.ts';
import { sampleRows } from '../support/fake-bridge/sample-rows.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';

const fingerprint = 'ab'.repeat(32);

/** The first rows trust a custom CA. */
function trusting(count: number): readonly Row[] {
  return sampleRows(Date.now()).map((row, at) =>
    at < count
      ? { ...row, profile: { ...row.profile, tls: { mode: 'ca', fingerprint, trustedAt: 0 } } }
      : row,
  );
}

const line = ({ window }: ShownPage) => window.dialog.locator('[data-setting="authorities"]');

test.describe('Custom CAs in the settings', () => {
  test('are shown with the servers that trust them, whose settings are a key away', async ({ show }) => {
    const rows = trusting(3);
    const on = await show({ state: { rows } });
    await on.window.openSettings('Network');
    await expect(line(on).getByText('CN=ca.findface.example')).toBeVisible();
    await expect(line(on).getByText('CA fingerprint (SHA-256)')).toBeVisible();
    const [asked, ...more] = await on.asked('readAuthority');
    expect(more).toEqual([]);
    expect(rows.slice(0, 3).map(({ profile }) => profile.id)).toContain(Object.values(asked ?? {})[0]);

    await expect(line(on).getByText('Trusted for 3 servers')).toBeVisible();
    await line(on).locator('summary').focus();
    await on.page.keyboard.press('Enter');
    const names = rows.slice(0, 3).map(({ profile }) => profile.name);
    for (const name of names)
      await expect(
        line(on)
          .getByRole('button', { name: `${name} ` })
          .first(),
      ).toBeVisible();
    expect(await seriousTroubles(on.page, [], '[role="dialog"]')).toEqual([]);
    await on.page.keyboard.press('Tab');
    await on.page.keyboard.press('Enter');
    await expect(on.window.dialogs.last()).toContainText('Custom CA');
    await on.page.keyboard.press('Escape');
    await expect(line(on).getByRole('button').nth(1)).toBeFocused();
  });

  test('that have expired say so', async ({ show }) => {
    const value = {
      ...certificateOf('authority', 'ca.findface.example', 0),
      validTo: Date.UTC(2026, 0, 2, 12),
    };
    const on = await show({ state: { rows: trusting(1) }, answers: { readAuthority: { ok: true, value } } });
    await on.window.openSettings('Network');
    await expect(line(on)).toContainText('Expired on 2 Jan 2026.');
    await expect(line(on).getByText('Trusted for 1 server')).toBeVisible();
  });

  test('that are missing still show whom they are trusted for', async ({ show }) => {
    const answers = { readAuthority: { ok: true, value: null } } as const;
    const on = await show({ state: { rows: trusting(2) }, answers });
    await on.window.openSettings('Network');
    await expect(line(on).getByText('Trusted for 2 servers')).toBeVisible();
    await expect(line(on)).toContainText('AB:AB:AB');
  });

  test('are found by what they are, and none is told without any', async ({ show }) => {
    const on = await show();
    await on.page.keyboard.press('Control+,');
    await on.page.getByRole('searchbox', { name: 'Search settings' }).fill('pki');
    await expect(line(on)).toContainText('No server uses one.');
    expect(await on.asked('readAuthority')).toEqual([]);
  });
});
