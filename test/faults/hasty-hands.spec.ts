import { expect } from '@playwright/test';
import { operator } from '../emulator/default-users.ts';
import { test } from '../support/app/app.ts';

const logins = 'POST /auth/login/';

test.describe('repeated input', () => {
  test('sends one request for twenty times Enter, a double click or Escape in between', {
    tag: ['@row-170'],
  }, async ({ window, server, serve }) => {
    const { page } = window;
    const enter = async (times: number) => {
      for (let time = 0; time < times; time += 1) await page.keyboard.press('Enter');
    };
    server.switches.only('/auth/login/', { hang: true });
    await window.fillInServer({
      ...{ address: server.base, name: 'Airport', userName: operator.name, password: operator.password },
    });
    await window.field('Password').press('Enter');
    await enter(19);
    await expect.poll(() => server.count(logins)).toBe(1);
    await expect(async () => {
      await page.keyboard.press('Escape');
      await expect(window.dialog).toHaveCount(0, { timeout: 500 });
    }).toPass();
    await expect(window.row('Airport')).toHaveCount(0);
    expect(server.count(logins)).toBe(1);

    server.switches.reset();
    await window.addOnly({ address: server.base, name: 'Airport', userName: operator.name });
    server.switches.only('/auth/login/', { delayMs: 300 });
    await window.button('Log in', window.row('Airport')).dblclick();
    await expect(window.dialogs).toHaveCount(1);
    await window.field('Password').fill(operator.password);
    await window.button('Log in', window.dialog).dblclick();
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/);
    await expect(window.dialog).toHaveCount(0);
    expect(server.count(logins)).toBe(2);

    // Copying sends nothing, however often.
    await window.row('Airport').click();
    await enter(20);
    await expect(window.clipboard).toContainText('Header copied');
    expect(server.count(logins)).toBe(2);

    const other = await serve({ switches: { activeDirectory: false } });
    other.switches.only('/auth/login/', { delayMs: 300 });
    await window.addOnly({ address: other.base, name: 'Harbour', userName: operator.name });
    await window.openTool('bulk log-in');
    await window.field('Password').fill(operator.password);
    await window.field('Password').press('Enter');
    await enter(19);
    await expect(window.row('Harbour')).toHaveAccessibleName(/accepted/);
    expect(other.count(logins)).toBe(1);
    expect(server.count(logins)).toBe(2);
  });
});
