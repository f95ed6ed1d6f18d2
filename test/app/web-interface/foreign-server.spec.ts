import { expect } from '@playwright/test';
import { test as base } from '../../support/app/app.ts';
import { openWebWindow } from '../../support/app/web-windows.ts';
import { type ForeignServer, startForeignServer } from '../../support/servers/foreign-server.ts';

const test = base.extend<{ readonly foreign: ForeignServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  foreign: async ({}, use) => {
    const server = await startForeignServer();
    await use(server);
    await server.close();
  },
});

test('the pages of a server with an independent implementation open logged in', async ({ app, foreign }) => {
  const { origin, user, requests } = foreign;
  await app.window.addAndLogIn({
    address: origin,
    name: 'Port',
    userName: user.name,
    password: user.password,
  });
  await expect(app.window.row('Port')).toHaveAccessibleName(/^Port, dispatcher, accepted/);
  const profileId = await app.page.evaluate(
    async () => JSON.parse(await window.bridge.readState()).rows[0].profile.id,
  );

  const pages = await openWebWindow(app, profileId, origin);
  await expect(pages.view.getByRole('heading')).toHaveText('Night dispatcher');
  await expect(pages.row.getByRole('status')).toContainText('accepted');

  const docs = await openWebWindow(app, profileId, origin, 'api-docs');
  await docs.view.getByRole('button', { name: 'Try' }).click();
  await expect(docs.view.locator('output')).toHaveText('200 dispatcher');
  expect(await docs.view.evaluate(() => [Object.keys(localStorage), document.cookie])).toEqual([[], '']);

  const checks = () =>
    requests.filter(({ path, authorization }) => path === '/users/me/' && authorization).length;
  const before = checks();
  await pages.view.getByRole('button', { name: 'Sign out' }).click();
  await expect(pages.view.getByRole('heading')).toHaveText('Sign in');
  // This server ends no session, so the app says what its own check says.
  await expect.poll(checks).toBeGreaterThan(before);
  await expect(app.window.row('Port')).toHaveAccessibleName(/accepted/);
  await expect(pages.row.getByRole('status')).toHaveText('The page asks to log in');
});
