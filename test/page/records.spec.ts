import type { Problem } from '../../contract/core/problem.ts';
import { testDialogs } from './dialog-case.ts';
import { byKey, fromMenu, fromRow, fromSettings, fromTools } from './opening.ts';

const lost: Problem = { code: 'not-saved', file: 'journal.jsonl', reason: 'unreadable' };

testDialogs([
  {
    name: 'Settings',
    open: byKey('Control+,'),
    focus: ['tab', 'General'],
  },
  {
    name: 'Keyboard shortcuts',
    open: byKey('Control+Shift+Slash'),
    focus: ['button', 'Close'],
    shows: ['Anywhere', 'Navigation'],
  },
  {
    name: 'Journal',
    open: fromTools('Journal…'),
    focus: ['searchbox', 'Search the journal'],
    shows: [/last 90 days/, 'Header copied'],
  },
  {
    name: 'Journal',
    when: 'that cannot be read',
    main: { answers: { readJournal: { ok: false, problem: lost } } },
    open: fromMenu('Business centre', 'Journal of this server…'),
    focus: ['searchbox', 'Search the journal'],
    shows: [/The existing file can’t be read/],
  },
  {
    name: 'Diagnostics',
    open: fromSettings('Data', 'Save diagnostics…'),
    focus: ['textbox', 'Preview'],
    shows: [/anonymized/],
    below: 1,
  },
  {
    name: 'Server overview',
    open: fromTools('Server overview…'),
    focus: ['searchbox', 'Filter servers'],
    shows: ['24 servers'],
  },
  {
    name: 'My sessions on all servers',
    open: fromTools('My sessions on all servers…'),
    focus: ['button', 'Close'],
  },
  {
    name: 'Sessions on Business centre',
    open: fromMenu('Business centre', 'Sessions on this server…'),
    focus: ['tab', 'Sessions'],
    shows: [/Chrome · Windows/],
  },
  {
    name: 'The certificate has changed',
    open: fromRow('Staging 2.3', 'Review…'),
    focus: ['button', 'Cancel'],
    shows: ['Trusted until now', 'Presented now'],
    sends: { call: 'trustCertificate', button: 'Trust this certificate' },
  },
  {
    name: 'Copy anyway?',
    open: fromMenu('Stadium gate 4', 'Copy header'),
    focus: ['button', 'Cancel'],
    shows: [/The header won’t work/],
  },
]);
