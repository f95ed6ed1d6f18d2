import { testDialogs } from './dialog-case.ts';
import { fromMenu, fromSettings } from './opening.ts';

const rights = { view: 'all', end: 'all', viewBlocked: true, block: true, changeBlock: true, unblock: true };

testDialogs([
  {
    name: 'Diagnostics',
    of: 'diagnostics/diagnostics-dialog.tsx',
    open: fromSettings('Data', 'Save diagnostics…'),
    focus: ['textbox', 'Preview'],
    shows: [/anonymized/],
    below: 1,
  },
  {
    name: 'Business centre can’t be displayed',
    of: 'problems/dialog-failed.tsx',
    main: {
      answers: {
        listSessions: { ok: true, value: { listId: 1, sessions: [{ active: true }], more: 'no', rights } },
      },
    },
    open: fromMenu('Business centre', 'Sessions on this server…'),
    focus: ['button', 'Close'],
    shows: ['Some of its saved data can’t be read. Other servers aren’t affected.'],
  },
]);
