import { expect } from '@playwright/test';
import type { LockableName } from '../../contract/installation/policy.ts';
import { type SettingsTab, settingsTabs } from '../../renderer/state/view-state.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';
import { byKey } from './opening.ts';

const titles: Readonly<Record<SettingsTab, string>> = {
  general: 'General',
  copying: 'Clipboard',
  vault: 'Vault',
  lock: 'Lock',
  updates: 'Updates',
  data: 'Data',
};

/** What each control of a tab changes: a switch, or an option of a select. */
const controls: Readonly<
  Partial<Record<SettingsTab, readonly [label: string, option: string | null, change: object][]>>
> = {
  general: [
    ['Theme', 'Dark', { theme: 'dark' }],
    ['Density', 'Compact', { density: 'compact' }],
    ['Mark as expiring', '30 days before', { expiringDays: 30 }],
    ['Show details pane', null, { showDetails: false }],
  ],
  copying: [
    ['Clear copied headers', 'Never', { clearAfterSeconds: null }],
    ['Ask before copying production headers', null, { confirmProduction: true }],
  ],
  vault: [['Allow saving passwords', null, { savePasswords: false }]],
  lock: [
    ['Lock after inactivity', '5 minutes', { lockAfterIdleMinutes: 5 }],
    ['Lock with the screen', null, { lockWithScreen: true }],
    ['Lock on sleep', null, { lockOnSleep: true }],
    ['Lock on quit', null, { lockOnQuit: true }],
  ],
  updates: [['Automatic updates', 'Check only', { updates: 'check' }]],
};

async function openTab(on: ShownPage, tab: SettingsTab): Promise<void> {
  await on.window.openSettings(titles[tab]);
}

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
    focus: ['tab', 'General'],
  },
]);

test.describe('Settings', () => {
  for (const tab of settingsTabs)
    test(`change at once: ${titles[tab]}`, async ({ show }) => {
      const on = await show();
      await openTab(on, tab);
      expect(await seriousTroubles(on.page, [], '[role="dialog"]')).toEqual([]);
      for (const [label, option, change] of controls[tab] ?? []) {
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
    await openTab(on, 'copying');
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

    await openTab(on, 'general');
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

    await on.window.chooseSection('Vault');
    await use(on, 'Allow saving passwords', null);
    expect(await on.asked('changeSettings')).toEqual([]);
  });

  test('do not offer what this desktop cannot tell', async ({ show }) => {
    const on = await show({ state: { lockAbilities: { idle: false, screen: false, sleep: false } } });
    await openTab(on, 'lock');
    const { dialog } = on.window;
    await expect(dialog.getByText('Not supported on this desktop.')).toHaveCount(3);
    await expect(dialog.getByRole('switch', { name: 'Lock with the screen' })).toBeDisabled();
    await expect(dialog.getByRole('switch', { name: 'Lock on quit' })).toBeEnabled();
  });
});
