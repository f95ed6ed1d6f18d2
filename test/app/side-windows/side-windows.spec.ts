import { expect, type Page } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import { type RunningApp, test } from '../../support/app/app.ts';
import { answerQuestions, askedQuestions } from '../../support/app/native-questions.ts';
import { test as trayTest } from '../../support/tray/tray-test.ts';

const airport = { name: 'Airport', userName: operator.name, password: operator.password };

/** Opens the details of a server in a window of their own. */
async function openDetails({ electron, window }: RunningApp, name: string): Promise<Page> {
  const opened = electron.waitForEvent('window');
  await window.row(name).click();
  await window.row(name).press('Shift+F4');
  const side = await opened;
  await side.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  return side;
}

/** Asks for its window to be closed, which may be gone before the page has the answer. */
const closeWindow = async (page: Page): Promise<void> => {
  await page.evaluate(() => window.bridge.closeWindow()).catch(() => undefined);
};

/** The titles of the windows that are on the screen. */
const shownTitles = ({ electron }: RunningApp): Promise<readonly string[]> =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.isVisible())
      .map((window) => window.getTitle())
      .sort(),
  );

/** The kinds of the windows that are on the screen. */
const shownWindows = ({ electron }: RunningApp): Promise<readonly string[]> =>
  electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.isVisible())
      .map(({ webContents }) => (new URL(webContents.getURL()).search === '' ? 'main' : 'side'))
      .sort(),
  );

const state = (page: Page): Promise<{ revision: number; rows: readonly unknown[] }> =>
  page.evaluate(async () => JSON.parse(await window.bridge.readState()));

test.describe('the details of a server in a window of their own', () => {
  test('show each change as the main window does, and what is done there is done once', async ({
    app,
    server,
    otherProgram,
  }) => {
    await app.window.addAndLogIn({ address: server.base, ...airport });
    const side = await openDetails(app, 'Airport');
    await expect(side.getByRole('heading', { name: 'Airport' })).toBeVisible();
    await expect.poll(() => shownTitles(app)).toHaveLength(2);
    expect(new Set(await shownTitles(app)).size, 'both have the title of the server').toBe(1);

    await side.getByRole('button', { name: 'Copy header' }).click();
    await expect.poll(() => otherProgram.paste()).toMatch(/^Authorization: Token [0-9a-f]{64}$/);
    for (const page of [app.page, side])
      await expect(page.getByRole('status', { name: 'Clipboard' })).toContainText('Airport');

    await side.keyboard.press('F2');
    await side.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Harbour');
    await expect(app.page.getByRole('dialog')).toHaveCount(0);
    await side.keyboard.press('Enter');
    await expect(side.getByRole('dialog')).toHaveCount(0);
    await expect(side.getByRole('heading', { name: 'Harbour' })).toBeVisible();
    await expect(app.window.row('Harbour')).toBeVisible();

    await app.window.row('Harbour').click();
    await app.page.keyboard.press('Shift+F4');
    await app.page.keyboard.press('Control+Shift+L');
    await expect(side.getByText('Logged out').first()).toBeVisible();
    expect(app.electron.windows(), 'the window there is was shown').toHaveLength(2);
  });

  test('are locked and unlocked with all windows, and know nothing meanwhile', async ({ app, server }) => {
    await app.window.addAndLogIn({ address: server.base, ...airport });
    const side = await openDetails(app, 'Airport');
    await side.keyboard.press('Control+L');
    for (const page of [app.page, side]) {
      await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
      expect(await page.content()).not.toContain('Airport');
      expect((await state(page)).rows).toEqual([]);
    }
    await expect.poll(() => shownTitles(app)).toEqual(Array(2).fill('FindFace Session Manager'));
    await side.getByRole('button', { name: 'Unlock' }).click();
    await expect(side.getByRole('heading', { name: 'Airport' })).toBeVisible();
    await expect(app.window.row('Airport')).toHaveAccessibleName(/accepted/i);
  });

  test('have the questions of main that they led to, whichever window has the focus', async ({
    app,
    server,
  }) => {
    await app.window.addAndLogIn({ address: server.base, environment: 'Production', ...airport });
    await expect(app.window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await app.page.evaluate(() => window.bridge.changeSettings({ settings: { confirmProduction: true } }));
    const side = await openDetails(app, 'Airport');
    await expect.poll(() => shownTitles(app)).toHaveLength(2);
    const parents = await app.electron.evaluateHandle(({ BrowserWindow, dialog }) => {
      const urls: string[] = [];
      dialog.showMessageBox = (async (parent: Electron.BrowserWindow) => {
        urls.push(parent.webContents.getURL());
        return { response: 1, checkboxChecked: false };
      }) as unknown as typeof dialog.showMessageBox;
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => !webContents.getURL().includes('?'))
        ?.focus();
      return urls;
    });
    for (const page of [side, app.page])
      await page.evaluate(async () => {
        const profileId = JSON.parse(await window.bridge.readState()).rows[0].profile.id;
        await window.bridge.openWebPage({ profileId, page: 'interface' });
      });
    expect(await parents.jsonValue()).toEqual([side.url(), app.page.url()]);
  });

  test('hide names by the key of presentation mode, as all windows do', async ({ app }) => {
    await app.window.addOnly({ address: 'https://10.0.4.9', name: 'Metro', userName: 'op2' });
    const side = await openDetails(app, 'Metro');
    await side.keyboard.press('F9');
    await expect(app.window.row('Metro')).toHaveCount(0);
    await expect(side.getByRole('heading', { level: 2 })).toBeVisible();
    for (const page of [app.page, side]) await expect.poll(() => page.content()).not.toContain('Metro');
    await side.getByRole('button', { name: 'Turn off presentation mode' }).click();
    await expect(side.getByRole('heading', { name: 'Metro' })).toBeVisible();
    await expect(app.window.row('Metro')).toBeVisible();
  });

  test('get no call that concerns the app as a whole', async ({ app }) => {
    await app.window.addOnly({ address: 'https://10.0.4.9', name: 'Metro', userName: 'op2' });
    const side = await openDetails(app, 'Metro');
    const refused = await side.evaluate(async () => {
      const { bridge } = window;
      const calls = [
        bridge.changeSettings({ settings: { theme: 'dark' } }),
        bridge.rotateKey({ passphrase: null }),
        bridge.saveJournal({ profileId: null, kind: null, text: '' }),
      ];
      return (await Promise.allSettled(calls)).map(({ status }) => status);
    });
    expect(refused).toEqual(['rejected', 'rejected', 'rejected']);
  });

  test('never become another window, nor does the main window become one of them', async ({ app }) => {
    await app.window.addOnly({ address: 'https://10.0.4.9', name: 'Metro', userName: 'op2' });
    const side = await openDetails(app, 'Metro');
    const urls = [app.page.url(), side.url()];
    const asked = await app.electron.evaluateHandle(({ webContents }) => {
      const refusals: boolean[] = [];
      for (const contents of webContents.getAllWebContents())
        contents.on('will-frame-navigate', (event) => void refusals.push(event.defaultPrevented));
      return refusals;
    });
    const [main = '', own = ''] = urls;
    for (const [page, to] of [
      [side, main],
      [app.page, own],
      [side, 'app://bundle/index.html?overview='],
    ] as const)
      await page.evaluate((url) => {
        location.href = url;
      }, to);
    await expect.poll(() => asked.jsonValue()).toEqual([true, true, true]);
    expect([app.page.url(), side.url()]).toEqual(urls);
    for (const page of [app.page, side]) expect((await state(page)).rows).toHaveLength(1);
  });

  test('close with their profile, and with the main window', async ({ app }) => {
    const { electron, page, window } = app;
    for (const [number, name] of ['Metro', 'Depot'].entries())
      await window.addOnly({ address: `https://10.0.4.${number + 1}`, name, userName: 'op2' });
    const metro = await openDetails(app, 'Metro');
    await openDetails(app, 'Depot');
    const gone = metro.waitForEvent('close');
    await metro.getByRole('button', { name: 'More', exact: true }).click();
    await metro.getByRole('menuitem', { name: 'Remove…' }).click();
    await metro.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await gone;
    expect(electron.windows()).toHaveLength(2);
    const ended = electron.waitForEvent('close');
    await closeWindow(page);
    await ended;
  });

  test('are where they were closed when they are opened again, also after a start', async ({ launch }) => {
    const place = { x: 140, y: 90, width: 520, height: 610 };
    const boundsOf = ({ electron }: RunningApp) =>
      electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find((one) => one.webContents.getURL().includes('?details='))
          ?.getNormalBounds(),
      );
    const first = await launch();
    await first.window.addOnly({ address: 'https://10.0.4.9', name: 'Metro', userName: 'op2' });
    const side = await openDetails(first, 'Metro');
    await first.electron.evaluate(
      ({ BrowserWindow }, to) =>
        BrowserWindow.getAllWindows()
          .find((one) => one.webContents.getURL().includes('?details='))
          ?.setBounds(to),
      place,
    );
    await expect.poll(() => boundsOf(first)).toEqual(place);
    // The window is gone before the key is up.
    await side.keyboard.press('Control+W').catch(() => undefined);
    await expect.poll(() => first.electron.windows().length).toBe(1);
    await openDetails(first, 'Metro');
    await expect.poll(() => boundsOf(first)).toEqual(place);
    await first.close();

    const second = await launch();
    await expect(second.window.row('Metro')).toBeVisible();
    expect(second.electron.windows()).toHaveLength(1);
    await openDetails(second, 'Metro');
    await expect.poll(() => boundsOf(second)).toEqual(place);
  });

  test('read the state again after a gap, and no other window does', async ({ app }) => {
    await app.window.addOnly({ address: 'https://10.0.4.9', name: 'Metro', userName: 'op2' });
    const side = await openDetails(app, 'Metro');
    // The window of the gap misses one change, as if it had been lost on the way.
    await app.electron.evaluate(({ BrowserWindow }) => {
      const page = BrowserWindow.getAllWindows().find((one) =>
        one.webContents.getURL().includes('?details='),
      );
      if (page === undefined) return;
      const { webContents } = page;
      const send = webContents.send.bind(webContents);
      let isLost = false;
      webContents.send = (channel: string, ...rest: unknown[]) => {
        if (isLost) return send(channel, ...rest);
        isLost = true;
      };
    });
    const rename = async (before: string, name: string) => {
      await app.window.row(before).click();
      await app.page.keyboard.press('F2');
      await app.window.field('Name').fill(name);
      await app.page.keyboard.press('Enter');
      await expect(app.window.row(name)).toBeVisible();
    };
    await rename('Metro', 'Lost');
    await expect(side.getByRole('heading', { name: 'Metro' })).toBeVisible();
    await rename('Lost', 'Metro north');
    await expect(side.getByRole('heading', { name: 'Metro north' })).toBeVisible();
  });
});

test.describe('sessions and the server overview in windows of their own', () => {
  test('stand beside each other, and lead to the main window', async ({ app, server }) => {
    const { electron, page, window } = app;
    await window.addAndLogIn({ address: server.base, ...airport });
    await expect(window.row('Airport')).toHaveAccessibleName(/accepted/i);
    await window.row('Airport').click();
    const openBy = async (key: string): Promise<Page> => {
      const opened = electron.waitForEvent('window');
      await window.row('Airport').press(key);
      return opened;
    };
    const sessions = await openBy('Shift+F8');
    const overview = await openBy('Shift+F9');
    await expect(sessions.getByRole('heading', { name: 'Sessions on Airport' })).toBeVisible();
    await expect(sessions.getByRole('row').nth(1)).toBeVisible();
    await page.keyboard.press('Control+J');
    await expect(page.getByRole('heading', { name: 'Journal' })).toBeVisible();
    await overview.getByRole('row', { name: /Airport/ }).dblclick();
    await expect(window.row('Airport')).toBeFocused();
    await expect.poll(() => shownTitles(app)).toHaveLength(3);
  });
});

test('a side window may use the camera only while a person has allowed it', async ({ launch, serve }) => {
  const server = await serve({ https: true, switches: { authType: 'face' } });
  const app = await launch({ args: ['--use-fake-device-for-media-stream'] });
  await answerQuestions(app.electron, 'confirm');
  await app.window.addOnly({ address: server.base, name: 'Airport', userName: operator.name });
  const side = await openDetails(app, 'Airport');
  const ask = () =>
    side.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        (stream) => {
          for (const track of stream.getTracks()) track.stop();
          return 'given';
        },
        (error: Error) => error.name,
      ),
    );
  expect(await ask()).toBe('NotAllowedError');
  await side.evaluate(async () => {
    const profileId = JSON.parse(await window.bridge.readState()).rows[0].profile.id;
    await window.bridge.openCamera({ profileId });
  });
  expect(await ask()).toBe('given');
  await side.evaluate(() => window.bridge.closeCamera());
  expect(await ask()).toBe('NotAllowedError');
});

test('a quit asks once about tokens that would be lost, and closing a side window does not', async ({
  launch,
  server,
}) => {
  const app = await launch({
    env: { DBUS_SESSION_BUS_ADDRESS: undefined, XDG_CURRENT_DESKTOP: undefined },
    args: ['--password-store=basic'],
  });
  await app.page.evaluate(() => window.bridge.chooseStorage({ choice: 'memory' }));
  await app.window.addAndLogIn({ address: server.base, ...airport });
  await expect(app.window.row('Airport')).toHaveAccessibleName(/accepted/i);
  await answerQuestions(app.electron, 'cancel');
  const side = await openDetails(app, 'Airport');
  await closeWindow(side);
  await expect.poll(() => app.electron.windows().length).toBe(1);
  expect(await askedQuestions(app.electron)).toEqual([]);
  const again = await openDetails(app, 'Airport');
  await closeWindow(app.page);
  await expect.poll(() => askedQuestions(app.electron)).toHaveLength(1);
  await expect(again.getByRole('heading', { name: 'Airport' })).toBeVisible();
  const ended = app.electron.waitForEvent('close');
  await answerQuestions(app.electron, 'confirm');
  await closeWindow(app.page);
  await ended;
});

trayTest.describe('a side window beside the tray', () => {
  trayTest(
    'stays when the main window is hidden, works, and is locked, unlocked and ended with it',
    async ({ tray, app, server, otherProgram }) => {
      await app.window.addAndLogIn({ address: server.base, ...airport });
      await expect.poll(() => tray.items()).toBe(1);
      await app.page.evaluate(() => window.bridge.changeSettings({ settings: { closeToTray: true } }));
      const side = await openDetails(app, 'Airport');
      await expect.poll(() => shownWindows(app)).toEqual(['main', 'side']);
      await app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find(({ webContents }) => new URL(webContents.getURL()).search === '')
          ?.close(),
      );
      await expect.poll(() => shownWindows(app)).toEqual(['side']);

      await side.getByRole('button', { name: 'Copy header' }).click();
      await expect.poll(() => otherProgram.paste()).toMatch(/^Authorization: Token [0-9a-f]{64}$/);
      await side.keyboard.press('Control+L');
      await expect(side.getByRole('heading', { name: 'Locked' })).toBeVisible();
      await tray.activate();
      await expect.poll(() => shownWindows(app)).toEqual(['main', 'side']);
      await expect(app.page.getByRole('heading', { name: 'Locked' })).toBeVisible();
      await app.window.button('Unlock').click();
      await expect(app.window.row('Airport')).toBeVisible();
      await expect(side.getByRole('heading', { name: 'Airport' })).toBeVisible();

      const gone = app.electron.waitForEvent('close');
      await tray.click('Quit').catch(() => undefined);
      await gone;
    },
  );
});
