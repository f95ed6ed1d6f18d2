import { expect } from '@playwright/test';
import { operator } from '../emulator/default-users.ts';
import { test } from '../support/app.ts';

test('the packaged app logs in, copies a header and remembers', async ({ launch, server, otherProgram }) => {
  const first = await launch({ packaged: true });
  expect(await first.electron.evaluate(({ app }) => [app.isPackaged, app.getName()])).toEqual([
    true,
    'FindFace Session Manager',
  ]);
  await first.window.addAndLogIn({
    address: server.base,
    name: 'Airport',
    userName: operator.name,
    password: operator.password,
  });
  await first.window.button('Copy header', first.window.row('Airport')).click();
  await expect.poll(() => otherProgram.paste()).toMatch(/^Authorization: Token [0-9a-f]{64}$/);
  await first.close();

  const second = await launch({ packaged: true });
  await expect(second.window.row('Airport')).toHaveAccessibleName(/accepted/i);
});
