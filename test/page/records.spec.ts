import { testDialogs } from './dialog-case.ts';
import { byKey, fromMenu, fromSettings, tool } from './opening.ts';

const rights = { view: 'all', end: 'all', viewBlocked: true, block: true, changeBlock: true, unblock: true };

testDialogs([
  {
    name: 'Keyboard shortcuts',
    of: 'keyboard/shortcuts-dialog.tsx',
    open: byKey('Control+Shift+Slash'),
    focus: ['button', 'Close'],
    shows: ['Anywhere', 'Navigation'],
  },
  {
    name: 'Journal',
    of: 'journal/journal-dialog.tsx',
    open: tool('journal'),
    focus: ['searchbox', 'Search the journal'],
    shows: [/last 90 days/, 'Header copied'],
  },
  {
    name: 'Journal',
    of: 'journal/journal-dialog.tsx',
    when: 'that cannot be read',
    main: { answers: { readJournal: { ok: false, problem: lost } } },
    open: fromMenu('Business centre', 'Journal of this server…'),
    focus: ['searchbox', 'Search the journal'],
    shows: [/The existing file can’t be read/],
  },
  {
    name: 'Diagnostics',
    of: 'diagnostics/diagnostics-dialog.tsx',
    open: fromSettings('Data', 'Save diagnostics…'),
    focus: ['textbox', 'Preview'],
    shows: [/anonymized/],
    below: 1,
  },
  {
    name: 'Server overview',
    of: 'server-table/server-table-dialog.tsx',
    open: tool('server overview'),
    focus: ['searchbox', 'Filter servers'],
    shows: ['24 servers'],
  },
  {
    name: 'This can’t be displayed',
    of: 'problems/dialog-failed.tsx',
    main: { answers: { readJournal: { ok: true, value: { entries: [null], more: false } } } },
    open: tool('journal'),
    focus: ['button', 'Close'],
    shows: ['Some of its saved data can’t be read. Other servers aren’t affected.'],
  },
]);
