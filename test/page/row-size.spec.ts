import { expect } from '@playwright/test';
import { test } from '../support/page/page-test.ts';

test('A row has no more elements than the first picture can afford', async ({ show }) => {
  const { page, window } = await show();
  const sizeOf = (name: string) => window.row(name).evaluate((row) => row.querySelectorAll('*').length + 1);
  // A dozen rows are in the first picture, and each element of a row costs it time.
  expect(await sizeOf('Airport T2')).toBeLessThanOrEqual(26);
  // With the mark of a server without encryption.
  expect(await sizeOf('Lab')).toBeLessThanOrEqual(30);
  await page.getByRole('row').first().waitFor();
});
