import { expect, type Locator } from '@playwright/test';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { byKey, fromMenu, fromSettings, tool } from './opening.ts';

const passphrase = 'seven calm cranes';
const closed = {
  kind: 'memory-only',
  reason: 'passphrase-needed',
  passphrase: true,
  sealedBy: null,
  missing: 'gnome-keyring',
} as const;

/** Everything that asks for a secret, and the labels of its fields. */
const forms: readonly {
  readonly name: string;
  readonly main?: PageMain;
  readonly open: (on: ShownPage) => Promise<void>;
  readonly fields: readonly string[];
}[] = [
  { name: 'adding a server', open: byKey('Control+n'), fields: ['Password'] },
  {
    name: 'logging in',
    open: async (on) => {
      await fromMenu('Training room', 'Log in')(on);
      await on.window.button('Use a face verification token').click();
    },
    fields: ['Password', 'Face verification token'],
  },
  { name: 'logging in to several', open: tool('bulk log-in'), fields: ['Password'] },
  {
    name: 'setting a passphrase',
    open: fromSettings('Vault & lock', 'Set a passphrase…'),
    fields: ['Passphrase', 'Repeat passphrase'],
  },
  {
    name: 'changing the passphrase',
    main: { passphrase, state: { storage: { kind: 'sealed', by: 'gnome-keyring', passphrase: true } } },
    open: fromSettings('Vault & lock', 'Change passphrase…'),
    fields: ['Current passphrase', 'New passphrase', 'New passphrase again'],
  },
  {
    name: 'backing up',
    open: fromSettings('Import & export', 'Back up…'),
    fields: ['Passphrase', 'Repeat passphrase'],
  },
  {
    name: 'opening the vault',
    main: { passphrase, state: { storage: closed } },
    open: async ({ window }) => window.button('Enter passphrase…').first().click(),
    fields: ['Passphrase'],
  },
  {
    name: 'the lock',
    main: {
      passphrase,
      state: { lock: { kind: 'locked', reason: 'asked', keyring: null, passphrase: true } },
    },
    open: async () => undefined,
    fields: ['Passphrase'],
  },
];

const eyeOf = (field: Locator) => field.locator('..').getByRole('button', { name: /^Show / });

/** Presses a key in a field as with this state of Caps Lock, which a test cannot switch. */
const pressWith = (field: Locator, capsLock: boolean) =>
  field.evaluate(
    (element, modifierCapsLock) =>
      void element.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, modifierCapsLock })),
    capsLock,
  );

test.describe('A field for a secret', () => {
  for (const { name, main, open, fields } of forms)
    test(`shows what is typed and warns of Caps Lock: ${name}`, async ({ show }) => {
      const on = await show(main);
      await open(on);
      await expect(on.page.locator('input[type=password]:visible')).toHaveCount(fields.length);
      for (const label of fields) {
        const field = on.page.getByLabel(label, { exact: true });
        const eye = eyeOf(field);
        await field.fill('blue heron');
        await expect(field).toHaveAttribute('type', 'password');
        await eye.click();
        await expect(eye).toHaveAttribute('aria-pressed', 'true');
        await expect(field).toHaveAttribute('type', 'text');
        await expect(field).toHaveAttribute('autocomplete', /password|off/);
        await expect(field).toHaveAttribute('spellcheck', 'false');
        await expect(field).toHaveValue('blue heron');
        await expect(field, 'the focus stays in the field').toBeFocused();
        await on.page.keyboard.press('Alt+F8');
        await expect(field).toHaveAttribute('type', 'password');

        await expect(on.page.getByText('Caps Lock').first()).toBeHidden();
        await pressWith(field, true);
        await expect(on.page.getByText('Caps Lock').first()).toBeVisible();
        await expect(field).toHaveAccessibleDescription(/Caps Lock$/);
        await pressWith(field, false);
        await expect(on.page.getByText('Caps Lock').first()).toBeHidden();
      }
    });

  test('is not left with Tab for its button, which a typed space would press', async ({ show }) => {
    const { page, window } = await show();
    await fromSettings('Vault & lock', 'Set a passphrase…')({ page, window } as ShownPage);
    await page.keyboard.type(passphrase);
    await page.keyboard.press('Tab');
    await expect(window.field('Repeat passphrase')).toBeFocused();
  });

  test('hides what was shown when it is sent, and when the window is left', async ({ show }) => {
    const on = await show();
    await fromMenu('Training room', 'Log in')(on);
    await on.answer('login', {
      ok: false,
      problem: {
        code: 'wrong-password',
        userName: 'trainer',
        host: '10.0.9.4',
        status: 401,
        serverCode: 'UNAUTHORIZED',
        desc: null,
      },
    });
    const field = on.window.field('Password');
    await field.fill('blue heron');
    await on.page.keyboard.press('Alt+F8');
    await expect(field).toHaveAttribute('type', 'text');
    await on.page.keyboard.press('Enter');
    await expect(field).toHaveAttribute('type', 'password');
    await expect(field).toHaveValue('');
    await expect(field).toHaveAccessibleDescription(/^Wrong user name or password/);

    await field.fill('grey heron');
    await on.page.keyboard.press('Alt+F8');
    await expect(field).toHaveAttribute('type', 'text');
    await on.page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await expect(field).toHaveAttribute('type', 'password');
    await expect(field).toHaveValue('grey heron');
  });
});

test.describe('A checkbox', () => {
  test('looks ticked only if it is, also in dark and forced colors', async ({ show }) => {
    const { page, window } = await show();
    await page.keyboard.press('Control+n');
    const box = window.dialog.getByRole('checkbox', { name: 'Remember password' });
    const look = () =>
      box.evaluate((one) => {
        const { backgroundColor, borderColor } = getComputedStyle(one);
        return { backgroundColor, borderColor, mark: getComputedStyle(one, '::before').content };
      });
    for (const media of [
      { colorScheme: 'light' },
      { colorScheme: 'dark' },
      { forcedColors: 'active' },
    ] as const) {
      await page.emulateMedia(media);
      await box.uncheck();
      const off = await look();
      await box.check();
      const on = await look();
      expect(off.mark).toBe('none');
      expect(on.mark).not.toBe('none');
      expect(off.borderColor).not.toBe(off.backgroundColor);
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  });
});
