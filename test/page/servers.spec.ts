import type { Problem } from '../../contract/core/problem.ts';
import { rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { testDialogs } from './dialog-case.ts';
import { byKey, filling, fromMenu } from './opening.ts';

const notSaved: Problem = { code: 'not-saved', file: 'profiles.json', reason: 'disk-full' };
const noRoute: Problem = { code: 'server-unreachable', host: '10.0.4.7', reason: 'no-route' };
const words = { host: '10.0.4.7', status: 401, serverCode: 'UNAUTHORIZED', desc: null };
const server = { 'Server address': '10.0.4.7', 'User name': 'ivanov' };
const pendingLogout: PageMain = {
  state: {
    rows: [
      rowOf(301, {
        name: 'Gate',
        address: 'https://gate.example.org',
        userName: 'ivanov',
        session: { phase: 'logged-out' },
        endings: [
          {
            id: 'ending-1',
            host: 'gate.example.org',
            state: 'given-up',
            startedAt: Date.now() - 3_600_000,
            until: null,
            tries: 7,
            triedAt: Date.now() - 60_000,
            nextTryAt: null,
            cause: 'server-unreachable',
          },
        ],
      }),
    ],
  },
};

testDialogs([
  {
    name: 'Add server',
    of: 'profile-form/add-server-dialog.tsx',
    open: byKey('Control+n'),
    focus: ['textbox', 'Server address'],
    mistakes: [{ what: 'no password', fill: filling(server), field: 'Password', says: /password/i }],
    sends: {
      call: 'addByLogin',
      fill: filling({ ...server, Password: 'secret' }),
      button: 'Log in',
      busy: 'Logging in…',
      byEnter: true,
      request: { draft: { address: '10.0.4.7', userName: 'ivanov' }, password: 'secret' },
      refusals: [
        {
          problem: { code: 'wrong-password', userName: 'ivanov', ...words },
          says: /^Wrong user name or password/,
          field: 'Password',
        },
        { problem: { code: 'name-too-long', longest: 100 }, says: /100/, field: 'Name' },
        { problem: noRoute, says: 'No route to 10.0.4.7. Check the network or VPN.' },
        { problem: { code: 'user-name-has-colon' }, says: /colon|“:”/i, field: 'User name' },
        { problem: { code: 'address-malformed' }, says: /address/i, field: 'Server address' },
      ],
    },
  },
  {
    name: 'Add server',
    of: 'profile-form/add-server-dialog.tsx',
    when: 'without logging in',
    open: byKey('Control+n'),
    focus: ['textbox', 'Server address'],
    sends: {
      call: 'addProfile',
      fill: filling(server),
      button: 'Save without logging in',
      request: { draft: { address: '10.0.4.7', userName: 'ivanov' } },
      refusals: [{ problem: notSaved, says: 'The disk is full.' }],
    },
  },
  {
    name: 'Add account on Business centre',
    of: 'profile-form/add-server-dialog.tsx',
    open: fromMenu('Business centre', 'Add another account…'),
    focus: ['textbox', 'User name'],
    sends: {
      call: 'addAccount',
      fill: filling({ 'User name': 'petrov' }),
      button: 'Save without logging in',
      request: { draft: { userName: 'petrov' } },
      refusals: [{ problem: { code: 'list-full', most: 10_000 }, says: /10,?000/ }],
    },
  },
  {
    name: 'Edit Business centre',
    of: 'profile-form/edit-dialog.tsx',
    open: fromMenu('Business centre', 'Edit…'),
    focus: ['textbox', 'Server address'],
    sends: {
      call: 'editProfile',
      fill: filling({ Name: 'Business park' }),
      button: 'Save',
      byEnter: true,
      request: { draft: { name: 'Business park' } },
      refusals: [
        { problem: notSaved, says: 'The disk is full.' },
        { problem: { code: 'name-too-long', longest: 100 }, says: /100/, field: 'Name' },
        { problem: { code: 'user-name-missing' }, says: /user name/i, field: 'User name' },
      ],
    },
  },
  {
    name: 'Remove Business centre?',
    of: 'profile-form/remove-dialog.tsx',
    open: fromMenu('Business centre', 'Remove…'),
    focus: ['button', 'Cancel'],
    shows: [/tags, notes and token are deleted/, /stays open on the server/],
    sends: {
      call: 'removeProfile',
      button: 'Log out and remove',
      request: { logOut: true },
      refusals: [{ problem: notSaved, says: 'The disk is full.' }],
    },
  },
  {
    name: 'Remove Training room?',
    of: 'profile-form/remove-dialog.tsx',
    when: 'without a session',
    open: fromMenu('Training room', 'Remove…'),
    focus: ['button', 'Cancel'],
    sends: { call: 'removeProfile', button: 'Remove', request: { logOut: false } },
  },
  {
    name: 'Auto log-out for Business centre',
    of: 'auto-logout/auto-logout-dialog.tsx',
    open: fromMenu('Business centre', 'Auto log-out…'),
    focus: ['checkbox', 'After a set time'],
    shows: [/Ends the session on the server/],
    mistakes: [
      {
        what: 'no whole number',
        fill: async (on) => {
          await on.window.dialog.getByRole('checkbox', { name: 'After a set time' }).check();
          await on.window.choose('Time after log-in', 'Custom…');
          await filling({ Duration: '1.5' })(on);
        },
        field: 'Duration',
        says: /whole number, 180 days at most/,
      },
      {
        what: 'no time of day',
        fill: async (on) => {
          await on.window.dialog.getByRole('checkbox', { name: 'Every day at' }).check();
          await filling({ Time: '25:00' })(on);
        },
        field: 'Time',
        says: /such as 18:00/,
      },
    ],
    sends: {
      call: 'setAutoLogout',
      fill: async ({ window }) => window.dialog.getByRole('checkbox', { name: 'When the app quits' }).check(),
      button: 'Save',
      request: { lease: { onQuit: true } },
      refusals: [{ problem: notSaved, says: 'The disk is full.' }],
    },
  },
  {
    name: 'Stop trying to log out?',
    of: 'auto-logout/forget-pending-logout-dialog.tsx',
    main: pendingLogout,
    open: async ({ window }) => {
      await window.row('Gate').click();
      await window.button('Stop trying…', window.details).click();
    },
    focus: ['button', 'Cancel'],
    shows: [/stays on gate.example.org/, /may work until it expires/],
    sends: {
      call: 'forgetEnding',
      button: 'Stop trying',
      request: { endingId: 'ending-1' },
      refusals: [{ problem: notSaved, says: 'The disk is full.' }],
    },
  },
]);
