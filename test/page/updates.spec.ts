import { expect } from '@playwright/test';
import type { OfferedUpdate, UpdateState, UpdateStep } from '../../contract/installation/updates.ts';
import { defaultSettings } from '../../contract/settings.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import type { CallName, PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';

const update: OfferedUpdate = { version: '1.0.1', size: 94_371_840, releasedAt: Date.UTC(2026, 11, 4, 9) };
const byApp = { kind: 'app' } as const;
const byCommand = {
  kind: 'command',
  file: '/home/petrova/.cache/ffsm.deb',
  command: "sudo apt install '/home/petrova/.cache/ffsm.deb'",
  canAskSystem: true,
} as const;

function updateState(step: UpdateStep): UpdateState {
  return { support: 'yes', source: 'https://updates.corp/ffsm/', skipped: null, step };
}

function at(step: UpdateStep, instead: Partial<UpdateState> = {}): PageMain {
  return {
    state: {
      appVersion: '1.0.0',
      settings: { ...defaultSettings, updates: 'check' },
      update: { ...updateState(step), ...instead },
    },
  };
}

async function openTab({ window }: ShownPage): Promise<void> {
  await window.openSettings('Updates');
}

/** What each step says, and what its buttons ask main for. */
const steps: readonly {
  readonly step: UpdateStep;
  readonly says: readonly string[];
  readonly buttons?: Readonly<Record<string, readonly [CallName, object?]>>;
}[] = [
  {
    step: { kind: 'idle', checkedAt: null },
    says: ['Not checked yet'],
    buttons: { 'Check now': ['checkForUpdate'] },
  },
  {
    step: { kind: 'idle', checkedAt: Date.now() },
    says: ['Version 1.0.0 is up to date'],
    buttons: { 'Check now': ['checkForUpdate'] },
  },
  { step: { kind: 'checking' }, says: ['Checking for updates…'] },
  {
    step: { kind: 'offered', update },
    says: ['Version 1.0.1 is available', '94 MB, released 4 Dec 2026'],
    buttons: { Download: ['downloadUpdate'], 'Skip this version': ['skipUpdate'] },
  },
  {
    step: { kind: 'downloading', update, received: 40_000_000 },
    says: ['Downloading version 1.0.1', '40 of 94 MB'],
    buttons: { Cancel: ['cancelUpdate'] },
  },
  {
    step: { kind: 'ready', update, method: byApp, atQuit: false },
    says: ['Version 1.0.1 is ready to install', 'The app will restart. Your servers and sessions stay.'],
    buttons: {
      'Install now': ['installUpdate', { when: 'now' }],
      'Install at quit': ['installUpdate', { when: 'at-quit' }],
      'Skip this version': ['skipUpdate'],
    },
  },
  {
    step: { kind: 'ready', update, method: byApp, atQuit: true },
    says: ['Version 1.0.1 will be installed when you quit the app'],
    buttons: { 'Install now': ['installUpdate', { when: 'now' }] },
  },
  {
    step: { kind: 'ready', update, method: byCommand, atQuit: false },
    says: [byCommand.command],
    buttons: { 'Install…': ['installUpdate', { when: 'now' }] },
  },
  { step: { kind: 'installing', update }, says: ['Installing version 1.0.1…'] },
  {
    step: {
      kind: 'failed',
      problem: { code: 'update-signature-wrong', source: '/mnt/updates' },
      update: null,
    },
    says: ['Invalid update signature'],
    buttons: { 'Try again': ['checkForUpdate'] },
  },
];

test.describe('Updates', () => {
  for (const { step, says, buttons = {} } of steps)
    test(`at "${says[0]}" say how far they are, and what can be done`, async ({ show }) => {
      const open = async (): Promise<ShownPage> => {
        const on = await show(at(step));
        await openTab(on);
        return on;
      };
      const { page, window } = await open();
      for (const sentence of says)
        await expect(window.dialog.getByText(sentence, { exact: true })).toBeVisible();
      expect(await seriousTroubles(page, [], '[role="dialog"]')).toEqual([]);
      for (const [button, [call, request]] of Object.entries(buttons)) {
        const on = await open();
        await on.window.button(button, on.window.dialog).click();
        await expect.poll(() => on.asked(call)).toHaveLength(1);
        if (request !== undefined) expect(await on.asked(call)).toEqual([request]);
      }
    });

  test('announce their progress', async ({ show }) => {
    const on = await show(at({ kind: 'downloading', update, received: 40_000_000 }));
    await openTab(on);
    const bar = on.window.dialog.getByRole('progressbar', { name: 'Downloading version 1.0.1' });
    await expect(bar).toHaveAttribute('aria-valuetext', '40 of 94 MB');
  });

  test('keep a source when Enter is pressed or the field is left, and say what is wrong with it', async ({
    show,
  }) => {
    const on = await show(at({ kind: 'idle', checkedAt: null }, { source: null }));
    await openTab(on);
    const field = on.window.field('Update source');
    await field.fill('updates.corp');
    await on.page.keyboard.press('Enter');
    await expect(field).toHaveAccessibleDescription(/starts with https/);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await field.fill(' https://updates.corp/ ');
    await on.page.keyboard.press('Tab');
    await expect(field).not.toHaveAttribute('aria-invalid');
    expect(await on.asked('setUpdateSource')).toEqual([
      { url: 'updates.corp' },
      { url: 'https://updates.corp/' },
    ]);
    await on.window.button('Choose folder…', on.window.dialog).click();
    await expect(field).toHaveValue('/mnt/updates');
    await field.fill('');
    await on.page.keyboard.press('Enter');
    await expect.poll(async () => (await on.asked('setUpdateSource')).at(-1)).toEqual({ url: null });
  });

  test('cannot be changed where the organization decides', async ({ show }) => {
    const main = at({ kind: 'idle', checkedAt: null });
    const on = await show({
      ...main,
      state: { ...main.state, managed: { locked: ['updates', 'updateSource'], servers: [] } },
    });
    await openTab(on);
    const field = on.window.field('Update source');
    await expect(field).toHaveAccessibleDescription('Managed by your organization');
    await expect(field).toHaveAttribute('readonly');
    await expect(on.window.button('Choose folder…')).toHaveCount(0);
    await on.window.dialog.getByRole('button', { name: 'Check only Automatic updates' }).focus();
    await on.page.keyboard.press('Enter');
    await expect(on.page.getByRole('listbox')).toHaveCount(0);
  });

  for (const [support, says] of [
    ['no-key', /contains no release key/],
    ['not-installed', /wasn’t installed from a package/],
  ] as const)
    test(`are not offered to a copy without them: ${support}`, async ({ show }) => {
      const on = await show(at({ kind: 'idle', checkedAt: null }, { support }));
      await openTab(on);
      await expect(on.window.dialog.getByText(says)).toBeVisible();
      await expect(on.window.dialog.getByRole('textbox')).toHaveCount(0);
    });

  test('are told below the list, once until they are ready', async ({ show }) => {
    const on = await show(at({ kind: 'offered', update }));
    const { page, window: shown } = on;
    const offered = page.getByRole('status').filter({ hasText: 'Version 1.0.1 is available.' });
    await shown.button('Dismiss', offered).click();
    await expect(offered).toHaveCount(0);
    const ready: UpdateStep = { kind: 'ready', update, method: byApp, atQuit: false };
    await page.evaluate((change) => window.pageSwitch.change(change), { update: updateState(ready) });
    await expect(page.getByRole('status').filter({ hasText: 'is ready to install.' })).toBeVisible();
    await shown.button('Show update').click();
    await expect(shown.button('Install now', shown.dialog)).toBeVisible();
  });
});
