import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test as ownAppTest } from '../../support/app/app.ts';
import { tabTo } from '../../support/app/focus.ts';
import { test } from '../../support/app/shared-app.ts';

const header = /^Authorization: Token [0-9a-f]{64}$/;
const airport = { name: 'Airport', userName: operator.name, password: operator.password };

test.describe('copying a header', () => {
  test('puts exactly the header on the clipboard, and the server accepts it', async ({
    window,
    server,
    otherProgram,
  }) => {
    await window.addAndLogIn({ address: server.base, ...airport });
    await window.button('Copy header', window.row('Airport')).click();
    await expect(window.clipboard).toContainText(/Header copied · Airport · ivanov · clears in (30|29) s/);
    const pasted = await otherProgram.paste();
    expect(pasted).toMatch(header);
    const answer = await fetch(`${server.base}/users/me/`, {
      headers: { authorization: pasted.replace('Authorization: ', '') },
    });
    expect(answer.status).toBe(200);
  });

  test('is cleared by "Clear now"', async ({ window, server, otherProgram }) => {
    await window.addAndLogIn({ address: server.base, ...airport });
    await window.button('Copy header', window.row('Airport')).click();
    await window.button('Clear now').click();
    await expect.poll(() => otherProgram.paste()).toBe('');
    await expect(window.clipboard).not.toContainText('Header copied');
  });

  test('is cleared automatically, but not if something else was copied since', {
    tag: ['@row-153'],
  }, async ({ app, server, otherProgram }) => {
    const { window, page } = app;
    await window.addAndLogIn({ address: server.base, ...airport });
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await page.evaluate(() =>
      globalThis.window.bridge.changeSettings({ settings: { clearAfterSeconds: 10 } }),
    );

    await window.button('Copy header', window.row('Airport')).click();
    await expect.poll(() => otherProgram.paste()).toMatch(header);
    await expect.poll(() => otherProgram.paste(), { timeout: 15_000 }).toBe('');

    await window.button('Copy header', window.row('Airport')).click();
    await otherProgram.copy('a note to self');
    await expect(window.clipboard).not.toContainText('Header copied', { timeout: 15_000 });
    expect(await otherProgram.paste()).toBe('a note to self');
  });

  test('of a rejected session asks first, and then copies if confirmed', async ({
    window,
    server,
    otherProgram,
  }) => {
    await otherProgram.copy('untouched');
    await window.addAndLogIn({ address: server.base, ...airport });
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    server.endSessions(operator.name);
    await window.button('Check all').click();
    await expect(window.row('Airport')).toHaveAccessibleName(/rejected/i);

    await window.row('Airport').click();
    await window.page.keyboard.press('Control+c');
    await expect(window.dialog).toBeVisible();
    expect(await otherProgram.paste()).toBe('untouched');
    await window.button('Copy anyway', window.dialog).click();
    await expect.poll(() => otherProgram.paste()).toMatch(header);
  });

  test('works by keyboard: find the server, press Enter', async ({ app, server, otherProgram }) => {
    const { window, page } = app;
    await window.addAndLogIn({ address: server.base, ...airport });
    await window.addOnly({ address: 'https://10.0.4.9', name: 'Metro', userName: 'op2' });
    await expect(window.row('Metro')).toBeVisible();

    await page.keyboard.press('Control+f');
    await expect(window.search).toBeFocused();
    await page.keyboard.type('airp');
    await expect(window.row('Metro')).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => otherProgram.paste()).toMatch(header);
    await expect(window.clipboard).toContainText('Airport · ivanov');
  });
});

test('adding a server, logging in and copying its header work by keyboard', async ({ app, server }) => {
  const { window, page } = app;
  const { keyboard } = page;
  await keyboard.press('Control+n');
  await expect(window.field('Server address')).toBeFocused();
  await keyboard.type(server.base);
  await keyboard.press('Tab');
  await keyboard.type(operator.name);
  await keyboard.press('Tab');
  await keyboard.type(operator.password);
  await tabTo(page, window.more);
  await keyboard.press('Enter');
  await tabTo(page, window.field('Name'));
  await keyboard.type('Airport');
  await keyboard.press('Enter');
  await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
  await keyboard.press('Control+f');
  await keyboard.press('Enter');
  await expect(window.clipboard).toContainText('Header copied · Airport · ivanov');
});

test.describe('copying a header', () => {
  ownAppTest(
    'is cleared when the computer sleeps, and when the app quits',
    { tag: ['@row-155'] },
    async ({ launch, server, otherProgram }) => {
      const app = await launch();
      await app.window.addAndLogIn({ address: server.base, ...airport });
      await app.window.button('Copy header', app.window.row('Airport')).click();
      await expect.poll(() => otherProgram.paste()).toMatch(header);
      await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
      await expect.poll(() => otherProgram.paste()).toBe('');
      await expect(app.window.clipboard).not.toContainText('Header copied');
      await app.window.button('Copy header', app.window.row('Airport')).click();
      await expect.poll(() => otherProgram.paste()).toMatch(header);
      await app.close();
      expect(await otherProgram.paste()).toBe('');
    },
  );
});
