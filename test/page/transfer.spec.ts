import type { Problem } from '../../contract/core/problem.ts';
import { testDialogs } from './dialog-case.ts';
import { filling, fromSettings } from './opening.ts';

const passphrase = 'seven calm cranes';
const notWritten: Problem = { code: 'not-written', file: 'servers.csv', reason: 'read-only' };
const chooseFile = fromSettings('Data', 'Import…');

testDialogs([
  {
    name: 'Export servers',
    of: 'transfer/export-dialog.tsx',
    open: fromSettings('Data', 'Export…'),
    focus: ['checkbox', 'Select all'],
    shows: [/Not included: passwords, tokens/],
    below: 1,
    sends: {
      call: 'exportProfiles',
      button: 'Export 24 servers',
      request: { withPins: false },
      refusals: [{ problem: notWritten, says: 'The disk is read-only.' }],
      done: /^Exported 24 servers to/,
    },
  },
  {
    name: 'Create backup',
    of: 'transfer/back-up-dialog.tsx',
    open: fromSettings('Data', 'Back up…'),
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
      await fromSettings('Data', 'Export…')(on);
      await on.window.button('Export 24 servers').click();
      await on.window.dialog.getByRole('status').waitFor();
    },
    focus: ['button', 'Close'],
    shows: [/^Exported 24 servers to/],
    below: 1,
  },
]);
