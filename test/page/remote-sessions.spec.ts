import { expect } from '@playwright/test';
import type { Problem } from '../../contract/core/problem.ts';
import type { BlockedDevices, EndResult } from '../../contract/sessions/remote-sessions.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';
import { filling, fromMenu } from './opening.ts';

const refused = { host: '192.168.70.12', status: 403, serverCode: 'FORBIDDEN', desc: null };
const notAllowed: Problem = { code: 'not-allowed', missing: [], ...refused };
const unreachable: Problem = { code: 'server-unreachable', host: '192.168.70.12', reason: 'no-route' };
const devices: BlockedDevices = {
  devices: [
    {
      blockId: 'block-1',
      deviceId: 'tablet-7',
      mark: 'other-app',
      reason: 'Lost tablet',
      createdAt: Date.now() - 86_400_000,
      until: null,
    },
  ],
  more: 'no',
};
const blocked: PageMain = { answers: { listBlockedDevices: { ok: true, value: devices } } };

async function openSessions(on: ShownPage): Promise<void> {
  await fromMenu('Business centre', 'Sessions on this server…')(on);
  await on.page.getByRole('row', { name: /Chrome · Windows/ }).waitFor();
}

const fromSessions = (button: string, row?: RegExp) => async (on: ShownPage) => {
  await openSessions(on);
  if (row !== undefined) await on.page.getByRole('row', { name: row }).click();
  await on.window.button(button, on.window.dialog).click();
};

const fromBlocked = (button: string) => async (on: ShownPage) => {
  await openSessions(on);
  await on.window.chooseTab('Blocked devices');
  await on.window.button(button, on.window.dialog).click();
};

test('The details count the sessions once they were listed, and ask nobody for it', async ({ show }) => {
  const on = await show();
  const { window, page } = on;
  const link = window.details.getByRole('button', { name: /^Sessions on this server/ });
  await window.row('Business centre').click();
  expect(await on.asked('listSessions')).toEqual([]);
  await link.click();
  await page.getByRole('row', { name: /Chrome · Windows/ }).waitFor();
  await page.keyboard.press('Escape');
  await expect(window.dialog).toHaveCount(0);
  await expect(link).toHaveText(/^Sessions on this server…Yours: \d$/);
  expect(await on.asked('listSessions')).toHaveLength(1);
});

test('A device is blocked through a day that is typed or chosen with the arrow keys', async ({ show }) => {
  const on = await show();
  await fromSessions('Block device…', /Chrome · Windows/)(on);
  await filling({ Reason: 'Lost tablet', 'Block until': '31.12.98' })(on);
  const field = on.window.field('Block until');
  await field.press('ArrowUp');
  await expect(field).toHaveValue('01/01/2099');
  await field.press('ArrowDown');
  await field.press('ArrowDown');
  await expect(field).toHaveValue('30/12/2098');
  await field.press('Enter');
  const until = new Date(2098, 11, 30, 23, 59, 59).getTime();
  await expect.poll(() => on.asked('blockDevice')).toMatchObject([{ reason: 'Lost tablet', until }]);
});

testDialogs([
  {
    name: 'Sessions on Business centre',
    of: 'remote-sessions/sessions-dialog.tsx',
    open: openSessions,
    focus: ['row', /this session/],
    shows: [/Chrome · Windows/, '3 sessions'],
  },
  {
    name: 'Sessions on Business centre',
    of: 'remote-sessions/sessions-dialog.tsx',
    when: 'that cannot be listed',
    main: { answers: { listSessions: { ok: false, problem: unreachable } } },
    open: fromMenu('Business centre', 'Sessions on this server…'),
    focus: ['tab', 'Sessions'],
    shows: [/No route to 192.168.70.12/],
  },
  {
    name: 'End 2 sessions on Business centre?',
    of: 'remote-sessions/end/end-dialog.tsx',
    open: fromSessions('End all other sessions…'),
    focus: ['button', 'Cancel'],
    shows: [/Their users have to log in again/, /Sessions of this app aren’t ended/],
    below: 1,
    sends: {
      call: 'endSessions',
      button: 'End 2 sessions',
      busy: 'Stop',
      request: { keys: [1, 2], inUseToo: false },
      done: '2 sessions ended.',
    },
  },
  {
    name: 'End 1 session on Business centre?',
    of: 'remote-sessions/end/end-dialog.tsx',
    when: 'one that was ticked',
    open: fromSessions('End 1 session…', /Chrome · Windows/),
    focus: ['button', 'Cancel'],
    shows: [/Its user has to log in again/],
    below: 1,
  },
  {
    name: 'Block this device on Business centre?',
    of: 'remote-sessions/blocked/block-dialog.tsx',
    open: fromSessions('Block device…', /Chrome · Windows/),
    focus: ['textbox', 'Reason'],
    shows: [/logged out immediately/],
    below: 1,
    mistakes: [
      {
        what: 'a day that is none',
        fill: filling({ Reason: 'Lost tablet', 'Block until': '31/04/2099' }),
        field: 'Block until',
        says: 'Enter a date as DD/MM/YYYY, or leave it empty.',
      },
      {
        what: 'a day that has passed',
        fill: filling({ Reason: 'Lost tablet', 'Block until': '31/12/2019' }),
        field: 'Block until',
        says: 'Choose a future date or leave it empty.',
      },
    ],
    sends: {
      call: 'blockDevice',
      fill: filling({ Reason: 'Lost tablet' }),
      button: 'Block device',
      byEnter: true,
      request: { key: 2, reason: 'Lost tablet', until: null },
      refusals: [
        { problem: { code: 'block-reason-missing' }, says: /reason/i },
        { problem: { code: 'block-end-not-ahead' }, says: /future|past|ahead|later/i },
        { problem: notAllowed, says: /isn’t allowed to do this on Business centre/ },
      ],
    },
  },
  {
    name: 'Edit block',
    of: 'remote-sessions/blocked/block-dialog.tsx',
    main: blocked,
    open: fromBlocked('Edit…'),
    focus: ['textbox', 'Reason'],
    below: 1,
    sends: {
      call: 'changeBlock',
      fill: filling({ Reason: 'Stolen tablet' }),
      button: 'Save',
      byEnter: true,
      request: { blockId: 'block-1', reason: 'Stolen tablet', until: null },
      refusals: [{ problem: unreachable, says: /No route to 192.168.70.12/ }],
    },
  },
  {
    name: 'Unblock this device?',
    of: 'remote-sessions/blocked/unblock-dialog.tsx',
    main: blocked,
    open: fromBlocked('Unblock'),
    focus: ['button', 'Cancel'],
    shows: [/can log in to Business centre from this device again/, 'Lost tablet'],
    below: 1,
    sends: {
      call: 'unblockDevice',
      button: 'Unblock',
      request: { blockId: 'block-1' },
      refusals: [{ problem: notAllowed, says: /isn’t allowed to do this on Business centre/ }],
    },
  },
]);

test.describe('The sessions on a server', () => {
  const rowsOf = (on: ShownPage) =>
    on.page.getByRole('grid', { name: 'Sessions' }).getByRole('rowgroup').last().getByRole('row');

  test('are sorted by their headings', async ({ show }) => {
    const on = await show();
    await openSessions(on);
    const rows = rowsOf(on);
    const heading = on.page.getByRole('columnheader', { name: 'Since' });
    await expect(heading).toHaveAttribute('aria-sort', 'descending');
    await expect(rows.first()).toHaveAccessibleName(/this session/);
    await heading.click();
    await expect(heading).toHaveAttribute('aria-sort', 'ascending');
    await expect(rows.first()).toHaveAccessibleName(/Chrome · Windows/);
    await on.page.getByRole('columnheader', { name: 'Device' }).click();
    await expect(rows.last()).toHaveAccessibleName(/FindFace Session Manager/);
  });

  test('have their actions in the footer, and Esc takes the ticks away before it closes', async ({
    show,
  }) => {
    const on = await show();
    await openSessions(on);
    const { window, page } = on;
    const count = window.dialog.getByRole('status').filter({ hasText: /^\d/ });
    await expect(count).toHaveText('3 sessions');
    await expect(window.button('End old sessions…', window.dialog)).toBeVisible();
    await rowsOf(on).last().click();
    await expect(count).toHaveText('1 selected');
    await expect(window.button('End all other sessions…', window.dialog)).toHaveCount(0);
    await expect(window.button('End 1 session…', window.dialog)).toBeEnabled();
    await expect(window.button('Block device…', window.dialog)).toBeEnabled();
    await page.keyboard.press('Control+A');
    await expect(count).toHaveText('2 selected');
    await expect(window.button('Block device…', window.dialog)).toBeDisabled();
    await expect(window.dialog).toContainText('Select one session to block its device.');
    await page.keyboard.press('Escape');
    await expect(count).toHaveText('3 sessions');
    await expect(window.dialogs).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(window.dialogs).toHaveCount(0);
  });

  test('have one button for the filters, which tells how many are set', async ({ show }) => {
    const on = await show();
    await openSessions(on);
    const { window } = on;
    await expect(window.dialog.getByText('Log-ins')).toHaveCount(0);
    await window.button('Filters', window.dialog).click();
    await window.choose('App', 'This app');
    await window.choose('State', 'offline');
    await window.button('Filters (2)', window.dialog).click();
    await expect(window.dialog.getByText('Log-ins')).toHaveCount(0);
    expect(await on.asked('listSessions')).toMatchObject([
      { filter: { status: null } },
      { filter: { status: 'offline' } },
    ]);
    await expect(rowsOf(on)).toHaveCount(2);
  });
});

test.describe('Ending sessions', () => {
  async function ended(on: ShownPage): Promise<void> {
    await fromSessions('End all other sessions…')(on);
    await on.window.button('End 2 sessions').click();
    await expect(on.window.dialog).toHaveAccessibleName('Results');
    await expect(on.window.dialog.locator(':focus')).toHaveCount(1);
  }

  test('names the session that was not ended and why, before the others', async ({ show }) => {
    const results: readonly EndResult[] = [
      { key: 1, outcome: 'ended', problem: null },
      { key: 2, outcome: 'failed', problem: notAllowed },
    ];
    const on = await show({ answers: { endSessions: { ok: true, value: results } } });
    await ended(on);
    const { dialog } = on.window;
    await expect(dialog.getByRole('status')).toHaveText('1 session ended. Not ended: 1.');
    await expect(dialog.getByRole('listitem').first()).toContainText('Chrome · Windows');
    await expect(dialog.getByText(/isn’t allowed to do this/)).toBeVisible();
    await on.window.button('Close', dialog).click();
    await expect(on.window.dialogs).toHaveCount(1);
    // The list is loaded again.
    await expect.poll(() => on.asked('listSessions')).toHaveLength(2);
  });

  test('says that none was ended when the server does not answer', async ({ show }) => {
    const on = await show({ answers: { endSessions: { ok: false, problem: unreachable } } });
    await ended(on);
    await expect(on.window.dialog.getByRole('status')).toHaveText('Not ended: 2.');
    await expect(on.window.dialog.getByText(/No route to 192.168.70.12/).first()).toBeVisible();
  });
});
