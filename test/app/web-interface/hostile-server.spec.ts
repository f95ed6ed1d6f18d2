import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { expect, type Page } from '@playwright/test';
import type { Emulator } from '../../emulator/emulator.ts';
import { empty, html } from '../../emulator/http/answer.ts';
import { type RunningApp, test } from '../../support/app/app.ts';
import { addServers } from '../../support/app/logged-in.ts';
import { answerQuestions, askedQuestions } from '../../support/app/native-questions.ts';
import { openWebWindow } from '../../support/app/web-windows.ts';

/** A server that nobody asked for, and the requests that reached it. */
async function stranger(): Promise<{ readonly origin: string; readonly heard: string[]; close(): void }> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' });
    response.end('<title>Stranger</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, heard, close: () => server.close() };
}

/** Opens the web interface of a server whose start page is this one. */
async function hostile(app: RunningApp, server: Emulator, page: string) {
  server.rewrite('GET /', () => html(200, `<!doctype html><title>Hostile</title><body>${page}</body>`));
  const ids = await addServers(app.page, server, [{ name: 'Hostile' }]);
  const [id] = [...ids.values()];
  if (!id) throw new Error('There is no profile');
  return { id, ...(await openWebWindow(app, id, server.origin)) };
}

/** What the system's browser was asked to open. */
async function watchBrowser({ electron }: RunningApp): Promise<() => Promise<readonly string[]>> {
  await electron.evaluate(({ shell }) => {
    const asked = globalThis as unknown as { opened: string[] };
    asked.opened = [];
    shell.openExternal = async (url: string) => void asked.opened.push(url);
  });
  return () => electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
}

/** Where something with this text is, to be pressed without waiting for the page that it would lead to. */
async function placeOf(page: Page, text: string): Promise<readonly [x: number, y: number]> {
  const box = await page.getByText(text).boundingBox();
  if (!box) throw new Error('It is not there');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** A moment in which what must not happen would have happened. */
const moment = (page: Page) => page.waitForTimeout(1_500);

test.describe('a hostile page of a server', () => {
  test('has no bridge, no Node and no channel to main', async ({ app, server }) => {
    const { view } = await hostile(app, server, '');
    const found = await view.evaluate(() => {
      const names = [
        'bridge',
        'webToolbar',
        'require',
        'process',
        'Buffer',
        'ipcRenderer',
        'electron',
        'module',
      ];
      return names.filter((name) => name in globalThis);
    });
    expect(found).toEqual([]);
    const preferences = await app.electron.evaluate(({ webContents }, origin) => {
      const one = webContents.getAllWebContents().find((found) => found.getURL().startsWith(origin));
      const all = (
        one as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      const { sandbox, contextIsolation, nodeIntegration, webviewTag, disableDialogs } = all;
      const isInMemory = one?.session.storagePath === null;
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, disableDialogs, isInMemory };
    }, server.origin);
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      disableDialogs: true,
      isInMemory: true,
    });
  });

  test('gives no session to a frame or to a page that it loads later', async ({ app, server }) => {
    const { view } = await hostile(app, server, '<iframe src="/frame"></iframe>');
    expect(await view.evaluate(() => localStorage.getItem('lastKey'))).toBe('ivanov');
    await view.evaluate(() => localStorage.clear());
    await view.reload();
    await view.evaluate(() => history.pushState(null, '', '/other'));
    await view.reload();
    expect(await view.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('reaches nothing but its server', async ({ app, server }) => {
    const other = await stranger();
    const headers = { 'Content-Type': 'text/javascript' };
    server.rewrite('GET /worker.js', () => ({ status: 200, headers, body: Buffer.from('') }));
    const { view } = await hostile(app, server, '');
    const reached = await view.evaluate(async (origin) => {
      const done: string[] = [];
      const tried = async (name: string, act: () => Promise<unknown>) =>
        act().then(
          () => done.push(name),
          () => undefined,
        );
      const loaded = (element: HTMLImageElement | HTMLScriptElement | HTMLIFrameElement) =>
        new Promise((resolve, reject) => {
          element.onload = resolve;
          element.onerror = reject;
          element.src = `${origin}/element`;
          document.body.append(element);
          setTimeout(reject, 1_000);
        });
      await tried('fetch', () => fetch(origin));
      await tried('no-cors', () => fetch(origin, { mode: 'no-cors' }));
      await tried('image', () => loaded(new Image()));
      await tried('script', () => loaded(document.createElement('script')));
      await tried('file', () => fetch('file:///etc/passwd'));
      await tried('app', () => fetch('app://bundle/index.html'));
      await tried('service worker', () => navigator.serviceWorker.register('/worker.js'));
      await tried('socket', () => {
        const socket = new WebSocket(origin.replace('http', 'ws'));
        return new Promise((resolve, reject) => Object.assign(socket, { onopen: resolve, onerror: reject }));
      });
      await tried('worker', () => {
        const code = `fetch('${origin}').then(() => postMessage('yes'), () => postMessage('no'))`;
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        return new Promise((resolve, reject) => {
          worker.onmessage = ({ data }) => (data === 'yes' ? resolve(null) : reject());
        });
      });
      navigator.sendBeacon(`${origin}/beacon`, 'x');
      const frame = document.createElement('iframe');
      frame.src = `${origin}/frame`;
      document.body.append(frame);
      return done;
    }, other.origin);
    await moment(view);
    other.close();
    expect(reached).toEqual([]);
    expect(other.heard).toEqual([]);
    expect(await view.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
  });

  test('has no way out by WebRTC', { tag: ['@row-147'] }, async ({ app, server }) => {
    const heard: string[] = [];
    const relay = createSocketServer((socket) => {
      heard.push('a connection');
      socket.destroy();
    });
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    const { view } = await hostile(app, server, '');
    await view.evaluate(
      async (port) => {
        for (const urls of [`turn:127.0.0.1:${port}?transport=tcp`, `turn:localhost:${port}?transport=tcp`]) {
          const server = { urls, username: 'secret', credential: 'x' };
          const peer = new RTCPeerConnection({ iceTransportPolicy: 'relay', iceServers: [server] });
          peer.createDataChannel('out');
          await peer.setLocalDescription(await peer.createOffer());
        }
        await new Promise((resolve) => setTimeout(resolve, 3_000));
      },
      (relay.address() as AddressInfo).port,
    );
    relay.close();
    expect(heard).toEqual([]);
  });

  test('shows nothing else in its view, and asks no questions by itself', async ({ app, server }) => {
    const other = await stranger();
    const opened = await watchBrowser(app);
    await answerQuestions(app.electron, 'confirm');
    server.rewrite('GET /away', () => empty(302, { Location: other.origin }));
    const { view } = await hostile(app, server, '');
    const windows = app.electron.windows().length;
    for (const url of [other.origin, 'file:///etc/passwd', 'app://bundle/index.html', 'mailto:a@b.example'])
      await view.evaluate((target) => void window.open(target), url);
    for (const url of [other.origin, 'file:///etc/passwd', 'app://bundle/index.html', '/away'])
      await view.evaluate((target) => {
        location.href = target;
      }, url);
    await moment(view);
    expect(view.url()).toBe(`${server.origin}/`);
    expect(app.electron.windows()).toHaveLength(windows);
    expect(await askedQuestions(app.electron)).toEqual([]);
    expect(await opened()).toEqual([]);
    expect(other.heard).toEqual([]);
    other.close();
  });

  test('leads to the browser by a link that a person presses, after one question', async ({
    app,
    server,
  }) => {
    const opened = await watchBrowser(app);
    const link = 'https://ntechlab.example/docs';
    const page = `<a href="${link}">link</a> <a href="${link}" target="_blank">new window</a>`;
    const { view } = await hostile(app, server, page);
    await answerQuestions(app.electron, 'cancel');
    const [here, there] = [await placeOf(view, 'link'), await placeOf(view, 'new window')];
    await view.mouse.click(...here);
    await expect.poll(() => askedQuestions(app.electron)).toHaveLength(1);
    expect((await askedQuestions(app.electron))[0]).toMatchObject({
      message: 'Open this link in your browser?',
      detail: expect.stringContaining(link),
      defaultId: 1,
    });
    expect(await opened()).toEqual([]);
    await answerQuestions(app.electron, 'confirm');
    await view.mouse.click(...there);
    await expect.poll(opened).toEqual([link]);
    expect(view.url()).toBe(`${server.origin}/`);
  });

  test('holds up nothing with 10 000 dialogs, prints and questions before it is left', async ({
    app,
    server,
  }) => {
    const { view, row } = await hostile(app, server, '');
    await view.evaluate(() => {
      addEventListener('beforeunload', (event) => event.preventDefault());
      for (let count = 0; count < 10_000; count++) {
        alert('Your session has expired');
        confirm('Continue?');
      }
    });
    await row.getByRole('button', { name: 'Reload' }).click();
    await expect(row.getByRole('status')).toContainText('accepted');
    await expect(app.window.row('Hostile')).toBeVisible();
  });

  test('gets no permission, and saves no file, unless a person wants it', async ({ app, server }) => {
    const { view } = await hostile(app, server, '<button>press</button>');
    const saved = await app.electron.evaluate(({ webContents }, origin) => {
      const one = webContents.getAllWebContents().find((found) => found.getURL().startsWith(origin));
      const seen = globalThis as unknown as { downloads: boolean[] };
      seen.downloads = [];
      one?.session.on('will-download', (event) => seen.downloads.push(event.defaultPrevented));
      return one !== undefined;
    }, server.origin);
    expect(saved).toBe(true);
    const granted = await view.evaluate(async () => {
      const names = ['geolocation', 'camera', 'microphone', 'midi', 'clipboard-read', 'persistent-storage'];
      const found: string[] = [];
      for (const name of names) {
        const { state } = await navigator.permissions
          .query({ name: name as PermissionName })
          .catch(() => ({ state: 'denied' }));
        if (state === 'granted') found.push(name);
      }
      const soon = () => new Promise((resolve) => setTimeout(resolve, 2_000));
      void Notification.requestPermission().then(
        (state) => state === 'granted' && found.push('notifications'),
      );
      void document.documentElement.requestFullscreen().then(
        () => found.push('fullscreen'),
        () => undefined,
      );
      await soon();
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['malware']));
      link.download = 'update.exe';
      link.click();
      return found;
    });
    expect(granted).toEqual([]);
    await moment(view);
    expect(
      await app.electron.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads),
    ).toEqual([true]);
  });
});
