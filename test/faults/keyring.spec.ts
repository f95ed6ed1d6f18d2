import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { operator } from '../emulator/default-users.ts';
import type { Emulator } from '../emulator/emulator.ts';
import { type RunningApp, test } from '../support/app/app.ts';

const passphrase = 'seven calm cranes';

async function logIn({ window }: RunningApp, server: Emulator, name: string): Promise<void> {
  const { password } = operator;
  await window.addAndLogIn({ address: server.base, name, userName: operator.name, password });
  await expect(window.row(name)).toHaveAccessibleName(/accepted/i);
}

function setPassphrase({ page }: RunningApp) {
  return page.evaluate(
    (text) => window.bridge.setPassphrase({ passphrase: text, current: null }),
    passphrase,
  );
}

function storageOf({ page }: RunningApp) {
  return page.evaluate(async () => JSON.parse(await window.bridge.readState()).storage);
}

test.describe('the real keyring', () => {
  test('still opens the tokens after a restart', { tag: ['@row-96'] }, async ({
    launch,
    server,
    keyring,
  }) => {
    const first = await launch();
    await logIn(first, server, 'Airport');
    await first.close();
    await keyring.restart();
    const second = await launch();
    await expect(second.window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await expect.poll(() => storageOf(second)).toMatchObject({ kind: 'sealed', by: 'gnome-keyring' });
  });

  test('emptied between two starts costs no profile, and the passphrase restores the tokens', {
    tag: ['@row-97'],
  }, async ({ launch, server, keyring, otherProgram }) => {
    const first = await launch();
    for (const name of ['Airport', 'Harbour', 'Station']) await logIn(first, server, name);
    expect(await setPassphrase(first)).toMatchObject({ ok: true });
    await first.close();
    await keyring.empty();

    const second = await launch();
    for (const name of ['Airport', 'Harbour', 'Station'])
      await expect(second.window.row(name)).toHaveAccessibleName(/can’t decrypt token/i);
    await expect.poll(() => storageOf(second)).toMatchObject({ reason: 'keyring-lost', passphrase: true });
    await second.window.button('Enter passphrase…').click();
    await second.window.field('Passphrase').fill(passphrase);
    await second.page.keyboard.press('Enter');
    for (const name of ['Airport', 'Harbour', 'Station'])
      await expect(second.window.row(name)).toHaveAccessibleName(/accepted/i);
    await second.window.button('Copy header', second.window.row('Harbour')).click();
    await expect.poll(() => otherProgram.paste()).toMatch(/^Authorization: Token /);
    await second.close();

    const third = await launch();
    await expect(third.window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await expect
      .poll(() => storageOf(third), 'the new keyring keeps the key from now on')
      .toMatchObject({ kind: 'sealed', by: 'gnome-keyring', passphrase: true });
  });

  test('that is missing closes the vault, is not replaced by a weak one, and costs nothing', {
    tag: ['@row-99'],
  }, async ({ launch, server, dataFolder }) => {
    const first = await launch();
    await logIn(first, server, 'Airport');
    expect(await setPassphrase(first)).toMatchObject({ ok: true });
    await first.close();
    const slots = await slotsIn(dataFolder);
    const kdf = expect.objectContaining({ name: 'scrypt', N: 2 ** 17, r: 8, p: 1 });
    expect(slots, 'a passphrase is as hard to try out as promised').toContainEqual(
      expect.objectContaining({ type: 'pass', kdf }),
    );

    const bare = { DBUS_SESSION_BUS_ADDRESS: undefined, XDG_CURRENT_DESKTOP: undefined };
    const second = await launch({ env: bare, args: ['--password-store=basic'] });
    await expect.poll(() => storageOf(second)).toMatchObject({ kind: 'memory-only', passphrase: true });
    await second.window.button('Enter passphrase…').click();
    await second.window.field('Passphrase').fill(passphrase);
    await second.page.keyboard.press('Enter');
    await expect(second.window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await logIn(second, server, 'Harbour');
    await second.close();
    expect(await slotsIn(dataFolder), 'nothing weaker was written').toEqual(slots);

    const third = await launch();
    for (const name of ['Airport', 'Harbour'])
      await expect(third.window.row(name)).toHaveAccessibleName(/accepted/i);
  });
});

async function slotsIn(folder: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, 'vault.json'), 'utf8')).slots;
}
