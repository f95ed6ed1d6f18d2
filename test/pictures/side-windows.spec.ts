import { join } from 'node:path';
import { expect } from '@playwright/test';
import { defaultSettings } from '../../contract/settings.ts';
import { overviewSubject } from '../../contract/windows/side-window.ts';
import { cutWords } from '../support/app/cut-words.ts';
import { held, idOf, rowOf } from '../support/fake-bridge/fake-rows.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { texts } from '../support/texts.ts';

const folder = join(import.meta.dirname, '../../test-results/pictures');
const day = 86_400_000;
const now = Date.now();
const rows = [
  ['Metro north', 'https://ff-north.metro.local', 'op2', held(now, 0.88 * day, 'accepted'), 'production'],
  ['Metro depot', 'https://10.8.0.40', 'ivanov', held(now, 20 * day, 'refused'), 'none'],
  ['Metro lab', 'https://lab.metro.local', 'administrator', held(now, 66 * day, 'accepted'), 'test'],
] as const;

const subjects = {
  details: { kind: 'details', profileId: idOf(700) },
  ended: { kind: 'details', profileId: idOf(701) },
  sessions: { kind: 'sessions', profileId: idOf(700) },
  overview: overviewSubject,
} as const;
const sizes = {
  usual: {
    details: { width: 460, height: 760 },
    ended: { width: 460, height: 760 },
    sessions: { width: 1040, height: 700 },
    overview: { width: 1180, height: 760 },
  },
  small: {
    details: { width: 360, height: 320 },
    ended: { width: 360, height: 320 },
    sessions: { width: 360, height: 320 },
    overview: { width: 360, height: 320 },
  },
} as const;

for (const language of ['en', 'ru', 'es'] as const)
  test.describe(`side windows in ${language}`, () => {
    const shoot = async ({ page }: ShownPage, name: string): Promise<void> => {
      await page.mouse.move(0, 0);
      const isTaken = test.info().project.name === 'pictures';
      for (const colorScheme of isTaken ? (['light', 'dark'] as const) : []) {
        await page.emulateMedia({ colorScheme });
        const path = join(folder, `side-${name}-${colorScheme}-${language}.png`);
        await page.screenshot({ path, animations: 'disabled' });
      }
      expect.soft(await cutWords(page), `${name} in ${language}`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
    };
    const clipboard = {
      ...{ profileId: idOf(700), name: 'Metro north', userName: 'op2', production: true },
      ...({
        format: 'header',
        copiedAt: now,
        clearsAt: now + 600_000,
        overdue: false,
        endsAt: null,
      } as const),
    };
    const state = {
      language,
      clipboard,
      rows: rows.map(([name, address, userName, session, environment], place) =>
        rowOf(700 + place, { name, address, userName, session, environment }),
      ),
    };

    for (const name of ['details', 'ended', 'sessions', 'overview'] as const)
      test(`show ${name}`, async ({ showSide }) => {
        const on = await showSide(subjects[name], { state });
        await expect(on.page.getByRole('heading', { level: 2 })).toBeVisible();
        for (const size of ['usual', 'small'] as const) {
          await on.page.setViewportSize(sizes[size][name]);
          await shoot(on, `${name}-${size}`);
        }
      });

    test('show presentation mode beside the clipboard', async ({ showSide }) => {
      const settings = { ...defaultSettings, language, presentation: true };
      const on = await showSide(subjects.details, { state: { ...state, settings } });
      await on.page.evaluate(() => {
        document.body.hidden = false;
      });
      const { end, turnOff } = texts[language].presentation;
      await expect(on.page.getByRole('contentinfo').getByRole('button', { name: turnOff })).toHaveText(end);
      await on.page.setViewportSize(sizes.small.details);
      await shoot(on, 'presentation-small');
    });
  });
