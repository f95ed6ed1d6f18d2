import { expect } from '@playwright/test';
import { callNames } from '../../contract/call-names.ts';
import type { Problem } from '../../contract/core/problem.ts';
import { certificateOf } from '../support/fake-bridge/fake-rows.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';
import { filling, fromMenu, fromRow } from './opening.ts';

const notSaved: Problem = { code: 'not-saved', file: 'profiles.json', reason: 'disk-full' };
const untrusted: Problem = {
  code: 'certificate-untrusted',
  host: '10.0.9.4',
  reason: 'self-signed',
  certificate: certificateOf('own', '10.0.9.4', Date.now()),
};
const noAuthority: Problem = { code: 'authority-file-holds-key' };
const fromLogin = async (on: ShownPage) => {
  await on.answer('login', { ok: false, problem: untrusted });
  await fromMenu('Training room', 'Log in')(on);
  await filling({ Password: 'secret' })(on);
  await on.page.keyboard.press('Enter');
};
const chooseAuthority = async (on: ShownPage) => {
  await fromRow('Staging 2.3', 'Review…')(on);
  await on.window.button('Import CA certificate…').click();
};

testDialogs([
  {
    name: 'The certificate has changed',
    of: 'certificate/compare-dialog.tsx',
    open: fromRow('Staging 2.3', 'Review…'),
    focus: ['button', 'Cancel'],
    shows: [/^Trusted since \d/, 'Presented now', 'Changed', 'CN=Corp Test CA 1', /may be intercepted/],
    sends: {
      call: 'trustCertificate',
      button: 'Trust this certificate',
      refusals: [{ problem: notSaved, says: 'The disk is full.' }],
    },
  },
  {
    name: 'The certificate has changed',
    of: 'certificate/certificate-dialog.tsx',
    when: 'with a file that holds no CA',
    open: fromRow('Staging 2.3', 'Review…'),
    focus: ['button', 'Cancel'],
    sends: {
      call: 'chooseAuthority',
      button: 'Import CA certificate…',
      refusals: [
        { problem: noAuthority, says: /A private key should never leave the server/ },
        { problem: { code: 'authority-file-strange' }, says: /Choose a .pem/ },
        { problem: { code: 'authority-file-unreadable' }, says: /denied access/ },
      ],
      done: /any certificate this CA issued/,
    },
  },
  {
    name: 'Compare the certificate',
    of: 'certificate/certificate-dialog.tsx',
    when: 'during a log-in',
    open: fromLogin,
    focus: ['button', 'Cancel'],
    shows: [/Make sure this fingerprint matches/],
    below: 1,
  },
  {
    name: 'Trust this CA?',
    of: 'connection/authority-dialog.tsx',
    open: chooseAuthority,
    focus: ['button', 'Cancel'],
    shows: [/staging.local will be accepted with any certificate/, 'CA fingerprint (SHA-256)'],
    sends: {
      call: 'changeConnection',
      button: 'Trust this CA',
      request: { choice: { trust: { mode: 'ca' }, proxy: null } },
      refusals: [{ problem: notSaved, says: 'The disk is full.' }],
    },
  },
]);

test.describe('A certificate', () => {
  test('that was trusted during a log-in continues the log-in', async ({ show }) => {
    const on = await show();
    await fromLogin(on);
    await expect(on.window.dialog).toHaveAccessibleName('Compare the certificate');
    await on.answer('login', { ok: true, value: undefined });
    await on.window.button('Trust this certificate').click();
    await expect(on.window.dialogs).toHaveCount(0);
    expect(await on.asked('login')).toHaveLength(2);
  });

  test('that was refused during a log-in is told in the form', async ({ show }) => {
    const on = await show();
    await fromLogin(on);
    await on.page.keyboard.press('Escape');
    await expect(on.window.dialog).toHaveAccessibleName('Log in to Training room');
    await expect(on.window.dialog.getByRole('alert')).toBeVisible();
    expect(await on.asked('login')).toHaveLength(1);
  });
});

test.describe('The expected fingerprint', () => {
  const [old, presented] = ['old', 'new'].map((seed) => certificateOf(seed, 'staging.local', 0).fingerprint);
  const other = 'ab'.repeat(32);
  const openssl = (hex = '') => `sha256 Fingerprint=${hex.toUpperCase().replace(/..(?=.)/g, '$&:')}\n`;
  const paste = async (on: ShownPage, text: string) => {
    await fromRow('Staging 2.3', 'Review…')(on);
    await on.window.field('Paste the fingerprint you were given').fill(text);
    return on.window.button('Trust this certificate');
  };

  for (const [what, text, verdicts] of [
    ['the presented certificate', openssl(presented), ['Doesn’t match', 'Matches the pasted fingerprint']],
    ['the trusted certificate', openssl(old), ['Matches the pasted fingerprint', 'Doesn’t match']],
    ['neither', other, ['Doesn’t match', 'Doesn’t match']],
  ] as const)
    test(`of ${what} is compared with both, and is never sent`, async ({ show }) => {
      const on = await show();
      const trust = await paste(on, text);
      await expect(on.window.dialog.getByText(/^(Matches the pasted|Doesn’t match)/)).toHaveText(verdicts);
      await expect(on.window.dialog.getByRole('status')).toHaveText(verdicts[1]);
      const isPresented = verdicts[1] !== 'Doesn’t match';
      await expect(trust).toBeEnabled({ enabled: isPresented });
      if (isPresented) await trust.click();
      else await on.window.button('Cancel', on.window.dialog).click();
      await expect(on.window.dialogs).toHaveCount(0);
      const hex = text.replace(/.*=|[\s:]/g, '').toLowerCase();
      const sent = await Promise.all(callNames.map((name) => on.asked(name)));
      const told = JSON.stringify(sent).toLowerCase().replaceAll(':', '');
      // The decision names the certificate that was shown, whether or not anything was pasted.
      expect(told.split(hex)).toHaveLength(isPresented ? 2 : 1);
    });

  test('may be left out, and what is no fingerprint is named', async ({ show }) => {
    const on = await show();
    const trust = await paste(on, 'AB:CD');
    const field = on.window.field('Paste the fingerprint you were given');
    await expect(field).toHaveAccessibleDescription('A SHA-256 fingerprint has 64 hexadecimal digits.');
    await expect(trust).toBeEnabled();
    const before = await trust.boundingBox();
    await field.fill(openssl(presented));
    await expect(on.window.dialog.getByRole('status')).toHaveText('Matches the pasted fingerprint');
    expect(await trust.boundingBox()).toEqual(before);
    await field.fill('');
    await expect(on.window.dialog.getByRole('status')).toBeEmpty();
    expect(await trust.boundingBox()).toEqual(before);
    await trust.click();
    await expect(on.window.dialogs).toHaveCount(0);
  });
});

test.describe('The CA of a server', () => {
  const openEdit = async (on: ShownPage) => {
    await fromMenu('Business centre', 'Edit…')(on);
    await on.window.choose('Certificate', 'Custom CA');
  };

  test('is chosen from a file', async ({ show }) => {
    const on = await show();
    await openEdit(on);
    const { dialog } = on.window;
    await expect(dialog.getByText('No CA certificate selected.')).toBeVisible();
    await on.window.button('Choose a file…', dialog).click();
    await expect(dialog.getByText('CA fingerprint (SHA-256)')).toBeVisible();
    await on.window.button('Save', dialog).click();
    await expect(on.window.dialogs).toHaveCount(0);
    expect(await on.asked('editProfile')).toMatchObject([{ choice: { trust: { mode: 'ca' } } }]);
  });

  test('stays when another file cannot be used', async ({ show }) => {
    const on = await show();
    await openEdit(on);
    const { dialog } = on.window;
    await on.window.button('Choose a file…', dialog).click();
    await expect(dialog.getByText('CA fingerprint (SHA-256)')).toBeVisible();
    await on.answer('chooseAuthority', { ok: false, problem: noAuthority });
    await on.window.button('Choose another file…', dialog).click();
    await expect(dialog.getByText(/A private key should never leave the server/)).toBeVisible();
    await expect(dialog.getByText('CA fingerprint (SHA-256)')).toBeVisible();
  });
});
