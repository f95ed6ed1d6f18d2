import { expect } from '@playwright/test';
import type { ClientCertificate } from '../../contract/profiles/profile.ts';
import { sampleRows } from '../support/fake-bridge/sample-rows.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';
import { filling, fromMenu } from './opening.ts';

const day = 24 * 3600 * 1000;
const certificate = (daysLeft: number): ClientCertificate => ({
  fingerprint: 'ab'.repeat(32),
  subject: 'CN=ivanov, O=Harbour',
  issuer: 'CN=Harbour Clients',
  validFrom: Date.now() - 300 * day,
  validTo: Date.now() + daysLeft * day,
});

const part = ({ window }: ShownPage) =>
  window.dialog.getByRole('region', { name: 'Client certificate', exact: true });
const choose = async (on: ShownPage) => {
  await fromMenu('Training room', 'Edit…')(on);
  await part(on).getByRole('button', { name: 'Choose a client certificate…' }).click();
};

testDialogs([
  {
    name: 'Open the certificate file',
    of: 'connection/certificate-password-dialog.tsx',
    open: choose,
    focus: ['password', 'Password of the file'],
    shows: [/operator.p12 is protected with a password/],
    below: 1,
    sends: {
      call: 'openClientCertificate',
      fill: filling({ 'Password of the file': 'secret' }),
      button: 'Open',
      byEnter: true,
      request: { password: 'secret' },
      refusals: [
        {
          problem: { code: 'client-certificate-password-wrong' },
          says: 'This password doesn’t open the file.',
          field: 'Password of the file',
        },
        { problem: { code: 'client-certificate-key-missing' }, says: /works only with its private key/ },
      ],
    },
  },
]);

test.describe('The client certificate of a server', () => {
  test('that cannot be saved says so where it is seen', async ({ show }) => {
    const on = await show();
    await on.answer('editProfile', { ok: false, problem: { code: 'client-certificate-not-kept' } });
    await choose(on);
    await filling({ 'Password of the file': 'secret' })(on);
    await on.page.keyboard.press('Enter');
    await expect(part(on)).toContainText('CN=ivanov');
    await part(on).getByRole('button', { name: 'Remove' }).focus();
    await on.window.button('Save', on.window.dialog).click();
    await expect(on.window.dialog.getByRole('alert')).toBeInViewport({ ratio: 1 });
  });

  test('is chosen, shown and saved with the form', async ({ show }) => {
    const on = await show();
    await choose(on);
    await filling({ 'Password of the file': 'secret' })(on);
    await on.page.keyboard.press('Enter');
    await expect(part(on)).toContainText('CN=ivanov');
    await on.window.button('Save', on.window.dialog).click();
    await expect(on.window.dialogs).toHaveCount(0);
    const [saved] = await on.asked('editProfile');
    expect(saved).toMatchObject({ choice: { trust: null, proxy: null, certificate: { mode: 'file' } } });
    await expect.poll(async () => (await on.asked('dropClientCertificate')).length).toBeGreaterThan(0);
  });

  test('that cannot be used is told beside it, and the form stays as it was', async ({ show }) => {
    const problem = { code: 'client-certificate-key-mismatch' } as const;
    const on = await show({ answers: { chooseClientCertificate: { ok: false, problem } } });
    await choose(on);
    await expect(part(on).getByRole('alert')).toContainText('The key doesn’t match');
    await expect(part(on)).toContainText('None.');
  });

  test('that a new server requires is said once after a log-in, with the way to it', async ({ show }) => {
    const problem = { code: 'client-certificate-wanted', host: 'h' } as const;
    const on = await show({ answers: { probe: { ok: false, problem } } });
    await on.page.keyboard.press('Control+N');
    await on.window.field('Server address').fill('h');
    await expect(on.window.probe).toContainText('requires a client certificate');
    await filling({ 'User name': 'ivanov', Password: 'secret' })(on);
    await on.page.keyboard.press('Enter');
    await expect(
      on.window.dialog.getByRole('alert').getByRole('button', { name: 'Save and choose a certificate…' }),
    ).toBeVisible();
    await expect(on.window.probe).not.toContainText('requires a client certificate');
  });

  test('is shown with its end in the form and the details, and is removed', async ({ show }) => {
    const rows = sampleRows(Date.now()).map((row) =>
      row.profile.name === 'Training room'
        ? { ...row, profile: { ...row.profile, clientCertificate: certificate(10) } }
        : row,
    );
    const on = await show({ state: { rows } });
    await on.window.row('Training room').click();
    await expect(on.window.details).toContainText('CN=ivanov, O=Harbour');
    await expect(on.window.details).toContainText(/Expires on/);
    await fromMenu('Training room', 'Edit…')(on);
    await expect(part(on)).toContainText('Issued by CN=Harbour Clients');
    await part(on).getByRole('button', { name: 'Remove' }).click();
    await expect(part(on)).toContainText('None.');
    await on.window.button('Save', on.window.dialog).click();
    const [saved] = await on.asked('editProfile');
    expect(saved).toMatchObject({ choice: { certificate: { mode: 'none' } } });
  });

  for (const [problem, says] of [
    [{ code: 'client-certificate-wanted', host: 'h' }, 'requires a client certificate'],
    [{ code: 'client-certificate-refused', host: 'h', reason: 'unknown-ca' }, 'doesn’t trust the CA'],
  ] as const)
    test(`that is ${problem.code.slice(19)} leads from the log-in to its setting`, async ({ show }) => {
      const on = await show();
      await on.answer('login', { ok: false, problem });
      await fromMenu('Training room', 'Log in')(on);
      await filling({ Password: 'secret' })(on);
      await on.page.keyboard.press('Enter');
      await expect(on.window.dialog.getByRole('alert')).toContainText(says);
      await on.window.button('Choose a client certificate…', on.window.dialog).click();
      await expect(part(on).getByRole('button', { name: 'Choose a client certificate…' })).toBeFocused();
    });
});
