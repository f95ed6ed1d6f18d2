import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type RunningApp, test } from '../../support/app/app.ts';

const order = ({ window }: RunningApp) =>
  window.list
    .getByRole('row')
    .evaluateAll((rows) =>
      rows
        .toSorted((one, other) => Number(one.ariaRowIndex) - Number(other.ariaRowIndex))
        .map((row) => row.getAttribute('aria-label')?.split(',')[0] ?? null),
    );

test('A list that was arranged by hand, and what was hidden in it, is the same after a restart', async ({
  launch,
  dataFolder,
}) => {
  const first = await launch();
  for (const [at, name] of ['Airport', 'Bridge', 'Castle', 'Depot'].entries()) {
    await first.window.addOnly({ address: `https://10.0.4.${at}`, name, userName: 'operator' });
    await expect(first.window.row(name)).toBeVisible();
  }
  await first.window.chooseFromMenu('Bridge', 'Hide');
  await expect.poll(() => order(first)).toEqual(['Airport', 'Castle', 'Depot']);
  await first.window.chooseFromMenu('Depot', 'Move up');
  await first.window.button('Use manual order').click();
  await first.window.chooseFromMenu('Depot', 'Move up');
  await expect.poll(() => order(first)).toEqual(['Airport', 'Depot', 'Castle']);
  await first.close();

  const saved = JSON.parse(await readFile(join(dataFolder, 'profiles.json'), 'utf8'));
  const hidden = saved.profiles.filter(({ profile }: { profile: object }) => 'hidden' in profile);
  expect(hidden).toHaveLength(1);

  const second = await launch();
  await expect.poll(() => order(second)).toEqual(['Airport', 'Depot', 'Castle']);
  await second.page.getByRole('button', { name: /^Hidden/ }).click();
  await expect.poll(() => order(second)).toEqual(['Bridge']);
});
