import { expect } from '@playwright/test';
import { operator } from '../../emulator/default-users.ts';
import type { Emulator } from '../../emulator/emulator.ts';
import { type RunningApp, test } from '../../support/app/app.ts';
import { cutWords } from '../../support/app/cut-words.ts';

const noKeyring = {
  env: { DBUS_SESSION_BUS_ADDRESS: undefined, XDG_CURRENT_DESKTOP: undefined },
  args: ['--password-store=basic'],
};

/** Replaces the system's dialog, so that a test can read the question and answer it. */
function answerQuestions({ electron }: RunningApp, response: 0 | 1) {
  return electron.evaluate(({ dialog }, chosen) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    const show = async (...args: unknown[]) => {
      const { message, buttons, defaultId } = args.at(-1) as Electron.MessageBoxOptions;
      asked.push(`${message} [${buttons?.join(', ')}] ${defaultId}`);
      // Quicker answers are ignored by the app.
      if (chosen === 0) await new Promise((resolve) => setTimeout(resolve, 600));
      return { response: chosen, checkboxChecked: false };
    };
    Object.assign(dialog, { showMessageBox: show });
  }, response);
}

function asked({ electron }: RunningApp): Promise<readonly string[]> {
  return electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}

/** Logs in without a keyring and answers the prompt about it. */
async function keepInMemory({ page }: RunningApp, server: Emulator): Promise<void> {
  await page.evaluate(
    async ([address, userName, password]) => {
      const draft = { address, name: 'Airport', userName, tags: [], environment: 'none' } as const;
      const added = await window.bridge.addProfile({ draft, finding: null });
      if (!added.ok) throw new Error(added.problem.code);
      await window.bridge.chooseStorage({ choice: 'memory' });
      const [profileId, faceToken, keepPassword] = [added.value, null, false] as const;
      await window.bridge.login({ profileId, password, faceToken, keepPassword });
    },
    [server.base, operator.name, operator.password] as const,
  );
}

test.describe('the window', () => {
  test('has no default Electron menu that Alt would open', async ({ app }) => {
    const found = await app.electron.evaluate(({ BrowserWindow, Menu }) => {
      const [window] = BrowserWindow.getAllWindows();
      return [Menu.getApplicationMenu(), window?.isMenuBarVisible()];
    });
    expect(found[0]).toBeNull();
    const height = () => app.page.evaluate(() => window.innerHeight);
    const before = await height();
    await app.page.keyboard.press('Alt');
    expect(await height()).toBe(before);
  });

  for (const [language, address] of [
    ['en', 'Server address'],
    ['ru', 'Адрес сервера'],
  ] as const)
    test(`keeps a half-filled form at Ctrl+R, Ctrl+Shift+R, F5 and Ctrl+W (${language})`, async ({
      launch,
    }) => {
      const { page, window, electron } = await launch({ language });
      await window.openAddServer();
      await window.field(address).fill('10.0.4.7');
      await pressInSystem(electron, ['R', 'control']);
      await pressInSystem(electron, ['R', 'control', 'shift']);
      await pressInSystem(electron, ['W', 'control']);
      for (const key of ['Control+R', 'Control+Shift+R', 'F5', 'Control+W']) await page.keyboard.press(key);
      await expect(window.field(address)).toHaveValue('10.0.4.7');
      expect(page.isClosed()).toBe(false);
    });

  for (const [language, question] of [
    ['en', 'Quit and lose 1 token? [Quit, Cancel] 1'],
    ['ru', 'Выйти и потерять 1 токен? [Выйти, Отмена] 1'],
  ] as const)
    test(`asks before Ctrl+W or the close button loses a token in memory (${language})`, async ({
      launch,
      server,
    }) => {
      const app = await launch({ ...noKeyring, language });
      await keepInMemory(app, server);
      await expect(app.window.list.or(app.page.getByRole('grid')).getByRole('row')).toHaveCount(1);
      await expect(app.page.getByRole('dialog')).toHaveCount(0);
      await answerQuestions(app, 1);
      await app.page.keyboard.press('Control+W');
      await expect.poll(() => asked(app)).toEqual([question]);
      await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await expect.poll(() => asked(app)).toEqual([question, question]);
      expect(app.page.isClosed()).toBe(false);

      await answerQuestions(app, 0);
      const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
      await app.page.keyboard.press('Control+W').catch(() => undefined);
      expect(await ended).toBe(0);
    });

  test('is closed by a signal without a question, even if a token is lost', async ({ launch, server }) => {
    const app = await launch(noKeyring);
    await keepInMemory(app, server);
    await answerQuestions(app, 1);
    const child = app.electron.process();
    const ended = new Promise((resolve) => child.once('exit', (code, by) => resolve(code ?? by)));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('closes at Ctrl+W without a question if nothing is lost', async ({ launch }) => {
    const app = await launch();
    const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
    await app.page.keyboard.press('Control+W').catch(() => undefined);
    expect(await ended).toBe(0);
  });

  test('zooms by keys within limits, also under a dialog and the lock, and remembers it', async ({
    launch,
  }) => {
    const first = await launch();
    const press = (key: string, times = 1, app: RunningApp = first) =>
      pressInSystem(app.electron, [key, 'control'], times);
    const zoomOf = ({ electron }: RunningApp) =>
      electron.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        return Math.round((contents?.getZoomFactor() ?? 0) * 100);
      });
    await press('=');
    await expect.poll(() => zoomOf(first)).toBe(110);
    await press('Plus');
    await expect.poll(() => zoomOf(first)).toBe(125);
    await press('numadd');
    await expect.poll(() => zoomOf(first)).toBe(150);
    await first.window.button('Settings').click();
    await press('-');
    await expect.poll(() => zoomOf(first)).toBe(125);
    await first.page.keyboard.press('Escape');
    await press('-', 12);
    await expect.poll(() => zoomOf(first)).toBe(67);
    await press('0');
    await expect.poll(() => zoomOf(first)).toBe(100);
    await press('=', 12);
    await expect.poll(() => zoomOf(first)).toBe(200);
    await first.close();

    const second = await launch();
    await expect.poll(() => zoomOf(second)).toBe(200);
    await second.page.keyboard.press('Control+L');
    await expect(second.window.button('Unlock')).toBeVisible();
    await press('-', 1, second);
    await expect.poll(() => zoomOf(second)).toBe(175);
  });
});

test.describe('the page', () => {
  for (const [language, settings] of [
    ['en', 'Settings'],
    ['ru', 'Настройки'],
  ] as const)
    test(`truncates no text from 67 to 200 percent (${language})`, async ({ launch, server }) => {
      const { page, window: main, electron } = await launch({ language });
      await page.evaluate(async (address) => {
        const draft = {
          address,
          name: 'Airport',
          userName: 'ivanov',
          tags: [],
          environment: 'production',
        } as const;
        await window.bridge.addProfile({ draft, finding: null });
      }, server.base);
      await expect(page.getByRole('grid').getByRole('row')).toHaveCount(1);
      for (const percent of [67, 100, 150, 200]) {
        await electron.evaluate(
          ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
          percent / 100,
        );
        await expect.poll(() => cutWords(page), `${percent} %`).toEqual([]);
        await main.button(settings).click();
        await expect(main.dialog).toBeVisible();
        await expect.poll(() => cutWords(page), `${percent} %, settings`).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(main.dialog).toBeHidden();
      }
    });
});

/** Presses a key at the level of the window system, so that menus and main receive it before the page. */
async function pressInSystem(
  electron: RunningApp['electron'],
  [keyCode, ...modifiers]: readonly [string, ...('control' | 'shift')[]],
  times = 1,
): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, press) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (let time = 0; time < press.times; time += 1)
        for (const type of ['keyDown', 'keyUp'] as const)
          contents?.sendInputEvent({ type, keyCode: press.keyCode, modifiers: [...press.modifiers] });
    },
    { keyCode, modifiers, times },
  );
}
