import { expect } from '@playwright/test';
import { test } from '../support/page/page-test.ts';

test('The status of a row shows the exact time of expiry under the pointer', async ({ show }) => {
  const { page } = await show();
  const status = page.getByRole('row').locator('[data-status="accepted"]').first();
  await expect(status).toBeVisible();
  await status.locator('svg').hover();
  await expect(status).toHaveAttribute('title', /^\w{3},? \d{1,2} \w+ \d{4}.*\d{2}:\d{2}/);
});
