import { expect } from '@playwright/test';
import { test as base } from '../../support/app/shared-app.ts';
import { type ForeignServer, startForeignServer } from '../../support/servers/foreign-server.ts';

const test = base.extend<{ readonly foreign: ForeignServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  foreign: async ({}, use) => {
    const server = await startForeignServer();
    await use(server);
    await server.close();
  },
});

test.describe('a server with an independent implementation', () => {
  test('is added, logged in to, checked and copied from, and a failed log-out is reported', async ({
    window,
    foreign,
    otherProgram,
  }) => {
    const { origin, requests, user } = foreign;
    await window.openAddServer();
    await window.field('Server address').fill(origin);
    await expect(window.probe).toContainText('This looks like FindFace, but the log-in method is unknown.');
    expect(requests.filter(({ authorization }) => authorization !== null)).toEqual([]);
    expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);

    await window.more.click();
    await window.field('Name').fill('Port');
    await window.field('User name').fill(user.name);
    await window.field('Password').fill(user.password);
    await window.button('Log in', window.dialog).click();
    await expect(window.row('Port')).toHaveAccessibleName(/^Port, dispatcher, accepted, (29|30) days/);
    await expect(window.details).toContainText('Night dispatcher');

    const checks = () => requests.filter(({ path, authorization }) => path === '/users/me/' && authorization);
    await window.chooseFromMenu('Port', 'Check now');
    await expect.poll(() => checks().length).toBe(1);
    await expect(window.row('Port')).toHaveAccessibleName(/accepted/);

    await window.button('Copy header', window.row('Port')).click();
    await expect(window.clipboard).toContainText('Header copied');
    const [check] = checks();
    await expect.poll(() => otherProgram.paste()).toBe(`Authorization: ${check?.authorization}`);

    await window.chooseFromMenu('Port', 'Log out');
    await expect(window.page.getByRole('alert')).toContainText('Log-out not confirmed');
    await expect(window.row('Port')).toHaveAccessibleName(/log-out pending, token until/);
  });
});
