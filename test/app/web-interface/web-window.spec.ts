import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { test } from '../../support/app/app.ts';
import { addServers } from '../../support/app/logged-in.ts';
import { findBoxOf, openWebWindow, pressInView, viewOf, webTitles } from '../../support/app/web-windows.ts';

test.describe('the web interface of a server', () => {
  test('opens by its key, logged in as the user of the profile', async ({ app, server }) => {
    await addServers(app.page, server, [{ name: 'Airport T2', environment: 'production' }]);
    await app.window.row('Airport T2').click();
    await app.page.keyboard.press('Control+O');
    await expect.poll(() => webTitles(app)).toEqual([`Airport T2 – ${operator.name} – Production`]);
    const view = await viewOf(app, server.origin);
    await expect(view.getByText(`Logged in as ${operator.name}`)).toBeVisible();
  });

  test('has the buttons and the session in the row above it', async ({ app, server }) => {
    const ids = await addServers(app.page, server, [{ name: 'Depot', environment: 'test' }]);
    const { view, row } = await openWebWindow(app, ids.get('Depot') ?? never(), server.origin);
    await expect(view.getByText('Logged in as')).toBeVisible();
    await expect(row.getByRole('status')).toHaveText(/accepted180 days left/);
    for (const name of ['Back', 'Forward', 'Reload', 'Find in page', 'Zoom in', 'Zoom out', 'More'])
      await expect(row.getByRole('button', { name, exact: true })).toBeVisible();
    await row.getByRole('button', { name: 'Zoom in' }).click();
    await expect(row.getByRole('button', { name: 'Actual size' })).toHaveText('110%');
    await pressInView(app, server.origin, 'F', 'control');
    const box = await findBoxOf(app);
    await box.getByRole('searchbox').fill('gate');
    await expect(box.getByRole('status')).toHaveText('1 of 7');
    await box.keyboard.press('Enter');
    await expect(box.getByRole('status')).toHaveText('2 of 7');
    await box.getByRole('button', { name: 'Close search' }).click();
    await expect(row.getByRole('button', { name: 'Find in page' })).toHaveAttribute('aria-pressed', 'false');
  });

  test('finds what is typed before the search is there', async ({ app, server }) => {
    const ids = await addServers(app.page, server, [{ name: 'Depot' }]);
    const { view } = await openWebWindow(app, ids.get('Depot') ?? never(), server.origin);
    await expect(view.getByText('Logged in as')).toBeVisible();
    await app.electron.evaluate(({ webContents }, origin) => {
      const page = webContents.getAllWebContents().find((one) => one.getURL().startsWith(`${origin}/`));
      page?.sendInputEvent({ type: 'keyDown', keyCode: 'F', modifiers: ['control'] });
      for (const keyCode of ['g', 'a', 'x', 'Backspace', 't', 'e'])
        page?.sendInputEvent({ type: 'keyDown', keyCode });
    }, server.origin);
    const box = await findBoxOf(app);
    await expect(box.getByRole('searchbox')).toHaveValue('gate');
    await expect(box.getByRole('status')).toHaveText('1 of 7');
  });

  test('says when the person logs out in it, in the row and in the list', async ({ app, server }) => {
    const ids = await addServers(app.page, server, [{ name: 'Depot' }]);
    const { view, row } = await openWebWindow(app, ids.get('Depot') ?? never(), server.origin);
    await view.getByRole('button', { name: 'Log out' }).click();
    await expect(app.window.row('Depot')).toHaveAccessibleName(/logged out/i);
    await expect(row.getByRole('status')).toHaveText(/logged out/);
    await row.getByRole('button', { name: 'Log in again' }).click();
    await app.window.field('Password').fill(operator.password);
    await app.window.button('Log in', app.window.dialog).click();
    await expect(view.getByText(`Logged in as ${operator.name}`)).toBeVisible();
    await expect(row.getByRole('status')).toHaveText(/accepted/);
  });

  test('that asks to log in all the same says so, with the other ways beside it', async ({ app, server }) => {
    const undo = server.rewrite('GET /', (answer) => ({
      ...answer,
      body: Buffer.from('<title>Other</title><h1>Log in</h1><script>location.hash = "#/login"</script>'),
    }));
    const ids = await addServers(app.page, server, [{ name: 'Depot' }]);
    const { row } = await openWebWindow(app, ids.get('Depot') ?? never(), server.origin);
    await expect(row.getByRole('status')).toHaveText('The page asks to log in');
    await expect(row.getByRole('button', { name: 'Copy header' })).toBeVisible();
    undo();
    await row.getByRole('button', { name: 'Open API docs' }).click();
    await expect.poll(() => webTitles(app)).toHaveLength(2);
  });

  test('closes at a lock, and with the app', async ({ app, server }) => {
    const ids = await addServers(app.page, server, [{ name: 'Depot' }]);
    const { view } = await openWebWindow(app, ids.get('Depot') ?? never(), server.origin);
    await view.evaluate(() => {
      addEventListener('beforeunload', (event) => event.preventDefault());
    });
    await app.page.evaluate(() => window.bridge.lock());
    await expect.poll(() => webTitles(app)).toEqual([]);
    // The lock reloads the page.
    await expect(async () => {
      const unlocked = await app.page.evaluate(() => window.bridge.unlock({ passphrase: null }));
      expect(unlocked).toMatchObject({ ok: true });
    }).toPass();
    await openWebWindow(app, ids.get('Depot') ?? never(), server.origin);
    const gone = app.electron.waitForEvent('close');
    await app.page.evaluate(() => window.bridge.closeWindow()).catch(() => undefined);
    await gone;
  });
});

function never(): never {
  throw new Error('There is no such profile');
}
