import { expect } from '@playwright/test';
import type { Problem } from '../../contract/core/problem.ts';
import { languages } from '../../contract/settings.ts';
import type { Lock, LockReason } from '../../contract/state.ts';
import { seriousTroubles } from '../support/app/axe.ts';
import type { PageMain } from '../support/page/page-main.ts';
import { type ShownPage, test } from '../support/page/page-test.ts';
import { texts } from '../support/texts.ts';
import { testDialogs } from './dialog-case.ts';

type Locked = Extract<Lock, { readonly kind: 'locked' }>;

const passphrase = 'seven calm cranes';
const locked = (instead: Partial<Locked> = {}): PageMain => ({
  passphrase,
  state: { lock: { kind: 'locked', reason: 'asked', keyring: null, passphrase: true, ...instead } },
});
const byKeyring = locked({ keyring: 'gnome-keyring', passphrase: false });

const field = ({ page }: ShownPage) => page.getByLabel('Passphrase', { exact: true });
const unlock = ({ window }: ShownPage) => window.button('Unlock');

async function refuse(on: ShownPage, problem: Problem): Promise<void> {
  await on.answer('unlock', { ok: false, problem });
  if ((await field(on).count()) > 0) await field(on).fill('five loud geese');
  await unlock(on).click();
}

test.describe('The lock screen', () => {
  test('asks for the passphrase, and sends nothing without one', async ({ show }) => {
    const on = await show(locked());
    await expect(field(on)).toBeFocused();
    await expect(on.page.getByText(/Nothing can be shown without the passphrase/)).toBeVisible();
    await expect(on.window.list).toHaveCount(0);
    expect(await seriousTroubles(on.page, [], 'main')).toEqual([]);
    await on.page.keyboard.press('Enter');
    await expect(field(on)).toBeFocused();
    expect(await on.asked('unlock')).toEqual([]);
  });

  test('asks once while it unlocks, and shows the list', async ({ show }) => {
    const on = await show(locked());
    await on.answer('unlock', 'wait');
    await field(on).fill(passphrase);
    await on.page.keyboard.press('Enter');
    await expect(on.window.button('Unlocking…')).toBeVisible();
    await on.page.keyboard.press('Enter');
    await on.window.button('Unlocking…').click({ force: true });
    expect(await on.asked('unlock')).toEqual([{ passphrase }]);
    await on.release('unlock');
    await expect(on.window.list).toBeVisible();
  });

  test('says at the field that the passphrase is wrong, and takes another', async ({ show }) => {
    const on = await show(locked());
    await refuse(on, { code: 'passphrase-wrong' });
    await expect(field(on)).toHaveAccessibleDescription(/Wrong passphrase/);
    await expect(field(on)).toBeFocused();
    await expect(field(on)).toHaveValue('');
    await expect(unlock(on)).toBeEnabled();
  });

  for (const language of languages)
    test(`keeps its place when the passphrase is wrong, in ${language}`, async ({ show }) => {
      const on = await show({ ...locked(), state: { ...locked().state, language } });
      const { page } = on;
      const { vault } = texts[language];
      await on.answer('unlock', { ok: false, problem: { code: 'passphrase-wrong' } });
      const typed = page.getByLabel(vault.lock.passphrase, { exact: true });
      const button = page.getByRole('button', { name: vault.lock.unlock, exact: true });
      const places = async () => [await typed.boundingBox(), await button.boundingBox()];
      const before = await places();
      await typed.fill('five loud geese');
      await button.click();
      await expect(typed).toHaveAttribute('aria-invalid', 'true');
      expect(await places()).toEqual(before);
    });

  test('waits after many wrong attempts', async ({ show }) => {
    const on = await show(locked());
    await refuse(on, { code: 'passphrase-later', seconds: 600 });
    await expect(on.page.getByText(/Try again in \d+ s/).first()).toBeVisible();
    await expect(unlock(on)).toBeDisabled();
    await field(on).fill(passphrase);
    await on.page.keyboard.press('Enter');
    expect(await on.asked('unlock')).toHaveLength(1);
  });

  test('takes the passphrase again when the waiting time is over', async ({ show }) => {
    const on = await show(locked());
    await refuse(on, { code: 'passphrase-later', seconds: 1 });
    await expect(unlock(on)).toBeEnabled();
    await expect(on.page.getByText(/Try again in/)).toHaveCount(0);
  });

  test('unlocks with the keyring instead of the passphrase', async ({ show }) => {
    const on = await show(locked({ keyring: 'gnome-keyring' }));
    await expect(field(on)).toBeFocused();
    await on.window.button('Unlock with GNOME Keyring').click();
    await expect(on.window.list).toBeVisible();
    expect(await on.asked('unlock')).toEqual([{ passphrase: null }]);
  });

  test('says that the keyring stayed locked, and offers to reset the vault', async ({ show }) => {
    const on = await show(byKeyring);
    await expect(unlock(on)).toBeFocused();
    await expect(on.page.getByText(/The lock only hides the window/)).toBeVisible();
    await refuse(on, { code: 'keyring-not-open', reason: 'keyring-locked' });
    await expect(on.page.getByText('Keyring didn’t unlock')).toBeVisible();
    expect(await seriousTroubles(on.page, [], 'main')).toEqual([]);
    await on.window.button('Reset vault…').click();
    await expect(on.window.dialog).toHaveAccessibleName('Reset vault?');
  });

  const reasons: Readonly<Record<LockReason, RegExp>> = {
    asked: /hidden until you unlock/,
    idle: /inactivity/,
    screen: /with the screen/,
    sleep: /went to sleep/,
    quit: /Enter your passphrase to continue/,
    start: /Enter your passphrase to continue/,
  };
  for (const [reason, says] of Object.entries(reasons))
    test(`says why: ${reason}`, async ({ show }) => {
      const { page } = await show(locked({ reason: reason as LockReason }));
      await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
    });
});

testDialogs([
  {
    name: 'Reset vault?',
    of: 'vault/reset-vault-dialog.tsx',
    when: 'on the lock screen',
    main: locked(),
    open: async ({ window }) => window.button('Forgot passphrase?').click(),
    focus: ['textbox', /^Type .* to confirm$/],
    shows: [/starts over with an empty list/],
  },
]);
