import { expect } from '@playwright/test';
import type { LockableName } from '../../contract/installation/policy.ts';
import type { ClipboardAbilities } from '../../contract/state.ts';
import { settingEntries } from '../../renderer/settings/lines/setting-entries.ts';
import { type SettingsSection, settingsSections } from '../../renderer/state/view-state.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { ru } from '../support/texts.ts';
import { testDialogs } from './dialog-case.ts';
import { byKey } from './opening.ts';

const titles: Readonly<Record<SettingsSection, string>> = {
  general: 'General',
  appearance: 'Appearance',
  clipboard: 'Clipboard',
  vault: 'Vault & lock',
  keys: 'Keys',
  checks: 'Checks & reminders',
  network: 'Network',
  tools: 'Tools & access',
  transfer: 'Import & export',
  updates: 'Updates',
  data: 'Data',
};

const unmarked = 'This version can’t mark copied secrets: ';
const focusOnly =
  ' While another window has the focus, nothing can be copied or cleared: wl-clipboard isn’t installed.';
const onWayland =
  'Copied secrets can’t be marked here, so clipboard managers may keep them; wl-clipboard 2.3 or later can mark them.';
const managersOfLinux =
  'Copied secrets are marked, so KDE’s clipboard and other managers that heed such marks skip them.';

/** What the settings say of each kind of desktop. */
const clipboards: readonly (readonly [string, ClipboardAbilities, string])[] = [
  [
    'Windows',
    { system: 'windows', marks: true, unfocused: true },
    'Copied secrets are marked, so Windows’ clipboard history (Win+V) and cloud clipboard skip them.',
  ],
  [
    'Windows, without marks',
    { system: 'windows', marks: false, unfocused: true },
    `${unmarked}Windows’ clipboard history (Win+V) and cloud clipboard keep them if they are on.`,
  ],
  [
    'macOS',
    { system: 'macos', marks: true, unfocused: true },
    'Copied secrets are marked, so clipboard managers that heed such marks skip them.',
  ],
  [
    'macOS, without marks',
    { system: 'macos', marks: false, unfocused: true },
    `${unmarked}clipboard managers may keep them.`,
  ],
  ['X11', { system: 'x11', marks: true, unfocused: true }, managersOfLinux],
  [
    'X11, without marks',
    { system: 'x11', marks: false, unfocused: true },
    `${unmarked}clipboard managers may keep them.`,
  ],
  ['Wayland', { system: 'wayland', marks: true, unfocused: true }, managersOfLinux],
  ['Wayland, without marks', { system: 'wayland', marks: false, unfocused: true }, onWayland],
  [
    'Wayland, without wl-clipboard',
    { system: 'wayland', marks: true, unfocused: false },
    managersOfLinux + focusOnly,
  ],
  [
    'Wayland, without marks and wl-clipboard',
    { system: 'wayland', marks: false, unfocused: false },
    onWayland + focusOnly,
  ],
];

/** What each control of a section changes: a switch, or an option of a select. */
const controls: Readonly<
  Partial<Record<SettingsSection, readonly [label: string, option: string | null, change: object][]>>
> = {
  general: [
    ['Show details pane', null, { showDetails: false }],
    ['Close to the tray', null, { closeToTray: true }],
    ['Start automatically, hidden', null, { startAtLogin: true }],
    ['Show icon in the tray', null, { tray: false }],
  ],
  appearance: [
    ['Theme', 'Dark', { theme: 'dark' }],
    ['Density', 'Compact', { density: 'compact' }],
    // The last one, since the page then waits to be loaded anew.
    ['Presentation mode', null, { presentation: true }],
  ],
  clipboard: [
    ['Clear copied headers', 'Never', { clearAfterSeconds: null }],
    ['Ask before copying production headers', null, { confirmProduction: true }],
  ],
  vault: [
    ['Allow saving passwords', null, { savePasswords: false }],
    ['Lock after inactivity', '5 minutes', { lockAfterIdleMinutes: 5 }],
    ['Lock with the screen', null, { lockWithScreen: true }],
    ['Lock on sleep', null, { lockOnSleep: true }],
    ['Lock on quit', null, { lockOnQuit: true }],
  ],
  checks: [
    ['Check sessions automatically', 'Every 5 min', { checkEveryMinutes: 5 }],
    ['Live channels', null, { liveChannels: false }],
    ['14 days before the end', null, { remind14Days: false }],
    ['3 days before the end', null, { remind3Days: false }],
    ['1 day before the end', null, { remind1Day: false }],
    ['1 hour before the end', null, { remind1Hour: false }],
    ['When a session has ended', null, { remindAtEnd: false }],
    ['Mark as expiring', '30 days before', { expiringDays: 30 }],
    ['Auto log-out for new servers', '8 h after log-in', { leaseForNew: 28_800 }],
  ],
  network: [['Proxy for new servers', 'No proxy', { proxyForNew: 'direct' }]],
  tools: [['Let programs ask for tokens with ffsm', null, { commandLine: true }]],
  updates: [['Automatic updates', 'Check only', { updates: 'check' }]],
};

const search = ({ page }: ShownPage) => page.getByRole('searchbox', { name: 'Search settings' });

/** The labels of the lines that are shown. */
const lines = ({ page }: ShownPage) =>
  page
    .locator('[data-setting]:visible')
    .evaluateAll((found) => found.map((one) => one.getAttribute('data-setting')));

async function use(on: ShownPage, label: string, option: string | null): Promise<void> {
  if (option !== null) return on.window.choose(label, option);
  // The input of a switch is covered by its picture.
  await on.window.dialog.getByRole('switch', { name: label }).focus();
  await on.page.keyboard.press('Space');
}

testDialogs([
  {
    name: 'Settings',
    of: 'settings/settings-dialog.tsx',
    open: byKey('Control+,'),
    focus: ['searchbox', 'Search settings'],
  },
]);

test.describe('Settings', () => {
  for (const section of settingsSections)
    test(`change at once: ${titles[section]}`, async ({ show }) => {
      const on = await show();
      await on.window.openSettings(titles[section]);
      expect(await seriousTroubles(on.page, [], '[role="dialog"]')).toEqual([]);
      for (const [label, option, change] of controls[section] ?? []) {
        const before = (await on.asked('changeSettings')).length;
        await use(on, label, option);
        await expect.poll(() => on.asked('changeSettings')).toHaveLength(before + 1);
        expect((await on.asked('changeSettings')).at(-1)).toMatchObject({ settings: change });
      }
    });

  test('say why a change was not kept, and show the old value', async ({ show }) => {
    const on = await show({
      answers: {
        changeSettings: {
          ok: false,
          problem: { code: 'not-saved', file: 'settings.json', reason: 'disk-full' },
        },
      },
    });
    await on.window.openSettings('Clipboard');
    await use(on, 'Ask before copying production headers', null);
    await expect(on.window.dialog.getByRole('alert')).toContainText('The disk is full.');
    await expect(on.window.dialog.getByRole('switch')).not.toBeChecked();
  });

  test('show what the organization decides, and send nothing', async ({ show }) => {
    const locked: readonly LockableName[] = [
      'theme',
      'clearAfterSeconds',
      'confirmProduction',
      'savePasswords',
    ];
    const on = await show({ state: { managed: { locked, servers: [] } } });
    const { dialog } = on.window;
    const reason = 'Managed by your organization';

    await on.window.openSettings('Appearance');
    const theme = dialog.getByRole('button', { name: 'System Theme' });
    await expect(theme).toHaveAccessibleDescription(reason);
    await expect(theme).toHaveAttribute('aria-disabled', 'true');
    await theme.focus();
    await expect(theme).toBeFocused();
    await on.page.keyboard.press('Enter');
    await on.page.keyboard.press('ArrowDown');
    await expect(on.page.getByRole('listbox')).toHaveCount(0);
    await expect(dialog.getByText(reason)).toHaveCount(1);

    await on.window.chooseSection('Clipboard');
    await expect(dialog.getByText(reason)).toHaveCount(2);
    const asks = dialog.getByRole('switch', { name: 'Ask before copying production headers' });
    await expect(asks).toHaveAccessibleDescription(reason);
    await asks.focus();
    await expect(asks).toBeFocused();
    await on.page.keyboard.press('Space');
    await expect(asks).not.toBeChecked();
    expect(await seriousTroubles(on.page, [], '[role="dialog"]')).toEqual([]);

    await on.window.chooseSection('Vault & lock');
    await use(on, 'Allow saving passwords', null);
    expect(await on.asked('changeSettings')).toEqual([]);
  });

  test('say where there is no tray, and what closing does then', async ({ show }) => {
    const on = await show({ state: { trayAbilities: { inTray: false, startAtLogin: false } } });
    await on.window.openSettings('General');
    const { dialog } = on.window;
    await expect(dialog.getByText('This desktop shows no tray at the moment.')).toBeVisible();
    await expect(dialog.getByText('so closing the window quits the app')).toBeVisible();
    await expect(dialog.getByRole('switch', { name: 'Start automatically, hidden' })).toBeDisabled();
    await expect(dialog.getByText('Only an installed copy can start automatically.')).toBeVisible();
    await use(on, 'Show icon in the tray', null);
    await expect(dialog.getByRole('switch', { name: 'Close to the tray' })).toBeDisabled();
    await search(on).fill('autostart');
    await expect.poll(() => lines(on)).toEqual(['startAtLogin']);
  });

  test('do not offer what this desktop cannot tell', async ({ show }) => {
    const on = await show({ state: { lockAbilities: { idle: false, screen: false, sleep: false } } });
    await on.window.openSettings('Vault & lock');
    const { dialog } = on.window;
    await expect(dialog.getByText('Not supported on this desktop.')).toHaveCount(3);
    await expect(dialog.getByRole('switch', { name: 'Lock with the screen' })).toBeDisabled();
    await expect(dialog.getByRole('switch', { name: 'Lock on quit' })).toBeEnabled();
  });

  for (const [what, clipboardAbilities, says] of clipboards)
    test(`say what clipboard managers may keep: ${what}`, async ({ show }) => {
      const on = await show({ state: { clipboardAbilities } });
      await on.window.openSettings('Clipboard');
      await expect(on.window.dialog.locator('[data-setting="clipboardManagers"]')).toHaveText(
        `Clipboard managers${says}`,
      );
    });

  test('are all in the search, which names every line once', async ({ show }) => {
    const on = await show();
    await on.page.keyboard.press('Control+,');
    const shown: (string | null)[] = [];
    for (const section of settingsSections) {
      await on.window.chooseSection(titles[section]);
      shown.push(...(await lines(on)));
    }
    expect(shown.toSorted()).toEqual(Object.keys(settingEntries).toSorted());
  });

  test('are found by name and by value, and changed there', async ({ show }) => {
    const on = await show();
    await on.page.keyboard.press('Control+,');
    await search(on).fill('dark');
    await expect.poll(() => lines(on)).toEqual(['theme']);
    await expect(on.window.dialog.getByRole('heading', { name: 'Appearance' })).toBeVisible();
    await expect(on.window.dialog.getByRole('heading', { name: 'Checks & reminders' })).toBeHidden();
    await on.page.keyboard.press('Enter');
    await expect(on.window.button('System Theme')).toBeFocused();
    await on.window.choose('Theme', 'Dark');
    await expect.poll(() => on.asked('changeSettings')).toEqual([{ settings: { theme: 'dark' } }]);
    expect(await seriousTroubles(on.page, [], '[role="dialog"]')).toEqual([]);

    await search(on).fill('lock when');
    await expect(on.window.dialog.getByText('No settings found')).toBeVisible();
    await search(on).press('Escape');
    await expect(search(on)).toHaveValue('');
    await expect(on.window.section('General')).toHaveAttribute('aria-selected', 'true');
    await search(on).press('Escape');
    await expect(on.window.dialogs).toHaveCount(0);
  });

  test('are found in Russian, also with the other keyboard layout', async ({ show }) => {
    const on = await show({ state: { language: 'ru' } });
    await on.page.keyboard.press('Control+,');
    const typed = on.page.getByRole('searchbox', { name: ru.settings.search });
    await typed.fill('тёмн');
    await expect.poll(() => lines(on)).toEqual(['theme']);
    await typed.fill('nbrf');
    await expect.poll(() => lines(on)).toEqual([]);
    await typed.fill(';ehyfk');
    await expect.poll(() => lines(on)).toEqual(['journal']);
  });

  test('keep their size, whatever the section', async ({ show }) => {
    const on = await show();
    await on.page.keyboard.press('Control+,');
    const box = await on.window.dialog.boundingBox();
    for (const section of settingsSections) {
      await on.window.chooseSection(titles[section]);
      expect(await on.window.dialog.boundingBox(), section).toEqual(box);
    }
  });
});
