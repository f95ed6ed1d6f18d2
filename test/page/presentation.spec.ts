import { expect } from '@playwright/test';
import { hourMs } from '../../contract/core/time.ts';
import { defaultSettings, languages } from '../../contract/settings.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { texts } from '../support/texts.ts';
import { testDialogs } from './dialog-case.ts';
import { byKey } from './opening.ts';

const settings = { ...defaultSettings, presentation: true };
const rows = [
  rowOf(1, {
    name: 'Server 1',
    address: 'https://server-1.example',
    userName: 'User 1',
    session: held(Date.now(), 21 * hourMs, 'accepted'),
  }),
];
const due = rows.map(({ profile }) => profile.id);
const state = { rows, settings, reminders: { due, muted: [], asked: false } } satisfies PageMain['state'];

/** The page as main loads it anew after the mode has begun. */
async function present(
  show: (main?: PageMain) => Promise<ShownPage>,
  main: PageMain = { state },
): Promise<ShownPage> {
  const on = await show(main);
  await unhide(on);
  return on;
}

const unhide = ({ page }: ShownPage): Promise<void> =>
  page.evaluate(() => {
    document.body.hidden = false;
  });

const statusOf = ({ page }: ShownPage) => page.getByRole('contentinfo');

testDialogs([
  {
    name: 'Names are hidden',
    of: 'presentation/needs-names-dialog.tsx',
    main: { state },
    open: async (on) => {
      await unhide(on);
      await byKey('Control+n')(on);
    },
    focus: ['button', 'Cancel'],
  },
]);

test.describe('Presentation mode', () => {
  for (const language of languages)
    test(`is seen in the title and in the status bar, with a button that ends it (${language})`, async ({
      show,
    }) => {
      const words = texts[language].presentation;
      const on = await present(show, { state: { ...state, language, settings: { ...settings, language } } });
      await expect(statusOf(on)).toContainText(words.mode);
      await expect.poll(() => on.page.title()).toContain(words.mode);
      expect(await seriousTroubles(on.page)).toEqual([]);
      await statusOf(on).getByRole('button', { name: words.turnOff }).click();
      expect((await on.asked('changeSettings')).at(-1)).toEqual({ settings: { presentation: false } });
    });

  test('hides the page at once when it begins, until it is loaded anew', async ({ show }) => {
    const on = await show({ state: { rows } });
    await on.page.keyboard.press('F9');
    await expect.poll(() => on.asked('changeSettings')).toEqual([{ settings: { presentation: true } }]);
    await expect(on.page.locator('#root')).toBeHidden();
    await on.page.evaluate((off) => window.pageSwitch.change({ settings: off }), defaultSettings);
    await expect(on.page.locator('#root')).toBeVisible();
  });

  test('is turned off by its key also over a dialog', async ({ show }) => {
    const on = await present(show);
    await on.window.row('Server 1').click();
    await on.page.keyboard.press('F2');
    await expect(on.window.dialog).toContainText('Names are hidden');
    expect(await seriousTroubles(on.page)).toEqual([]);
    await on.page.keyboard.press('F9');
    expect(await on.asked('changeSettings')).toEqual([{ settings: { presentation: false } }]);
  });

  test('does not count the reminders on the bell', async ({ show }) => {
    const on = await present(show);
    const bell = on.page.getByRole('banner').getByRole('button', { name: /^Reminders/ });
    await expect(bell).toHaveAccessibleName('Reminders');
    await bell.click();
    await expect(on.page.getByRole('dialog')).toContainText('Server 1');
  });

  test('says why a search for a true name finds nothing', async ({ show }) => {
    const on = await present(show);
    await on.page.keyboard.press('Control+f');
    await on.page.keyboard.type('airport');
    await expect(on.page.getByText('In presentation mode, search finds only what is shown')).toBeVisible();
  });

  test('copies no placeholder as if it were a name', async ({ show }) => {
    const on = await present(show);
    await on.window.row('Server 1').click();
    for (const key of ['Control+U', 'Control+B', 'Control+Shift+C']) {
      await on.page.keyboard.press(key);
      const message = on.page.getByText('Presentation mode is on', { exact: true });
      await expect(message, key).toBeVisible();
      await on.page.keyboard.press('Escape');
      await expect(message, key).toBeHidden();
    }
  });

  for (const [system, sentence] of [
    ['x11', 'Linux can’t leave windows out'],
    ['windows', 'leave the windows of the app out.'],
  ] as const)
    test(`says in the settings what ${system} can do about recordings`, async ({ show }) => {
      const abilities = { system, marks: true, unfocused: true };
      const on = await present(show, { state: { ...state, clipboardAbilities: abilities } });
      await on.window.openSettings('Appearance');
      await expect(on.window.dialog.getByRole('switch', { name: 'Presentation mode' })).toBeChecked();
      await expect(on.window.dialog).toContainText(sentence);
    });
});
