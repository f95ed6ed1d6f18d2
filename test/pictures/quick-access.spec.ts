import { join } from 'node:path';
import { expect } from '@playwright/test';
import { defaultSettings } from '../../contract/settings.ts';
import { cutWords } from '../support/app/cut-words.ts';
import { held, locked, rowOf } from '../support/fake-bridge/fake-rows.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';

const folder = join(import.meta.dirname, '../../test-results/pictures');
const day = 86_400_000;
const now = Date.now();
const rows = [
  ['Metro north', 'https://ff-north.metro.local', 'op2', held(now, 0.88 * day, 'accepted'), 'production'],
  ['Metro south', 'https://ff-south.metro.local', 'op2', held(now, 54 * day, 'accepted'), 'production'],
  ['Metro depot', 'https://10.8.0.40', 'ivanov', held(now, 20 * day, 'refused'), 'none'],
  [
    'Metro lab with a long name of its own',
    'https://lab.metro.local:8443/findface',
    'administrator',
    held(now, 66 * day, 'unreachable'),
    'test',
  ],
  ['Metro ring control', 'https://10.7.0.2', 'op4', { phase: 'logged-out' }, 'none'],
  ['Metro hall', 'https://10.7.0.3', 'op4', held(now, 90 * day, 'accepted'), 'none'],
] as const;

for (const language of ['en', 'ru', 'es'] as const)
  test.describe(`quick access in ${language}`, () => {
    const shoot = async ({ page }: ShownPage, name: string): Promise<void> => {
      const isTaken = test.info().project.name === 'pictures';
      for (const colorScheme of isTaken ? (['light', 'dark'] as const) : []) {
        await page.emulateMedia({ colorScheme });
        const path = join(folder, `quick-access-${name}-${colorScheme}-${language}.png`);
        await page.screenshot({ path, animations: 'disabled' });
      }
      expect.soft(await cutWords(page), `${name} in ${language}`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    };
    const state = {
      language,
      settings: { ...defaultSettings, confirmProduction: language === 'ru' },
      rows: rows.map(([name, address, userName, session, environment], place) =>
        rowOf(700 + place, { name, address, userName, session, environment }),
      ),
    };

    test('finds, formats, fails and locks', async ({ showQuick }) => {
      const on = await showQuick({ state });
      await on.page.keyboard.type('metro');
      await shoot(on, 'found');
      await on.page.keyboard.press('Tab');
      for (let step = 0; step < 3; step += 1) await on.page.keyboard.press('ArrowDown');
      await shoot(on, 'ended-actions');
      await on.page.keyboard.press('Shift+Tab');
      await on.page.keyboard.press('ArrowDown');
      await on.page.keyboard.press('ArrowDown');
      await shoot(on, 'found-chosen');
      await on.page.keyboard.press('Tab');
      await shoot(on, 'formats');
      await on.page.keyboard.press('Shift+Tab');
      await on.answer('quickCopy', { ok: false, problem: { code: 'clipboard-out-of-reach' } });
      await on.page.keyboard.press('ArrowDown');
      await on.page.keyboard.press('Enter');
      await shoot(on, 'failed');
      const closed = await showQuick({ state: { language, rows: [], lock: locked } });
      await shoot(closed, 'locked');
    });
  });
