import { expect } from '@playwright/test';
import { defaultSettings } from '../../contract/settings.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';
import { filling, fromMenu, fromSettings } from './opening.ts';

const guarded: PageMain = { state: { settings: { ...defaultSettings, confirmProduction: true } } };
const inDoubt: PageMain = {
  answers: { copySession: { ok: false, problem: { code: 'certificate-in-doubt' } } },
};
const expired: PageMain = {
  answers: {
    copySession: { ok: false, problem: { code: 'session-expired', expiredAt: Date.now() - 7_200_000 } },
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
    sends: { call: 'copySession', button: 'Copy header', closesAtOnce: true, request: { anyway: false } },
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

const template = { id: 'template-0123abcd', name: 'Nightly report', text: 'TOKEN={token}' } as const;

testDialogs([
  {
    name: 'Copy as',
    of: 'copy-as/copy-as-dialog.tsx',
    open: fromMenu('Airport T2', 'Copy as…'),
    focus: ['listbox', 'Copy as'],
    shows: ['Header line', 'Python requests', 'Bruno environment', 'Authorization: Token ••••••••••••••••'],
    sends: {
      call: 'copySession',
      button: 'Copy',
      closesAtOnce: true,
      request: { anyway: false, format: 'header' },
    },
  },
  {
    name: 'Now copy the header',
    of: 'copy-as/copy-stdin-dialog.tsx',
    open: async (on) => {
      await fromMenu('Airport T2', 'Copy as…')(on);
      await on.window.dialog.getByRole('option', { name: 'curl, without the token' }).click();
    },
    focus: ['button', 'Copy header'],
    shows: [/It waits for the header/],
  },
  {
    name: 'Templates',
    of: 'copy-as/templates/templates-dialog.tsx',
    main: { state: { templates: [template] } },
    open: fromSettings('Clipboard', 'Edit templates…'),
    below: 1,
    focus: ['button', 'Close'],
    shows: ['Nightly report'],
  },
  {
    name: 'New template',
    of: 'copy-as/templates/template-dialog.tsx',
    main: { state: { templates: [template] } },
    open: async (on) => {
      await fromMenu('Airport T2', 'Copy as…')(on);
      await on.window.button('Edit templates…', on.window.dialog).click();
      await on.window.button('New template', on.window.dialog).click();
    },
    below: 1,
    focus: ['textbox', 'Name'],
    mistakes: [
      { what: 'no name', field: 'Name', says: 'Enter a name.' },
      {
        what: 'the name of another one',
        fill: filling({ Name: 'nightly REPORT' }),
        field: 'Name',
        says: 'Another template has this name.',
      },
      { what: 'no text', fill: filling({ Name: 'x', Text: ' ' }), field: 'Text', says: 'Enter a text.' },
    ],
  },
]);

test('letters lead to a format, and Enter copies it', async ({ show }) => {
  const on = await show();
  await on.window.row('Airport T2').first().click();
  await on.page.keyboard.press('Shift+Enter');
  await expect(on.window.dialog.getByRole('listbox', { name: 'Copy as' })).toBeFocused();
  await on.page.keyboard.type('py');
  await expect(on.window.dialog.getByRole('option', { selected: true })).toHaveAccessibleName(
    'Python requests',
  );
  await expect(on.window.dialog).toContainText('session.headers');
  await on.page.keyboard.press('Enter');
  await expect(on.window.dialog).toHaveCount(0);
  expect(await on.asked('copySession')).toMatchObject([{ format: 'python', anyway: false }]);
  await expect(on.page.getByRole('status', { name: 'Clipboard' })).toContainText('Copied: Python requests');
});

test('a header that cannot be cleared yet is said to be there', async ({ show }) => {
  const on = await show();
  const status = on.page.getByRole('status', { name: 'Clipboard' });
  await on.window.row('Airport T2').first().click();
  await on.page.keyboard.press('Enter');
  await expect(status).toContainText('clears in');
  await on.page.evaluate(async () => {
    const { clipboard: note } = JSON.parse(await window.bridge.readState());
    window.pageSwitch.change({ clipboard: { ...note, overdue: true } });
  });
  await expect(status).toContainText('not cleared yet: press a key or click here');
  await expect(status).not.toContainText('clears in');
  await expect(on.window.button('Clear now')).toBeVisible();
});

test('the command that reads the header is followed by the header, each copied for itself', async ({
  show,
}) => {
  const on = await show(guarded);
  await on.window.row('Airport T2').first().click();
  await on.page.keyboard.press('Shift+Enter');
  await expect(on.window.dialog.getByRole('listbox', { name: 'Copy as' })).toBeFocused();
  await on.page.keyboard.type('curl,');
  await on.page.keyboard.press('Enter');
  await expect(on.window.dialog).toHaveAccessibleName('Now copy the header');
  expect(await on.asked('copySession')).toMatchObject([{ format: 'curl-stdin' }]);
  await on.page.keyboard.press('Enter');
  // The command has no secret, the header of a production server does.
  await expect(on.window.dialog).toHaveAccessibleName('Copy a production header?');
  await on.window.button('Copy header', on.window.dialog).click();
  await expect(on.window.dialog).toHaveCount(0);
  expect(await on.asked('copySession')).toMatchObject([{ format: 'curl-stdin' }, { format: 'header' }]);
});

test('a default is what Enter copies, and is said wherever it is offered', async ({ show }) => {
  const on = await show();
  await on.window.row('Airport T2').first().click();
  await on.page.keyboard.press('Shift+Enter');
  await on.window.dialog.getByRole('option', { name: 'Token only' }).hover();
  await on.window.button('Make default for this server', on.window.dialog).click();
  await expect(on.window.dialog.getByRole('option', { name: 'Token only Default' })).toBeVisible();
  await on.page.keyboard.press('Escape');
  await expect(on.window.row('Airport T2').first()).toBeFocused();
  await expect(on.window.button('Copy as Token only', on.window.row('Airport T2').first())).toBeVisible();
  await on.page.keyboard.press('Enter');
  await expect.poll(() => on.asked('copySession')).toMatchObject([{ format: null }]);
});

test('a template shows what it makes of a server while it is typed, and is a format then', async ({
  show,
}) => {
  const on = await show();
  await on.window.row('Airport T2').first().click();
  await on.page.keyboard.press('Shift+Enter');
  await on.window.button('Edit templates…', on.window.dialog).click();
  await on.window.button('New template', on.window.dialog).click();
  await on.window.field('Name').fill('My tool');
  await on.window.field('Text').fill('tool --user {user} --token {token} {unknown}');
  await expect(on.window.dialog.getByRole('figure')).toContainText(
    'tool --user guard2 --token •••••••••••••••• {unknown}',
  );
  await on.window.button('Save', on.window.dialog).click();
  await on.window.button('Close', on.window.dialog).click();
  await expect(on.window.dialog).toHaveAccessibleName('Copy as');
  await on.page.keyboard.type('my');
  await on.page.keyboard.press('Enter');
  await expect.poll(() => on.asked('copySession')).toMatchObject([{ format: /^template-[0-9a-f]{8}$/ }]);
});

test('a template is removed after a question', async ({ show }) => {
  const on = await show({ state: { templates: [template] } });
  await fromSettings('Clipboard', 'Edit templates…')(on);
  await on.window.button('Remove template Nightly report', on.window.dialog.last()).click();
  await expect(on.window.button('Cancel', on.window.dialog.last())).toBeFocused();
  expect(await on.asked('changeTemplates')).toEqual([]);
  await on.window.button('Remove', on.window.dialog.last()).click();
  await expect.poll(() => on.asked('changeTemplates')).toEqual([{ templates: [] }]);
  await expect(on.window.dialog.last()).toContainText('No templates yet.');
});
