import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/shared-app.ts';

test.describe('adding a server', () => {
  test('logs in and shows who it is and for how long', async ({ window, server }) => {
    await window.addAndLogIn({
      address: server.base,
      name: 'Airport T2',
      userName: operator.name,
      password: operator.password,
      tags: 'airport, north',
      environment: 'Production',
    });

    await expect(window.dialog).toHaveCount(0);
    await expect(window.row('Airport T2')).toHaveAccessibleName(
      /^Airport T2, ivanov, accepted, (179|180) days left/i,
    );
    await expect(window.row('Airport T2')).toContainText('Production');
    await expect(window.details).toContainText(operator.realName);
    await expect(window.details).toContainText(/Dossiers\s*view/);
    await expect(window.details.getByTitle('ffsecurity.view_humancard')).toBeVisible();
    await expect(window.details).toContainText(/[0-9a-f]{4} ?[0-9a-f]{4}/);
    expect(server.count('POST /auth/login/')).toBe(1);
  });

  test('takes the address of any page of the web interface', async ({ window, server }) => {
    const pasted = `  ${server.origin}/#/cameras?token=1  `;
    await window.addAndLogIn({ address: pasted, userName: operator.name, password: operator.password });
    await expect(window.row(new URL(server.origin).host)).toHaveAccessibleName(/accepted/i);
  });

  test('finds the API under its base path', async ({ window, serve }) => {
    const server = await serve({ switches: { prefix: '/api' } });
    await window.addAndLogIn({
      address: server.base,
      name: 'Depot',
      userName: operator.name,
      password: operator.password,
    });
    await expect(window.row('Depot')).toHaveAccessibleName(/accepted/i);
  });

  test('without logging in sends no server a user name or a password', async ({ window, server }) => {
    await window.addOnly({ address: server.base, name: 'Training room', userName: 'guard2' });
    await expect(window.row('Training room')).toHaveAccessibleName(/^Training room, guard2, logged out/i);
    expect(server.requests.filter(({ headers }) => 'authorization' in headers)).toEqual([]);
    expect(server.count('POST /auth/login/')).toBe(0);
  });

  test('names the field that cannot be used and keeps what was typed', async ({ window }) => {
    await window.fillInServer({ address: 'ftp://10.0.4.7', name: 'Airport', userName: 'ivanov' });
    await window.button('Save without logging in', window.dialog).click();
    await expect(window.field('Server address')).toBeFocused();
    await expect(window.field('Server address')).toHaveAccessibleDescription(/ftp/);
    await expect(window.field('Name')).toHaveValue('Airport');
    await expect(window.row('Airport')).toHaveCount(0);
  });

  test('with a wrong password says so and adds nothing, until the next try adds it once', async ({
    window,
    server,
  }) => {
    await window.addAndLogIn({
      address: server.base,
      name: 'Metro',
      userName: operator.name,
      password: 'not the password',
    });
    await expect(window.dialog).toContainText('Wrong user name or password');
    await expect(window.field('User name')).toHaveValue(operator.name);
    await expect(window.field('Password')).toBeFocused();
    await expect(window.field('Password')).toHaveValue('');
    await expect(window.row('Metro')).toHaveCount(0);

    await window.field('Password').fill(operator.password);
    await window.page.keyboard.press('Enter');
    await expect(window.dialog).toHaveCount(0);
    await expect(window.row('Metro')).toHaveCount(1);
    await expect(window.row('Metro')).toHaveAccessibleName(/accepted/i);
    expect(server.count('POST /auth/login/')).toBe(2);
  });
});
