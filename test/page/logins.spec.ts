import { expect } from '@playwright/test';
import type { BulkOutcome } from '../../contract/sessions/bulk-login.ts';
import type { Row } from '../../contract/state.ts';
import { held, idOf, rowOf } from '../support/fake-bridge/fake-rows.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';
import { filling, fromMenu, tool } from './opening.ts';

const words = { host: '10.0.9.4', status: 401, serverCode: 'UNAUTHORIZED', desc: null };
const now = Date.now();
const server = {
  sessionSeconds: 15_552_000,
  needsRenewal: true,
  renewIntervalSeconds: 3_600,
  activeDirectory: false,
  cproauth: false,
  languages: ['en'],
  seenAt: now,
};

const names = ['North', 'South', 'East', 'West'];
const bulkRow = (index: number, userName = 'ivanov') =>
  rowOf(210 + index, {
    name: names[index] ?? '',
    address: `https://10.9.0.${index}`,
    userName,
    session: index === 0 ? { phase: 'logged-out' } : held(now, -3_600_000, 'accepted'),
    server: { ...server, authType: 'password' },
  });
const bulk: PageMain = { state: { rows: [bulkRow(0), bulkRow(1)] } };

function bulkResults(isRunning: boolean): PageMain {
  const outcomes: readonly BulkOutcome[] = [
    { kind: 'done' },
    { kind: 'refused', problem: { code: 'wrong-password', userName: 'ivanov', ...words } },
    { kind: 'failed', problem: { code: 'server-unreachable', host: '10.9.0.2', reason: 'no-route' } },
    isRunning ? { kind: 'logging-in' } : { kind: 'skipped', why: 'refused-elsewhere' },
  ];
  const rows = outcomes.map((_, index) => bulkRow(index));
  const entries = outcomes.map((outcome, index) => ({
    profileId: idOf(210 + index),
    name: names[index] ?? '',
    outcome,
  }));
  return { state: { rows, bulkLogin: { userName: 'ivanov', isRunning, entries } } };
}

testDialogs([
  {
    name: 'Log in to Training room',
    of: 'login/login-dialog.tsx',
    open: fromMenu('Training room', 'Log in'),
    focus: ['password', 'Password'],
    shows: [/as trainer/],
    mistakes: [{ what: 'no password', field: 'Password', says: /password/i }],
    sends: {
      call: 'login',
      fill: filling({ Password: 'secret' }),
      button: 'Log in',
      busy: 'Logging in…',
      byEnter: true,
      request: { password: 'secret', faceToken: null, keepPassword: false },
      refusals: [
        {
          problem: { code: 'wrong-password', userName: 'trainer', ...words },
          says: /^Wrong user name or password/,
          field: 'Password',
        },
        { problem: { code: 'device-blocked', ...words }, says: /blocked/i },
        {
          problem: { code: 'face-check-needed', type: 'face_and_password', ...words },
          says: /face verification token/,
        },
        {
          problem: { code: 'server-unreachable', host: '10.0.9.4', reason: 'refused' },
          says: 'Connection refused by 10.0.9.4. Check the port.',
        },
        {
          problem: { code: 'too-many-requests', retryAfterSeconds: 30, ...words },
          says: /Try again in 30 s/,
        },
        { problem: { code: 'password-not-kept', reason: 'not-sealed' }, says: /can’t be saved/ },
      ],
    },
  },
  {
    name: 'Log in to Lab',
    of: 'login/login-dialog.tsx',
    when: 'over plain HTTP',
    open: fromMenu('Lab', 'Log in again'),
    focus: ['password', 'Password'],
    shows: [/not encrypted/i],
  },
  {
    name: 'Paste token for Training room',
    of: 'login/paste-token-dialog.tsx',
    open: fromMenu('Training room', 'Paste token…'),
    focus: ['button', 'Read the clipboard'],
    shows: [/The token isn’t shown/],
    sends: {
      call: 'pasteToken',
      button: 'Read the clipboard',
      busy: 'Checking the token…',
      byEnter: true,
      request: { step: 'read' },
      refusals: [
        { problem: { code: 'clipboard-empty' }, says: 'Copy the token first' },
        { problem: { code: 'token-malformed' }, says: /doesn’t contain a token/ },
        { problem: { code: 'token-of-other-kind', kind: 'bearer' }, says: /“Bearer” header/ },
        { problem: { code: 'pasted-token-refused', ...words }, says: 'Training room rejected this token.' },
      ],
      done: /Token saved. Expiry unknown/,
    },
  },
  {
    name: 'Paste token for Training room',
    of: 'login/paste-token-dialog.tsx',
    when: 'the token of another user',
    main: {
      answers: {
        pasteToken: { ok: true, value: { kind: 'other-user', userName: 'petrov', realName: 'P. Petrov' } },
      },
    },
    open: async (on) => {
      await fromMenu('Training room', 'Paste token…')(on);
      await on.window.button('Read the clipboard').click();
      await on.window.button('Keep anyway').waitFor();
    },
    focus: ['button', 'Keep anyway'],
    shows: ['Different user', /belongs to petrov \(P. Petrov\)/],
  },
  {
    name: 'Bulk log-in',
    of: 'bulk-login/bulk-login-dialog.tsx',
    main: bulk,
    open: tool('bulk log-in'),
    focus: ['password', 'Password'],
    shows: [/tried one by one/],
    mistakes: [{ what: 'no password', field: 'Password', says: /password/i }],
    sends: {
      call: 'beginBulkLogin',
      fill: filling({ Password: 'secret' }),
      button: 'Log in to 2 servers',
      byEnter: true,
      request: { userName: 'ivanov', password: 'secret', domainAgreed: false },
      refusals: [{ problem: { code: 'bulk-login-under-way' }, says: 'Wait for it to finish, or stop it.' }],
      done: 'Logged in to 2 of 2 servers',
    },
  },
  {
    name: 'Bulk log-in',
    of: 'bulk-login/bulk-login-dialog.tsx',
    when: 'with results',
    main: bulkResults(false),
    open: tool('bulk log-in'),
    focus: ['list', 'Results'],
    shows: [
      'Logged in to 1 of 4 servers',
      /Wrong user name or password/,
      /No route to 10.9.0.2/,
      'Another server rejected the password.',
    ],
    sends: {
      call: 'closeBulkLogin',
      button: 'Close',
      closesAtOnce: true,
    },
  },
]);

test('The log-in dialog closes with the change that brings the session', async ({ show }) => {
  const session = held(now, 180 * 86_400_000, 'accepted');
  const row = bulkRow(0);
  const on = await show({ state: { rows: [row] } });
  await fromMenu('North', 'Log in')(on);
  await expect.poll(() => on.asked('prepareLogin')).toEqual([{ profileId: row.profile.id }]);
  await filling({ Password: 'secret' })(on);
  await on.answer('login', 'wait');
  await on.page.keyboard.press('Enter');
  await expect(on.window.button('Logging in…', on.window.dialog)).toBeVisible();
  const change = (changed: Row) => on.page.evaluate((rows) => window.pageSwitch.change({ rows }), [changed]);
  await change({ ...row, session: { phase: 'logging-in', before: { phase: 'logged-out' } } });
  await expect(on.window.dialogs).toHaveCount(1);
  await change({ ...row, session });
  await expect(on.window.dialogs).toHaveCount(0);
  await on.release('login');
});

test('A granted session is first shown in its row, without the dialog, and then in the details', async ({
  show,
}) => {
  const row = bulkRow(0);
  const on = await show({ state: { rows: [row] } });
  await fromMenu('North', 'Log in')(on);
  await filling({ Password: 'secret' })(on);
  await on.answer('login', 'wait');
  await on.page.keyboard.press('Enter');
  const session = held(now, 180 * 86_400_000, 'accepted');
  const seen = await on.page.evaluate(
    async (rows) => {
      const offers = (part: string) =>
        [...document.querySelectorAll(`${part} button`)].some(
          ({ textContent }) => textContent === 'Copy header',
        );
      const shown: object[] = [];
      const observer = new MutationObserver(() =>
        shown.push({
          dialog: document.querySelector('[role=dialog]') !== null,
          row: offers('[role=row]'),
          details: offers('[data-pane=session]'),
        }),
      );
      observer.observe(document.body, { childList: true, subtree: true });
      window.pageSwitch.change({ rows });
      while (!offers('[data-pane=session]')) await new Promise(requestAnimationFrame);
      return shown;
    },
    [{ ...row, session }],
  );
  expect(seen[0]).toEqual({ dialog: false, row: true, details: false });
  // Its menu was opened by this button.
  await expect(on.window.button('More', on.window.row('North'))).toBeFocused();
  await on.release('login');
});

test('A second Enter sends nothing, and Escape cancels, before a log-in is drawn', async ({ show }) => {
  const on = await show({ state: { rows: [bulkRow(0)] } });
  await fromMenu('North', 'Log in')(on);
  await filling({ Password: 'secret' })(on);
  await on.answer('login', 'wait');
  // In one task of the page: nothing is drawn between.
  await on.window.field('Password').evaluate((field: HTMLInputElement) => {
    field.form?.requestSubmit();
    field.form?.requestSubmit();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  });
  await expect.poll(() => on.asked('cancelLogin')).toHaveLength(1);
  await expect(on.window.button('Logging in…', on.window.dialog)).toBeVisible();
  expect(await on.asked('login')).toHaveLength(1);
  await expect(on.window.field('Password')).toHaveAccessibleErrorMessage('');
  await on.release('login');
});

test('While a granted session is being saved, the list takes keys and another log-in stays open', async ({
  show,
}) => {
  const [row, other] = [bulkRow(0), { ...bulkRow(1), session: { phase: 'logged-out' } as const }];
  const on = await show({ state: { rows: [row, other] } });
  await fromMenu('North', 'Log in')(on);
  await filling({ Password: 'secret' })(on);
  await on.answer('login', 'wait');
  await on.page.keyboard.press('Enter');
  const session = { ...held(now, 180 * 86_400_000, 'accepted'), secret: 'saving' as const };
  await on.page.evaluate((rows) => window.pageSwitch.change({ rows }), [{ ...row, session }]);
  await expect(on.window.dialogs).toHaveCount(0);
  await fromMenu('South', 'Log in')(on);
  await expect(on.window.field('Password')).toBeFocused();
  await on.release('login');
  // The answer has arrived and is rendered.
  await on.page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await expect(on.window.field('Password')).toBeFocused();
});

test('The log-in dialog stays while the session that it replaces is in force', async ({ show }) => {
  const session = held(now, 180 * 86_400_000, 'accepted');
  const row = { ...bulkRow(0), session };
  const on = await show({ state: { rows: [row] } });
  await fromMenu('North', 'Log in again')(on);
  await filling({ Password: 'secret' })(on);
  await on.answer('login', 'wait');
  await on.page.keyboard.press('Enter');
  await on.page.evaluate((rows) => window.pageSwitch.change({ rows }), [{ ...row, checking: true }]);
  await expect(on.window.button('Logging in…', on.window.dialog)).toBeVisible();
});

test.describe('A bulk log-in', () => {
  test('is stopped by Escape, and its results stay', async ({ show }) => {
    const on = await show(bulkResults(true));
    await tool('bulk log-in')(on);
    await expect(on.window.dialog.getByRole('status')).toHaveText('Server 4 of 4');
    await expect(on.window.button('Stop', on.window.dialog)).toBeVisible();
    await on.page.keyboard.press('Enter');
    expect(await on.asked('cancelBulkLogin')).toEqual([]);
    await on.page.keyboard.press('Escape');
    await expect.poll(() => on.asked('cancelBulkLogin')).toHaveLength(1);
    await expect(on.window.dialogs).toHaveCount(1);
  });

  test('of a domain account needs a confirmation', async ({ show }) => {
    const on = await show({ state: { rows: [bulkRow(0, 'CORP\\ivanov')] } });
    await tool('bulk log-in')(on);
    await filling({ Password: 'secret' })(on);
    await on.page.keyboard.press('Enter');
    expect(await on.asked('beginBulkLogin')).toEqual([]);
    await expect(on.window.button('Log in to 1 server')).toBeDisabled();
    await on.window.dialog.getByRole('checkbox', { name: /sure of the password/ }).check();
    await on.window.button('Log in to 1 server').click();
    await expect.poll(() => on.asked('beginBulkLogin')).toHaveLength(1);
    expect(await on.asked('beginBulkLogin')).toMatchObject([{ domainAgreed: true }]);
  });
});
