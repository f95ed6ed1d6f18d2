import { defaultSettings } from '../../contract/settings.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { testDialogs } from './dialog-case.ts';
import { fromMenu } from './opening.ts';

const guarded: PageMain = { state: { settings: { ...defaultSettings, confirmProduction: true } } };
const inDoubt: PageMain = {
  answers: { copyHeader: { ok: false, problem: { code: 'certificate-in-doubt' } } },
};
const expired: PageMain = {
  answers: {
    copyHeader: { ok: false, problem: { code: 'session-expired', expiredAt: Date.now() - 7_200_000 } },
  },
};

testDialogs([
  {
    name: 'Copy a production header?',
    of: 'clipboard/copy-production-dialog.tsx',
    main: guarded,
    open: fromMenu('Airport T2', 'Copy header'),
    focus: ['button', 'Cancel'],
    shows: ['Airport T2 is a production server. Anyone with this header acts as guard2.'],
    sends: { call: 'copyHeader', button: 'Copy header', closesAtOnce: true, request: { anyway: false } },
  },
  {
    name: 'Copy anyway?',
    of: 'clipboard/copy-anyway-dialog.tsx',
    when: 'a rejected session',
    open: fromMenu('Stadium gate 4', 'Copy header'),
    focus: ['button', 'Cancel'],
    shows: [/rejected the session of ivanov. The header won’t work/],
  },
  {
    name: 'Copy anyway?',
    of: 'clipboard/copy-anyway-dialog.tsx',
    when: 'an expired session',
    main: expired,
    open: fromMenu('Business centre', 'Copy header'),
    focus: ['button', 'Cancel'],
    shows: [/expired 2 h ago/],
  },
  {
    name: 'Copy anyway?',
    of: 'clipboard/copy-anyway-dialog.tsx',
    when: 'a certificate that is not trusted',
    main: inDoubt,
    open: fromMenu('Business centre', 'Copy header'),
    focus: ['button', 'Cancel'],
    shows: [/may end up on another server/],
  },
]);
