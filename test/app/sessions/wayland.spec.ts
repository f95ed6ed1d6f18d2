import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { resolveElectron } from '../../../scripts/electron/electron-runtime.ts';
import { launchSwitches, surroundingsOf } from '../../../scripts/launch-switches.ts';
import { projectRoot } from '../../../scripts/system/project-root.ts';
import { operator } from '../../emulator/default-users.ts';
import { test as appTest, type RunningApp } from '../../support/app/app.ts';
import { processesHolding } from '../../support/canary.ts';
import { menuText, startTrayHost } from '../../support/tray/tray-host.ts';
import { startWaylandDesktop, type WaylandDesktop } from '../../support/wayland/wayland-desktop.ts';

const run = promisify(execFile);
const header = /^Authorization: Token [0-9a-f]{64}$/;
const ctrlC = ['-M', 'ctrl', '-k', 'c', '-m', 'ctrl'];

interface OnWayland {
  readonly wayland: WaylandDesktop;
  /** Starts the app there and logs in; `without`: wl-clipboard is not installed. */
  readonly begin: (wlClipboard?: 'without') => Promise<RunningApp>;
}

const test = appTest.extend<OnWayland>({
  wayland: async ({ desktop }, use, testInfo) => {
    testInfo.skip(process.platform !== 'linux', 'needs Linux');
    const wayland = await startWaylandDesktop(desktop);
    await use(wayland);
    await wayland.end();
  },

  begin: async ({ wayland, launch, server }, use) => {
    await use(async (wlClipboard) => {
      const env = { ...wayland.env, DISPLAY: undefined, ...(wlClipboard && { PATH: '/nowhere' }) };
      const app = await launch({ args: ['--ozone-platform=wayland'], env });
      const { window, page } = app;
      const { name: userName, password } = operator;
      await window.addAndLogIn({ address: server.base, name: 'Airport', userName, password });
      await page.evaluate(() =>
        globalThis.window.bridge.changeSettings({ settings: { clearAfterSeconds: 10 } }),
      );
      await window.row('Airport').click();
      return app;
    });
  },
});

/** Copies by a call without a key or click, as from a tray. */
function copyFromBehind({ page }: RunningApp) {
  return page.evaluate(async () => {
    const { bridge } = globalThis.window;
    const profileId = JSON.parse(await bridge.readState()).rows[0].profile.id;
    return bridge.copySession({ profileId, anyway: false, format: null });
  });
}

test.describe('on Wayland', () => {
  test('a key copies, and another window does not keep it from being cleared', { tag: ['@row-158'] }, async ({
    begin,
    wayland,
  }) => {
    const { window } = await begin();
    await wayland.press(...ctrlC);
    await expect(window.clipboard).toContainText('Header copied');
    expect(await wayland.paste()).toMatch(header);
    await wayland.focus(false);
    await expect.poll(() => wayland.paste(), { timeout: 20_000 }).toBe('');
    await expect(window.clipboard).not.toContainText('Header copied');
  });

  test('a copy without the focus is really there, and in the arguments of no program', async ({
    begin,
    wayland,
  }) => {
    const app = await begin();
    await wayland.focus(false);
    expect(await copyFromBehind(app)).toMatchObject({ ok: true });
    const pasted = await wayland.paste();
    expect(pasted).toMatch(header);
    expect(await processesHolding(pasted.slice(-64))).toEqual([]);
    await app.page.evaluate(() => void globalThis.window.bridge.lock());
    await expect.poll(() => wayland.paste()).toBe('');
    await expect.poll(() => wayland.buffersHolding(pasted)).toEqual([]);
  });

  test('without wl-clipboard nothing is said to be copied or cleared that is not', async ({
    begin,
    wayland,
  }) => {
    const app = await begin('without');
    const { window } = app;
    await wayland.focus(false);
    expect(await copyFromBehind(app)).toMatchObject({ problem: { code: 'clipboard-out-of-reach' } });
    expect(await wayland.paste()).toBe('');
    await expect(window.clipboard).not.toContainText('Header copied');

    await wayland.focus(true);
    await wayland.press(...ctrlC);
    await expect(window.clipboard).toContainText('Header copied');
    await wayland.focus(false);
    await expect(window.clipboard).toContainText('not cleared yet: press a key or click here');
    expect(await wayland.paste()).toMatch(header);
    await wayland.focus(true);
    await wayland.press('-k', 'Down');
    await expect.poll(() => wayland.paste()).toBe('');
    await expect(window.clipboard).not.toContainText('Header copied');
  });

  for (const wlClipboard of [undefined, 'without'] as const)
    test(`a copy from the tray ${wlClipboard ? 'that is not there is said in the window' : 'is really there'}`, async ({
      begin,
      wayland,
      desktop,
    }) => {
      const tray = await startTrayHost(desktop);
      try {
        const { page } = await begin(wlClipboard);
        await wayland.focus(false);
        const labels = async () => menuText(await tray.menu().catch(() => [])).join();
        await expect.poll(labels).toContain('Airport – ivanov');
        await tray.click('Airport – ivanov', 'Copy header');
        if (wlClipboard === undefined) return await expect.poll(() => wayland.paste()).toMatch(header);
        await expect(page.getByRole('alert')).toContainText('wl-clipboard');
        expect(await wayland.paste()).toBe('');
      } finally {
        await tray.end();
      }
    });

  test('quick access comes by a command, copies, and gives the focus back', async ({
    begin,
    wayland,
    dataFolder,
  }) => {
    const { electron, window } = await begin();
    const before = await wayland.focused();
    expect(before).toContain('Airport');
    const opened = electron.waitForEvent('window');
    const { executable } = await resolveElectron(() => undefined);
    const env = { ...wayland.env, DISPLAY: undefined };
    const switches = [...launchSwitches(surroundingsOf(env)), '--ozone-platform=wayland'];
    await run(executable, [...switches, projectRoot, `--user-data-dir=${dataFolder}`, '--quick'], { env });
    const quick = await opened;
    await expect.poll(() => wayland.focused()).toBe('FindFace Session Manager');
    await wayland.press('airp');
    await expect(quick.getByRole('option', { selected: true })).toContainText('Airport');
    await wayland.press('-k', 'Return');
    await expect.poll(() => wayland.paste()).toMatch(header);
    await expect(window.clipboard).toContainText('Header copied');
    await expect.poll(() => wayland.focused()).toBe(before);
  });

  test('a clipboard history keeps a header exactly if the settings say so', async ({
    begin,
    wayland,
    dataFolder,
  }) => {
    const app = await begin();
    await app.window.openSettings('Clipboard');
    const promise = app.window.dialog.getByText(/^Copied secrets (are|can’t be) marked/);
    const isPromised = /are marked/.test((await promise.textContent()) ?? '');
    await app.window.closeDialogs();
    const history = join(dataFolder, 'history');
    const store = ['sh', '-c', '[ "$CLIPBOARD_STATE" = sensitive ] || cat >> "$0"', history];
    const manager = spawn('wl-paste', ['--watch', ...store], { env: wayland.env, stdio: 'ignore' });
    try {
      await wayland.press(...ctrlC);
      await expect.poll(() => wayland.paste()).toMatch(header);
      await expect
        .poll(() => readFile(history, 'utf8').catch(() => ''))
        .toMatch(isPromised ? /^(?!.*Token)/ : /Token/);
    } finally {
      manager.kill();
    }
  });
});
