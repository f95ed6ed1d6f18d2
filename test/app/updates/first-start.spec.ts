import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../../support/app/app.ts';
import { sampleDraft } from '../../support/fixtures/draft.ts';

test('the first start of a new version copies what the old one saved, says so, and no later start does', async ({
  launch,
  dataFolder,
}) => {
  const settings = join(dataFolder, 'settings.json');
  const versionKept = async () => JSON.parse(await readFile(settings, 'utf8').catch(() => '{}')).lastVersion;
  const first = await launch();
  const version = await first.electron.evaluate(({ app }) => app.getVersion());
  const draft = sampleDraft({ name: 'Airport' });
  await first.page.evaluate((draft) => window.bridge.addProfile({ draft, finding: null }), draft);
  await expect.poll(versionKept).toBe(version);
  await first.close();
  expect(await readdir(dataFolder)).not.toContain('copies');

  const saved = await readFile(join(dataFolder, 'profiles.json'), 'utf8');
  const kept = JSON.parse(await readFile(settings, 'utf8'));
  await writeFile(settings, JSON.stringify({ ...kept, lastVersion: '0.9.0' }));
  const second = await launch();
  await expect(second.page.getByText(`Updated to ${version}.`)).toBeVisible();
  await expect.poll(versionKept).toBe(version);
  await second.close();
  const [copy = '', ...more] = await readdir(join(dataFolder, 'copies'));
  expect(copy).toMatch(new RegExp(`Z-0\\.9\\.0-to-${version}$`));
  expect(more).toEqual([]);
  expect(await readFile(join(dataFolder, 'copies', copy, 'profiles.json'), 'utf8')).toBe(saved);

  const third = await launch();
  await expect(third.window.row('Airport')).toBeVisible();
  await expect(third.page.getByText(`Updated to ${version}.`)).toBeHidden();
  await third.close();
  expect(await readdir(join(dataFolder, 'copies'))).toEqual([copy]);
});
