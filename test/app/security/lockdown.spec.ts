import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { surroundingsOf } from '../../../scripts/launch-switches.ts';
import { projectRoot } from '../../../scripts/system/project-root.ts';
import { test } from '../../support/app/app.ts';

test.describe('any page', () => {
  test('downloads nothing', { tag: ['@row-143'] }, async ({ app }) => {
    const outcome = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const { session } = BrowserWindow.getAllWindows()[0]?.webContents ?? {};
      return new Promise((resolve) => {
        session?.on('will-download', (event, item) => {
          item.setSavePath('/dev/null');
          resolve(event.defaultPrevented ? 'refused' : 'downloads');
        });
        session?.downloadURL('data:application/octet-stream,x');
      });
    });
    expect(outcome).toBe('refused');
  });

  test('reaches no device', { tag: ['@row-145'] }, async ({ app }) => {
    const granted = await app.electron.evaluate(async ({ session }) => {
      const seen: unknown[] = [];
      // The handlers of a session cannot be read, so their setters are observed.
      const fresh = session.fromPartition('fresh-devices');
      const set = Object.getPrototypeOf(fresh).setDevicePermissionHandler;
      Object.getPrototypeOf(fresh).setDevicePermissionHandler = (handler: (details: object) => boolean) =>
        seen.push(handler?.({ deviceType: 'hid', origin: 'app://bundle' }));
      session.fromPartition('fresh-devices-again');
      Object.getPrototypeOf(fresh).setDevicePermissionHandler = set;
      return seen;
    });
    expect(granted).toEqual([false]);
  });

  test('captures no screen', { tag: ['@row-145'] }, async ({ app }) => {
    const streams = await app.electron.evaluate(async ({ session }) => {
      const seen: unknown[] = [];
      const fresh = session.fromPartition('fresh-screens');
      const set = Object.getPrototypeOf(fresh).setDisplayMediaRequestHandler;
      Object.getPrototypeOf(fresh).setDisplayMediaRequestHandler = (
        handler: (request: object, answer: (streams: object) => void) => void,
      ) => handler?.({}, (given) => seen.push(given));
      session.fromPartition('fresh-screens-again');
      Object.getPrototypeOf(fresh).setDisplayMediaRequestHandler = set;
      return seen;
    });
    expect(streams).toEqual([{}]);
  });

  test('has no webview, even where one is allowed', { tag: ['@row-143'] }, async ({ app }) => {
    const attached = await app.electron.evaluate(async ({ BrowserWindow, app: electronApp }) => {
      let count = 0;
      electronApp.on('web-contents-created', (_event, contents) => {
        if (contents.getType() === 'webview') count += 1;
      });
      const stranger = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
      await stranger.loadURL('app://bundle/index.html');
      await stranger.webContents.executeJavaScript(
        `const view = document.createElement('webview'); view.src = 'app://bundle/index.html'; document.body.append(view);
         new Promise((resolve) => setTimeout(resolve, 1000))`,
      );
      stranger.destroy();
      return count;
    });
    expect(attached).toBe(0);
  });

  test('runs in the sandbox, whatever the options of its window', { tag: ['@row-176'] }, async ({
    app,
    desktop,
  }) => {
    if (surroundingsOf(desktop).mayUseSandbox) {
      expect(await app.electron.evaluate((all) => all.app.commandLine.hasSwitch('enable-sandbox'))).toBe(
        true,
      );
    } else {
      // Where Chromium cannot have a sandbox, only the source shows that it is enabled.
      const source = await readFile(join(projectRoot, 'main/electron/lockdown.ts'), 'utf8');
      expect(source).toContain(
        "if (!(app.commandLine.hasSwitch('no-sandbox') && mayLackSandbox())) app.enableSandbox();",
      );
    }
  });

  test('follows no redirect to another page', { tag: ['@row-143'] }, async ({ app }) => {
    const server = await redirecting();
    try {
      const { port } = server.address() as AddressInfo;
      const events = await app.electron.evaluate(async ({ BrowserWindow, session }, url) => {
        const partition = 'redirects';
        await session.fromPartition(partition).setProxy({ mode: 'direct' });
        const stranger = new BrowserWindow({ show: false, webPreferences: { partition } });
        const redirects: boolean[] = [];
        stranger.webContents.on('will-redirect', (event) => redirects.push(event.defaultPrevented));
        await stranger.loadURL(url).catch(() => undefined);
        stranger.destroy();
        return redirects;
      }, `http://127.0.0.1:${port}/`);
      expect(events).toEqual([true]);
    } finally {
      server.close();
    }
  });
});

function redirecting(): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/') response.writeHead(302, { location: '/elsewhere' });
    response.end('elsewhere');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
