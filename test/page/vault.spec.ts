import { expect } from '@playwright/test';
import type { Problem } from '../../contract/core/problem.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { testDialogs } from './dialog-case.ts';
import { byKey, filling, fromSettings } from './opening.ts';

const passphrase = 'seven calm cranes';
const notSaved: Problem = { code: 'not-saved', file: 'vault.json', reason: 'read-only' };
const wrong: Problem = { code: 'current-passphrase-wrong' };
const wrongText = 'The current passphrase is wrong. Nothing was changed.';
const withPassphrase: PageMain = {
  passphrase,
  state: { storage: { kind: 'sealed', by: 'gnome-keyring', passphrase: true } },
};
const closed: PageMain = {
  passphrase,
  state: {
    storage: {
      kind: 'memory-only',
      reason: 'passphrase-needed',
      passphrase: true,
      sealedBy: null,
      missing: 'gnome-keyring',
    },
  },
};

const openKeyringSwitch = async ({ page, window }: ShownPage) => {
  await window.openSettings('Vault & lock');
  // The input of the switch is covered by its picture.
  await page.getByRole('switch', { name: /^Unlock automatically/ }).focus();
  await page.keyboard.press('Space');
};

testDialogs([
  {
    name: 'Set a passphrase',
    of: 'vault/set-passphrase-dialog.tsx',
    open: fromSettings('Vault & lock', 'Set a passphrase…'),
    focus: ['password', 'Passphrase'],
    below: 1,
    mistakes: [
      {
        what: 'two passphrases',
        fill: filling({ Passphrase: passphrase, 'Repeat passphrase': 'seven calm cranes!' }),
        field: 'Repeat passphrase',
        says: 'Passphrases don’t match.',
      },
    ],
    sends: {
      call: 'setPassphrase',
      fill: filling({ Passphrase: passphrase, 'Repeat passphrase': passphrase }),
      button: 'Set passphrase',
      byEnter: true,
      request: { passphrase, current: null },
      refusals: [
        { problem: { code: 'passphrase-too-short', shortest: 8 }, says: /8/, field: 'Passphrase' },
        { problem: notSaved, says: 'The disk is read-only.' },
      ],
    },
  },
  {
    name: 'Change the passphrase',
    of: 'vault/set-passphrase-dialog.tsx',
    main: withPassphrase,
    open: fromSettings('Vault & lock', 'Change passphrase…'),
    focus: ['password', 'Current passphrase'],
    below: 1,
    sends: {
      call: 'setPassphrase',
      fill: filling({
        'Current passphrase': passphrase,
        'New passphrase': 'eight calm cranes',
        'New passphrase again': 'eight calm cranes',
      }),
      button: 'Change passphrase',
      request: { passphrase: 'eight calm cranes', current: passphrase },
      refusals: [{ problem: wrong, says: wrongText, field: 'Current passphrase' }],
    },
  },
  {
    name: 'Remove the passphrase?',
    of: 'vault/current-passphrase-dialog.tsx',
    main: withPassphrase,
    open: fromSettings('Vault & lock', 'Remove passphrase…'),
    focus: ['password', 'Current passphrase'],
    below: 1,
    sends: {
      call: 'removePassphrase',
      fill: filling({ 'Current passphrase': passphrase }),
      button: 'Remove passphrase',
      busy: 'One moment…',
      byEnter: true,
      request: { current: passphrase },
      refusals: [
        { problem: wrong, says: wrongText, field: 'Current passphrase' },
        { problem: { code: 'last-way-in' }, says: 'Nothing else unlocks the vault.' },
      ],
    },
  },
  {
    name: 'Rotate encryption key',
    of: 'vault/vault-change-dialog.tsx',
    open: fromSettings('Vault & lock', 'Rotate encryption key…'),
    focus: ['button', 'Cancel'],
    below: 1,
    sends: {
      call: 'rotateKey',
      button: 'Rotate key',
      busy: 'One moment…',
      request: { passphrase: null },
      refusals: [{ problem: { code: 'records-unreadable', count: 3 }, says: /can’t be decrypted: 3/ }],
    },
  },
  {
    name: 'Always require the passphrase',
    of: 'vault/vault-change-dialog.tsx',
    main: withPassphrase,
    open: openKeyringSwitch,
    focus: ['password', 'Current passphrase'],
    below: 1,
    sends: {
      call: 'letKeyringOpen',
      fill: filling({ 'Current passphrase': passphrase }),
      button: 'Turn off',
      busy: 'One moment…',
      byEnter: true,
      request: { on: false, passphrase },
      refusals: [{ problem: wrong, says: wrongText, field: 'Current passphrase' }],
    },
  },
  {
    name: 'Enter the passphrase',
    of: 'lock/unlock-dialog.tsx',
    main: closed,
    open: async ({ window }) => window.button('Enter passphrase…').first().click(),
    focus: ['password', 'Passphrase'],
    sends: {
      call: 'unlock',
      fill: filling({ Passphrase: passphrase }),
      button: 'Unlock',
      busy: 'Unlocking…',
      byEnter: true,
      request: { passphrase },
      refusals: [{ problem: { code: 'passphrase-wrong' }, says: /wrong/i, field: 'Passphrase' }],
    },
  },
  {
    name: 'Unlock automatically',
    of: 'vault/vault-change-dialog.tsx',
    main: { passphrase, state: { storage: { kind: 'sealed', by: null, passphrase: true } } },
    open: openKeyringSwitch,
    focus: ['password', 'Current passphrase'],
    below: 1,
    sends: {
      call: 'letKeyringOpen',
      fill: filling({ 'Current passphrase': passphrase }),
      button: 'Turn on',
      busy: 'One moment…',
      byEnter: true,
      request: { on: true, passphrase },
      refusals: [
        { problem: { code: 'keyring-not-open', reason: 'no-keyring' }, says: /Keyring didn’t unlock/ },
      ],
    },
  },
  {
    name: 'Reset vault?',
    of: 'vault/reset-vault-dialog.tsx',
    main: closed,
    open: async ({ window }) => {
      await window.button('Enter passphrase…').first().click();
      await window.button('Forgot passphrase?', window.dialog).click();
    },
    focus: ['textbox', /^Type .* to confirm$/],
    shows: [/Your servers stay/],
    sends: {
      call: 'replaceVault',
      fill: async ({ window }) => {
        const field = window.dialog.getByRole('textbox');
        const label = await window.dialog.locator('label').innerText();
        await field.fill(label.replace(/^Type (.*) to confirm$/, '$1'));
      },
      button: 'Reset vault',
      byEnter: true,
      refusals: [{ problem: notSaved, says: 'The disk is read-only.' }],
    },
  },
  {
    name: 'Protect your tokens',
    of: 'vault/vault-setup-dialog.tsx',
    main: {
      state: {
        storageAsked: true,
        storage: {
          kind: 'memory-only',
          reason: 'no-keyring',
          passphrase: false,
          sealedBy: null,
          missing: 'any',
        },
      },
    },
    open: async () => undefined,
    focus: ['password', 'Passphrase'],
    shows: [/No system keyring found/],
    mistakes: [
      {
        what: 'two passphrases',
        fill: filling({ Passphrase: passphrase, 'Repeat passphrase': 'other' }),
        field: 'Repeat passphrase',
        says: 'Passphrases don’t match.',
      },
    ],
    sends: {
      call: 'setPassphrase',
      fill: filling({ Passphrase: passphrase, 'Repeat passphrase': passphrase }),
      button: 'Continue',
      byEnter: true,
      request: { passphrase, current: null },
      refusals: [{ problem: notSaved, says: 'The disk is read-only.' }],
    },
  },
  {
    name: 'Lock and lose 1 token?',
    of: 'lock/lock-dialog.tsx',
    open: byKey('Control+l'),
    focus: ['button', 'Cancel'],
    shows: [/It isn’t saved/],
  },
]);

test('Lock and lose 1 token? › has the focus as soon as it is there, also over a form', async ({ show }) => {
  const on = await show();
  await on.window.row('Business centre').click();
  await on.page.keyboard.press('F2');
  await expect(on.window.field('Tags')).toBeVisible();
  await on.window.field('Tags').focus();
  // A busy machine paints late. The page is used by the next test, too.
  const frames = await on.page.evaluateHandle(() => globalThis.window.requestAnimationFrame);
  await on.page.evaluate(() => {
    globalThis.window.requestAnimationFrame = () => 0;
  });
  try {
    await on.page.keyboard.press('Control+l');
    await expect(on.window.dialog).toHaveAccessibleName(/lose 1 token/);
    await on.page.keyboard.press('Enter');
    await expect(on.window.dialogs).toHaveCount(1);
    await expect(on.window.field('Tags')).toBeVisible();
  } finally {
    await on.page.evaluate((request) => {
      globalThis.window.requestAnimationFrame = request;
    }, frames);
  }
});

test.describe('Reset vault?', () => {
  test('names a wrong word at its field', async ({ show }) => {
    const on = await show(closed);
    await on.window.button('Enter passphrase…').first().click();
    await on.window.button('Forgot passphrase?', on.window.dialog).click();
    const field = on.window.dialog.getByRole('textbox');
    await field.fill('no');
    await on.page.keyboard.press('Enter');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(/to reset the vault/);
    await expect(field).toBeFocused();
    expect(await on.asked('replaceVault')).toEqual([]);
  });
});

test('Enter the passphrase › waits after many wrong attempts', async ({ show }) => {
  const on = await show(closed);
  await on.window.button('Enter passphrase…').first().click();
  await on.answer('unlock', { ok: false, problem: { code: 'passphrase-later', seconds: 600 } });
  await filling({ Passphrase: passphrase })(on);
  await on.page.keyboard.press('Enter');
  await expect(on.window.dialog.getByText(/Try again in \d+ s/).first()).toBeVisible();
  await expect(on.window.button('Unlock')).toBeDisabled();
});
