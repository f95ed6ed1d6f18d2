import { expect } from '@playwright/test';
import type { Problem } from '../../contract/core/problem.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';
import { filling, fromSettings } from './opening.ts';

const passphrase = 'seven calm cranes';
const notWritten: Problem = { code: 'not-written', file: 'servers.csv', reason: 'read-only' };
const chooseFile = fromSettings('Import & export', 'Import…');

testDialogs([
  {
    name: 'Export servers',
    of: 'transfer/export-dialog.tsx',
    open: fromSettings('Import & export', 'Export…'),
    focus: ['checkbox', 'Select all'],
    shows: [/Not included: passwords, tokens/],
    below: 1,
    sends: {
      call: 'exportProfiles',
      button: 'Export 24 servers',
      byEnter: true,
      request: { withPins: false },
      refusals: [{ problem: notWritten, says: 'The disk is read-only.' }],
      done: /^Exported 24 servers to/,
    },
  },
  {
    name: 'Create backup',
    of: 'transfer/back-up-dialog.tsx',
    open: fromSettings('Import & export', 'Back up…'),
    focus: ['password', 'Passphrase'],
    below: 1,
    mistakes: [
      {
        what: 'two passphrases',
        fill: filling({ Passphrase: passphrase, 'Repeat passphrase': 'other' }),
        field: 'Repeat passphrase',
        says: 'Passphrases don’t match.',
      },
    ],
    sends: {
      call: 'backUp',
      fill: filling({ Passphrase: passphrase, 'Repeat passphrase': passphrase }),
      button: 'Create backup',
      busy: 'Encrypting…',
      byEnter: true,
      request: { passphrase },
      refusals: [
        { problem: notWritten, says: 'The disk is read-only.' },
        { problem: { code: 'passphrase-too-short', shortest: 8 }, says: /8/, field: 'Passphrase' },
      ],
      done: 'Backed up 5 servers to findface-backup.json.',
    },
  },
  {
    name: 'Import servers',
    of: 'transfer/import-dialog.tsx',
    open: chooseFile,
    focus: ['button', 'Choose file…'],
    shows: [/You’ll review everything/],
    below: 1,
    sends: {
      call: 'chooseImport',
      button: 'Choose file…',
      busy: 'Reading…',
      byEnter: true,
      refusals: [
        { problem: { code: 'import-unknown' }, says: 'Unknown file format' },
        { problem: { code: 'csv-broken', line: 7 }, says: 'Line 7 can’t be read' },
        { problem: { code: 'import-broken' }, says: 'Nothing was imported.' },
      ],
      done: 'findface-servers-2026-11-24.json: list from this app',
    },
  },
  {
    name: 'Import servers',
    of: 'transfer/import-dialog.tsx',
    when: 'the plan',
    open: async (on) => {
      await chooseFile(on);
      await on.window.button('Choose file…').click();
      await on.window.dialog.getByText('Airport T3').waitFor();
    },
    focus: ['button', 'Import 1 server'],
    shows: ['New', 'Invalid', 'Airport T3', /Line 4/],
    below: 1,
    sends: {
      call: 'importChosen',
      button: 'Import 1 server',
      byEnter: true,
      request: { planId: 'plan-1' },
      refusals: [
        { problem: { code: 'import-outdated' }, says: 'Choose it again.' },
        {
          problem: { code: 'not-saved', file: 'profiles.json', reason: 'disk-full' },
          says: 'The disk is full.',
        },
      ],
      done: '1 server added.',
    },
  },
  {
    name: 'Import servers',
    of: 'transfer/import-dialog.tsx',
    when: 'a file that the system opens',
    main: { state: { importAsked: true } },
    open: ({ window }) => window.dialog.getByText('Airport T3').waitFor(),
    focus: ['button', 'Import 1 server'],
    shows: ['New', /Line 4/],
  },
  {
    name: 'Import servers',
    of: 'transfer/import-dialog.tsx',
    when: 'the passphrase of a backup',
    main: { passphrase },
    open: async (on) => {
      await chooseFile(on);
      await on.window.button('Choose file…').click();
      await on.window.field('Passphrase').waitFor();
    },
    focus: ['password', 'Passphrase'],
    shows: [/is a backup. Enter its passphrase/],
    below: 1,
    sends: {
      call: 'openBackup',
      fill: filling({ Passphrase: passphrase }),
      button: 'Open',
      byEnter: true,
      request: { passphrase },
      refusals: [
        { problem: { code: 'passphrase-wrong' }, says: /wrong/i, field: 'Passphrase' },
        { problem: { code: 'import-broken' }, says: 'Nothing was imported.' },
      ],
      done: 'Airport T3',
    },
  },
  {
    name: 'Export servers',
    of: 'transfer/transfer-done-dialog.tsx',
    when: 'done',
    open: async (on) => {
      await fromSettings('Import & export', 'Export…')(on);
      await on.window.button('Export 24 servers').click();
      await on.window.dialog.getByRole('status').waitFor();
    },
    focus: ['button', 'Close'],
    shows: [/^Exported 24 servers to/],
    below: 1,
  },
]);

test('An import shows how far it is and can be stopped', async ({ show }) => {
  const on = await show({ answers: { importChosen: 'wait' } });
  const { page, window } = on;
  await importOne(on);
  await page.evaluate(() =>
    globalThis.window.pageSwitch.change({ runs: [{ kind: 'import', done: 3, count: 20 }] }),
  );
  await expect(window.dialog.getByRole('progressbar', { name: 'Importing: 3 of 20' })).toBeVisible();
  await window.button('Stop', window.dialog).click();
  expect(await on.asked('stopRun')).toEqual([{ kind: 'import' }]);
  await on.release('importChosen');
  await expect(window.dialog.getByText('1 server added.')).toBeVisible();
});

test('An import that was stopped says what it left', async ({ show }) => {
  const value = { added: 0, changed: 4, sessions: 0, failed: 0, left: 16 };
  const on = await show({ answers: { importChosen: { ok: true, value } } });
  await importOne(on);
  await expect(on.window.dialog.getByText('Stopped: 16 servers weren’t changed.')).toBeVisible();
});

for (const { kind, call, opened, title, text } of [
  ...[{ kind: 'export', call: 'exportProfiles', opened: 'Export…', title: 'An export', text: 'Exporting' }],
  ...[{ kind: 'back-up', call: 'backUp', opened: 'Back up…', title: 'A backup', text: 'Backing up' }],
] as const) {
  const begin = async (on: ShownPage): Promise<void> => {
    await fromSettings('Import & export', opened)(on);
    if (kind === 'back-up') await filling({ Passphrase: passphrase, 'Repeat passphrase': passphrase })(on);
    await on.page.keyboard.press('Enter');
  };

  test(`${title} shows how far it is and can be stopped`, async ({ show }) => {
    const on = await show({ answers: { [call]: 'wait' } });
    const { page, window } = on;
    await begin(on);
    const run = { kind, done: 14, count: 40 };
    await page.evaluate((shown) => globalThis.window.pageSwitch.change({ runs: [shown] }), run);
    await expect(window.dialog.getByRole('progressbar', { name: `${text}: 35%` })).toBeVisible();
    await window.button('Stop', window.dialog).press('Enter');
    expect(await on.asked('stopRun')).toEqual([{ kind }]);
  });

  test(`${title} that was stopped says that there is no file`, async ({ show }) => {
    const on = await show({ answers: { [call]: { ok: true, value: 'stopped' } } });
    await begin(on);
    const { dialog } = on.window;
    await expect(dialog.getByText('Stopped: no file was written.')).toBeVisible();
    await expect(on.window.button('Close', dialog)).toBeFocused();
  });
}

async function importOne(on: ShownPage): Promise<void> {
  const { window } = on;
  await chooseFile(on);
  await window.button('Choose file…').click();
  await window.dialog.getByText('Airport T3').waitFor();
  await window.button('Import 1 server', window.dialog).click();
}
