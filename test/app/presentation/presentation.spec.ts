import { expect, type Page } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import type { RunningApp } from '../../support/app/app.ts';
import { answerQuestions, askedQuestions } from '../../support/app/native-questions.ts';
import { test as base } from '../../support/app/second-start.ts';
import { menuText, startTrayHost, type TrayHost } from '../../support/tray/tray-host.ts';

const test = base.extend<{ readonly tray: TrayHost }>({
  tray: async ({ desktop }, use, testInfo) => {
    testInfo.skip(process.platform !== 'linux', 'needs D-Bus');
    const tray = await startTrayHost(desktop);
    await use(tray);
    await tray.end();
  },
});

const server = { name: 'Canary-site', tags: ['Canary-tag'], notes: 'Canary-notes' };

/** What nobody may read: the names, the user, the address. */
const secret = new RegExp(`canary|${operator.name}|127\\.0\\.0\\.1`, 'i');

/** Every text that assistive technology gets, and every text and title of the document. */
async function textsOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const said = nodes.map(({ name, value, description }) => [name?.value, value?.value, description?.value]);
  return JSON.stringify([said, await page.evaluate(() => document.documentElement.outerHTML)]);
}

const titlesOf = ({ electron }: RunningApp): Promise<readonly string[]> =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle()));

/** Adds a server with canaries in all its texts, and logs in. */
async function addServer({ page }: RunningApp, { base: address }: Emulator): Promise<void> {
  await page.evaluate(
    async ([draft, password]) => {
      const added = await window.bridge.addProfile({ draft, finding: null });
      if (!added.ok) throw new Error(added.problem.code);
      const login = { profileId: added.value, password, faceToken: null, keepPassword: false };
      const met = await window.bridge.login(login);
      if (!met.ok) throw new Error(met.problem.code);
    },
    [{ ...server, address, userName: operator.name, environment: 'production' }, operator.password] as const,
  );
}

/** Waits for the page that main has loaded anew. */
async function turn({ page }: RunningApp, key: string): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.keyboard.press(key);
  await loaded;
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
}

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

test.describe('presentation mode', () => {
  test('is turned on and off by a key, says that it is on, and survives a restart', async ({
    app,
    launch,
    server: emulator,
  }) => {
    await addServer(app, emulator);
    await row(app.page, 'Canary-site').click();
    await expect.poll(() => titlesOf(app)).toEqual(['PROD · Canary-site – FindFace Session Manager']);
    await turn(app, 'F9');
    await expect(row(app.page, 'Server 1')).toBeVisible();
    await expect(app.page.getByRole('contentinfo')).toContainText('Presentation mode');
    await expect
      .poll(() => titlesOf(app))
      .toEqual(['PROD · Server 1 – FindFace Session Manager – Presentation mode']);
    expect(await textsOf(app.page)).not.toMatch(secret);
    await app.close();

    const again = await launch();
    await expect(row(again.page, 'Server 1')).toBeVisible();
    expect(await textsOf(again.page)).not.toMatch(secret);
    const loaded = again.page.waitForEvent('load');
    await again.page.getByRole('button', { name: 'Turn off presentation mode' }).click();
    await loaded;
    await expect(row(again.page, 'Canary-site')).toBeVisible();
    await expect(again.page.getByRole('contentinfo')).not.toContainText('Presentation mode');
  });

  test('shows no name in any screen, dialog, title or question, and copies as usual', async ({
    app,
    server: emulator,
    otherProgram,
  }) => {
    await addServer(app, emulator);
    await turn(app, 'F9');
    const { page } = app;
    await row(page, 'Server 1').click();
    await expect
      .poll(() => titlesOf(app))
      .toEqual(['PROD · Server 1 – FindFace Session Manager – Presentation mode']);
    await page.keyboard.press('Control+C');
    await expect.poll(() => otherProgram.paste()).toMatch(/^Authorization: Token [0-9a-f]{64}$/);
    const shows = async (what: string) => {
      expect(await textsOf(page), what).not.toMatch(secret);
      expect(await titlesOf(app), what).not.toContainEqual(expect.stringMatching(secret));
    };
    await shows('the window');
    await page.keyboard.press('F5');
    await expect(row(page, 'Server 1')).toContainText('accepted');
    await shows('after a check');
    for (const key of ['Control+Shift+O', 'Control+J', 'Control+Shift+Y']) {
      await page.keyboard.press(key);
      await expect(page.locator('main[hidden]')).toHaveCount(1);
      await shows(key);
      await page.keyboard.press('Escape');
    }
    const dialogs = ['Control+K', 'F2', 'Delete', 'Control+T', 'Control+Shift+T', 'Shift+Enter', 'F8'];
    for (const key of [...dialogs, 'Control+Shift+S', 'Control+Shift+A', 'Control+Shift+B', 'Control+,']) {
      await row(page, 'Server 1').click();
      await page.keyboard.press(key);
      const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog')).first();
      await expect(dialog, key).toBeVisible();
      await shows(key);
      await page.keyboard.press('Escape');
      await expect(dialog, key).toHaveCount(0);
    }
    await answerQuestions(app.electron, 'cancel');
    await row(page, 'Server 1').click();
    await page.keyboard.press('Control+O');
    await expect.poll(() => askedQuestions(app.electron)).toHaveLength(1);
    expect(JSON.stringify(await askedQuestions(app.electron))).not.toMatch(secret);
  });

  test('begins over an open dialog with typed names, which goes away', async ({ app, server: emulator }) => {
    await addServer(app, emulator);
    await app.page.keyboard.press('Control+N');
    await app.page.getByRole('dialog').getByRole('textbox').first().fill('canary.corp');
    await turn(app, 'F9');
    await expect(row(app.page, 'Server 1')).toBeVisible();
    await expect(app.page.getByRole('dialog')).toHaveCount(0);
    expect(await textsOf(app.page)).not.toMatch(secret);
    await row(app.page, 'Server 1').click();
    await app.page.keyboard.press('F2');
    await expect(app.page.getByRole('dialog')).toContainText('Names are hidden');
  });

  test('shows no name in the tray, in quick access and in their titles', async ({
    tray,
    app,
    server: emulator,
    startAgain,
  }) => {
    await addServer(app, emulator);
    const menu = () =>
      tray.menu().then(
        (entries) => menuText(entries).join('\n'),
        () => '',
      );
    await expect.poll(menu).toContain('Canary-site');
    await turn(app, 'F9');
    await expect.poll(menu).toContain('Server 1 – User 1');
    expect(await menu()).not.toMatch(secret);
    const opened = app.electron.waitForEvent('window');
    await startAgain('--quick');
    const quick = await opened;
    await expect(quick.getByRole('option').first()).toContainText('Server 1');
    expect(await textsOf(quick)).not.toMatch(secret);
    expect(await titlesOf(app)).not.toContainEqual(expect.stringMatching(secret));
  });

  test('begins in a side window for all windows', async ({ app, server: emulator }) => {
    await addServer(app, emulator);
    const opened = app.electron.waitForEvent('window');
    await row(app.page, 'Canary-site').click();
    await app.page.keyboard.press('Shift+F4');
    const side = await opened;
    await expect(side.getByRole('heading', { name: 'Canary-site' })).toBeVisible();
    const loaded = Promise.all([app.page.waitForEvent('load'), side.waitForEvent('load')]);
    await side.keyboard.press('F9');
    await loaded;
    await expect(side.getByRole('heading', { name: 'Server 1' })).toBeVisible();
    await expect(row(app.page, 'Server 1')).toBeVisible();
    for (const page of [app.page, side]) expect(await textsOf(page)).not.toMatch(secret);
    await expect
      .poll(() => titlesOf(app))
      .toEqual(Array(2).fill(expect.stringContaining('Presentation mode')));
    expect(await titlesOf(app)).not.toContainEqual(expect.stringMatching(secret));
  });

  test('takes the name out of the title, also if the page keeps it', async ({ app, server: emulator }) => {
    await addServer(app, emulator);
    await row(app.page, 'Canary-site').click();
    await expect.poll(() => titlesOf(app)).toEqual(['PROD · Canary-site – FindFace Session Manager']);
    // A page that is not reloaded, and does not change the title itself.
    await app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      Object.assign(contents ?? {}, { reload: () => undefined, forcefullyCrashRenderer: () => undefined });
    });
    await app.page.evaluate(() => {
      Object.defineProperty(document, 'title', { set: () => undefined });
      void window.bridge.changeSettings({ settings: { presentation: true } });
    });
    await expect.poll(() => titlesOf(app)).toEqual(['FindFace Session Manager']);
  });

  test('asks the system to keep every window out of recordings, and no longer when it ends', async ({
    app,
  }) => {
    await app.electron.evaluate(({ BrowserWindow }) => {
      const asked: boolean[] = [];
      Object.assign(globalThis, { asked });
      BrowserWindow.prototype.setContentProtection = (on) => void asked.push(on);
    });
    const asked = () => app.electron.evaluate(() => (globalThis as unknown as { asked: boolean[] }).asked);
    await turn(app, 'F9');
    expect(await asked()).toEqual([true]);
    await app.electron.evaluate(({ BrowserWindow }) => new BrowserWindow({ show: false }).destroy());
    expect(await asked()).toEqual([true, true]);
    await turn(app, 'F9');
    expect(await asked()).toEqual([true, true, false]);
  });
});
