import { expect } from '@playwright/test';
import { defaultSettings, type Language } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { expectFocusInDialog } from '../support/app/focus.ts';
import { typeOn } from '../support/app/key-presses.ts';
import { held, rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { CallName, PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { texts } from '../support/texts.ts';

type Words = (typeof texts)['en'];

/** The keyboard on a shown page. */
interface Hand {
  readonly on: ShownPage;
  readonly words: Words;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Waits for the dialog that a person sees before going on. */
  readonly opens: () => Promise<void>;
  /** Waits until the page has asked main for this. */
  readonly asks: (call: CallName, request?: object) => Promise<void>;
}

/** What a person wants, done by keys alone. */
interface Journey {
  readonly name: string;
  /** The most keys it may take: a key with modifiers is one, and typed text is none unless it counts. */
  readonly most: number;
  readonly typedCounts?: boolean;
  readonly main?: PageMain;
  /** The row with the focus at first; without it, what has the focus at the start. */
  readonly from?: string;
  readonly go: (hand: Hand) => Promise<void>;
}

const day = 86_400_000;
const password = 'correct horse';
const places = 'Airport Bridge Castle Depot Embassy Factory Gate Harbour Institute Kiosk'.split(' ');

/** Fifty servers, each with its session for some days more; rejected at the bridges. */
const fifty: readonly Row[] = places.flatMap((place, at) =>
  [1, 2, 3, 4, 5].map((nth) =>
    rowOf(500 + at * 5 + nth, {
      name: `${place} ${nth}`,
      address: `https://10.0.${at}.${nth}`,
      userName: 'operator',
      realName: 'Anna Petrova',
      session: held(Date.now(), (at * 5 + nth) * 2 * day, place === 'Bridge' ? 'refused' : 'accepted'),
    }),
  ),
);
const numbered: readonly Row[] = fifty.map((row, at) => ({
  ...row,
  profile: { ...row.profile, name: `Site ${at + 1}` },
}));
const few = { state: { rows: fifty.slice(0, 3) } };
const idOf = (name: string) => fifty.find(({ profile }) => profile.name === name)?.profile.id;

const journeys: readonly Journey[] = [
  {
    name: 'copies the header of one of fifty',
    most: 6,
    typedCounts: true,
    async go({ type, press, asks }) {
      await type('dep 3');
      await press('Enter');
      await asks('copySession', { profileId: idOf('Depot 3') });
    },
  },
  {
    name: 'copies the header of one of fifty whose names end in numbers',
    most: 3,
    typedCounts: true,
    main: { state: { rows: numbered } },
    async go({ type, press, asks }) {
      await type('12');
      await press('Enter');
      await asks('copySession', { profileId: numbered[11]?.profile.id });
    },
  },
  {
    name: 'adds a server',
    most: 4,
    async go({ type, press, opens, asks }) {
      await press('Control+N');
      await opens();
      await type('10.0.4.7');
      await press('Tab');
      await type('ivanov');
      await press('Tab');
      await type(password);
      await press('Enter');
      await asks('addByLogin', { draft: { address: '10.0.4.7', userName: 'ivanov' }, password });
    },
  },
  {
    name: 'adds a second account on a server',
    most: 4,
    from: 'Depot 3',
    async go({ type, press, opens, asks }) {
      await press('Control+D');
      await opens();
      await type('admin');
      await press('Tab');
      await type(password);
      await press('Enter');
      await asks('addByLogin', { draft: { address: 'https://10.0.3.3', userName: 'admin' }, password });
    },
  },
  {
    name: 'logs in again where the session was rejected',
    most: 2,
    from: 'Bridge 2',
    async go({ type, press, opens, asks }) {
      await press('Control+R');
      await opens();
      await type(password);
      await press('Enter');
      await asks('login', { profileId: idOf('Bridge 2'), password });
    },
  },
  {
    name: 'ends one session on a server',
    most: 6,
    from: 'Depot 3',
    async go({ on, press, opens, asks }) {
      await press('Control+Shift+S');
      await opens();
      await expect(on.page.locator('[data-line]:focus')).toBeVisible();
      await press('ArrowDown', 'Space', 'Delete');
      await opens();
      await press('Tab', 'Enter');
      await asks('endSessions', { keys: [1] });
    },
  },
  {
    name: 'ends all sessions of one’s own everywhere',
    most: 6,
    main: few,
    async go({ press, opens, on, words }) {
      await press('Control+Shift+Y');
      await expect(on.window.button(words.sessions.reload)).toBeVisible();
      await expect(on.page.locator('[data-line]:focus')).toBeVisible();
      await press('Control+A', 'Delete');
      await opens();
      await press('Tab', 'Enter');
      await expect(on.window.button(words.window.close)).toBeFocused();
      await press('Enter');
      await expect(on.window.dialogs).toHaveCount(0);
      expect(await on.asked('endSessions')).toHaveLength(3);
    },
  },
  {
    name: 'changes the language',
    most: 6,
    async go({ type, press, opens, asks, words }) {
      const other = words === texts.en ? 'ru' : 'en';
      await press('Control+K');
      await opens();
      await type(words.settings.language.slice(0, 4));
      await press('Enter');
      await opens();
      await press('Enter', other === 'ru' ? 'ArrowDown' : 'ArrowUp', 'Enter', 'Escape');
      await asks('changeSettings', { settings: { language: other } });
    },
  },
  {
    name: 'gives a command another key',
    most: 7,
    async go({ type, press, opens, asks, words }) {
      await press('Control+Shift+Slash');
      await opens();
      await type(words.vault.lock.lock);
      await press('Tab', 'Enter', 'Control+Alt+L');
      await asks('changeKeys', { keys: { lock: ['Mod+Alt+L'] } });
    },
  },
  {
    name: 'logs out of one server',
    most: 1,
    from: 'Depot 3',
    async go({ press, asks }) {
      await press('Control+Shift+L');
      await asks('logout', { profileId: idOf('Depot 3') });
    },
  },
  {
    name: 'logs out of three servers at once',
    most: 4,
    from: 'Depot 3',
    async go({ press, asks }) {
      await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+Shift+L');
      await asks('logOutMany', { profileIds: ['Depot 3', 'Depot 4', 'Depot 5'].map(idOf) });
    },
  },
  {
    name: 'undoes a change',
    most: 1,
    from: 'Depot 3',
    main: { state: { undoable: { kind: 'removed', id: 7, count: 1, name: 'Old one', sessionsLeft: 0 } } },
    async go({ press, asks }) {
      await press('Control+Z');
      await asks('undo', { id: 7 });
    },
  },
  {
    name: 'sees which sessions end this week',
    most: 1,
    async go({ press, on }) {
      await press('Control+PageDown');
      await expect(on.page.locator('#servers').getByRole('row')).toHaveText([
        /Airport 1/,
        /Airport 2/,
        /Airport 3/,
      ]);
    },
  },
  {
    name: 'locks',
    most: 1,
    async go({ press, asks }) {
      await press('Control+L');
      await asks('lock');
    },
  },
  {
    name: 'checks all sessions',
    most: 1,
    async go({ press, asks }) {
      await press('F5');
      await asks('checkAll');
    },
  },
  {
    name: 'hands the list to a colleague',
    most: 2,
    async go({ press, opens, asks }) {
      await press('Control+Shift+E');
      await opens();
      // The third key is for the system's dialog.
      await press('Enter');
      await asks('exportProfiles', { profileIds: fifty.map(({ profile }) => profile.id) });
    },
  },
  {
    name: 'sees who one is at a server',
    most: 6,
    typedCounts: true,
    async go({ type, on }) {
      await type('dep 3');
      await expect(on.page.locator('[data-pane="session"]')).toContainText('Anna Petrova');
    },
  },
];

for (const language of ['en', 'ru'] as const satisfies readonly Language[])
  test.describe(`By keys alone, in ${language}, a person`, () => {
    for (const { name, most, typedCounts = false, main = {}, from, go } of journeys)
      test(`${name}, with ${most} at most`, async ({ show }) => {
        const settings = { ...defaultSettings, language };
        const on = await show({ ...main, state: { rows: fifty, ...main.state, language, settings } });
        const { page } = on;
        if (from !== undefined) await page.getByRole('row', { name: new RegExp(`^${from}, `) }).focus();
        let keys = 0;
        await go({
          on,
          words: texts[language],
          async press(...pressed) {
            for (const key of pressed) await page.keyboard.press(key);
            keys += pressed.length;
          },
          async type(text) {
            await typeOn(page, text);
            if (typedCounts) keys += text.length;
          },
          async opens() {
            await expectFocusInDialog(page, name);
          },
          async asks(call, request) {
            await expect.poll(async () => (await on.asked(call)).length).toBe(1);
            if (request !== undefined) expect(await on.asked(call)).toMatchObject([request]);
          },
        });
        test.info().annotations.push({ type: 'keys', description: `${keys} of ${most}` });
        expect(keys).toBeLessThanOrEqual(most);
      });
  });
