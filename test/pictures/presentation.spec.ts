import { expect } from '@playwright/test';
import { dayMs, hourMs } from '../../contract/core/time.ts';
import { defaultSettings, languages } from '../../contract/settings.ts';
import { placeholderWords } from '../../main/presentation/placeholder-words.ts';
import { camera } from '../support/app/camera.ts';
import { held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import { test } from '../support/page/page-test.ts';
import { texts } from '../support/texts.ts';

test.afterEach(async ({ pageOfWorker: page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1_280, height: 800 });
});

const now = Date.now();
const sessions = [
  held(now, 21 * hourMs, 'accepted'),
  held(now, 54 * dayMs, 'accepted'),
  held(now, 20 * dayMs, 'refused'),
  { phase: 'logged-out' },
] as const;

for (const language of languages)
  test(`presentation mode shows all its words in ${language}`, async ({ show }) => {
    test.setTimeout(300_000);
    const { presentation: words, settings: titles } = texts[language];
    const named = placeholderWords[language];
    const rows = sessions.map((session, place) =>
      rowOf(1 + place, {
        name: `${named.server} ${1 + place}`,
        address: `https://server-${1 + place}.example`,
        userName: `${named.user} ${1 + (place % 2)}`,
        tags: [`${named.tag} 1`],
        environment: place === 0 ? 'production' : 'none',
        session,
      }),
    );
    const settings = { ...defaultSettings, language, presentation: true };
    const on = await show({ state: { language, settings, rows } });
    const { page } = on;
    await page.evaluate(() => {
      document.body.hidden = false;
    });
    const look = camera(page, language);
    const first = page.getByRole('row', { name: new RegExp(`^${rows[0]?.profile.name}`) });
    await first.click();
    await look('presentation');
    await page.keyboard.press('F2');
    await expect(on.window.dialog).toContainText(words.needsNames.title);
    await look('presentation-needs-names');
    await page.keyboard.press('Escape');
    await on.window.openSettings(titles.sections.appearance);
    await look('presentation-settings');
  });
