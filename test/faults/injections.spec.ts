import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { operator } from '../emulator/default-users.ts';
import { test } from '../support/app/app.ts';

const hostile = '<img src=x onerror="globalThis.hurt=1"><script>globalThis.hurt=1</script>';

async function watchViolations(page: Page): Promise<void> {
  await page.evaluate(() => {
    const broken: string[] = [];
    (globalThis as unknown as { broken: string[] }).broken = broken;
    document.addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
  });
}

const violations = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { broken: string[] }).broken);

/** Counts the page's attempts to navigate, in main. */
async function watchAttempts(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ BrowserWindow }) => {
    const counted = globalThis as unknown as { attempts: number };
    counted.attempts = 0;
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', () => {
      counted.attempts += 1;
    });
  });
}

const attemptsIn = (electron: ElectronApplication) =>
  electron.evaluate(() => (globalThis as unknown as { attempts: number }).attempts);
const isHurt = (page: Page) => page.evaluate(() => 'hurt' in globalThis);

test.describe('a script', () => {
  test('in names and in server texts is shown as text', { tag: ['@row-141'] }, async ({ app, serve }) => {
    const { page, window } = app;
    const users = [{ ...operator, realName: hostile }];
    const server = await serve({ users });
    await watchViolations(page);
    const name = '<b onclick="globalThis.hurt=1">Airport</b>';
    await window.addAndLogIn({
      address: server.base,
      name,
      userName: operator.name,
      password: operator.password,
      tags: '<svg onload=alert(1)>',
    });
    await expect(window.row(name)).toHaveAccessibleName(/accepted/i);
    await window.row(name).click();
    await expect(page.getByText(hostile.slice(0, 30)).first()).toBeVisible();
    expect(await page.locator('[onclick], [onerror], [onload], img[src="x"]').count()).toBe(0);

    const stop = server.rewrite('/users/me/', (response) => ({
      ...response,
      status: 403,
      body: Buffer.from(JSON.stringify({ code: 'FORBIDDEN', desc: hostile })),
    }));
    await window.button('Check all').click();
    await expect(window.row(name)).not.toHaveAccessibleName(/accepted/i);
    stop();
    expect(await page.locator('[onclick], [onerror], [onload], img[src="x"]').count()).toBe(0);
    expect(await isHurt(page)).toBe(false);
    expect(await violations(page)).toEqual([]);
  });

  test('injected into the page in any way does not run', { tag: ['@row-142'] }, async ({ app }) => {
    const { page } = app;
    await watchViolations(page);
    const refusedByTypes = await page.evaluate(() => {
      const hurt = 'globalThis.hurt = 1';
      let refused = 0;
      const markup = [
        `<img src="x" onerror="${hurt}">`,
        `<svg onload="${hurt}"></svg>`,
        `<svg><script>${hurt}</script></svg>`,
        `<a id="link" href="javascript:${hurt}">x</a>`,
        `<object data="data:text/html,<script>${hurt}</script>"></object>`,
        `<webview src="https://127.0.0.1:9/"></webview>`,
        `<iframe srcdoc="<script>parent.${hurt}</script>"></iframe>`,
      ];
      for (const text of markup) {
        try {
          document.body.insertAdjacentHTML('beforeend', text);
        } catch {
          refused += 1;
        }
      }
      return { refused, of: markup.length };
    });
    expect(refusedByTypes.refused, 'no text becomes markup here').toBe(refusedByTypes.of);

    await page.evaluate(() => {
      const add = (tag: string, attributes: Record<string, string>) => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) {
          try {
            element.setAttribute(name, value);
          } catch {
            // Trusted Types refuse some attributes; the content security policy covers the rest.
          }
        }
        document.body.append(element);
        return element;
      };
      const hurt = 'globalThis.hurt = 1';
      add('img', { src: 'https://127.0.0.1:9/x.png', onerror: hurt });
      add('script', { src: 'https://127.0.0.1:9/x.js' });
      add('script', { src: `data:text/javascript,${hurt}` });
      add('a', { href: `javascript:${hurt}` }).click();
      add('base', { href: 'https://127.0.0.1:9/' });
      add('object', { data: 'https://127.0.0.1:9/x.swf' });
      add('embed', { src: 'https://127.0.0.1:9/x.pdf' });
      add('iframe', { src: 'https://127.0.0.1:9/' });
      add('webview', { src: 'https://127.0.0.1:9/' });
      add('link', { rel: 'stylesheet', href: 'https://127.0.0.1:9/x.css' });
      (add('form', { action: 'https://127.0.0.1:9/', method: 'post' }) as HTMLFormElement).submit();
    });
    await expect.poll(async () => (await violations(page)).length).toBeGreaterThan(3);
    expect(await isHurt(page)).toBe(false);
    expect(page.url()).toBe('app://bundle/index.html');
    expect(await page.evaluate(() => document.baseURI)).toBe('app://bundle/index.html');
  });

  test('cannot call out, by any means a page has', { tag: ['@row-147'] }, async ({ app }) => {
    const reached = await app.page.evaluate(async () => {
      const out = 'https://127.0.0.1:9/';
      const code = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
      const ways: Record<string, () => unknown> = {
        fetch: () => fetch(out),
        xhr: () =>
          new Promise((resolve, reject) => {
            const request = new XMLHttpRequest();
            request.onload = resolve;
            request.onerror = reject;
            request.open('GET', out);
            request.send();
          }),
        'web socket': () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('wss://127.0.0.1:9/');
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
        'event source': () =>
          new Promise((resolve, reject) => {
            const source = new EventSource(out);
            source.onopen = resolve;
            source.onerror = reject;
          }),
        worker: () =>
          new Promise((resolve, reject) => {
            const worker = new Worker(code);
            worker.onmessage = resolve;
            worker.onerror = reject;
          }),
        'shared worker': () =>
          new Promise((resolve, reject) => {
            const worker = new SharedWorker(code);
            worker.port.onmessage = resolve;
            worker.onerror = reject;
          }),
        'service worker': () => navigator.serviceWorker.register('/assets/x.js'),
        WebRTC: () =>
          new Promise((resolve, reject) => {
            const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:9' }] });
            peer.createDataChannel('out');
            peer.onicecandidate = ({ candidate }) => {
              if (candidate === null) reject(new Error('no way out'));
              else if (/ udp /i.test(candidate.candidate)) resolve(candidate.candidate);
            };
            void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
          }),
      };
      const found: string[] = [];
      for (const [way, go] of Object.entries(ways)) {
        const isOut = await Promise.race([
          new Promise((resolve) => resolve(go())).then(
            () => true,
            () => false,
          ),
          new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000)),
        ]);
        if (isOut) found.push(way);
      }
      return found;
    });
    expect(reached).toEqual([]);
  });

  test('cannot navigate the window', { tag: ['@row-143'] }, async ({ app }) => {
    const { page, electron } = app;
    await watchAttempts(electron);
    await page.evaluate(() => {
      const out = 'https://127.0.0.1:9/';
      location.assign(out);
      location.hash = '#elsewhere';
      history.pushState(null, '', '/index.html?elsewhere');
      const refresh = document.createElement('meta');
      refresh.httpEquiv = 'refresh';
      refresh.content = `0; url=${out}`;
      document.head.append(refresh);
      window.open('app://bundle/index.html', '_top');
      window.open(out, '_blank');
      const link = document.createElement('a');
      link.id = 'out';
      link.href = out;
      link.textContent = 'out';
      link.style.cssText = 'position: fixed; z-index: 9999; top: 0; left: 0; font-size: 40px';
      document.body.append(link);
      const data = new DataTransfer();
      data.setData('text/uri-list', out);
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    });
    await page.mouse.click(10, 20, { button: 'middle' });
    await page.mouse.click(10, 20);
    // That the page stayed means something only after main has seen attempts to leave.
    await expect.poll(() => attemptsIn(electron)).toBeGreaterThan(1);
    expect(new URL(page.url()).host).toBe('bundle');
    expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    // At another URL, even of our own page, main refuses its calls.
    const answer = await page.evaluate(() =>
      window.bridge.readState().then(
        () => location.href,
        () => 'refused',
      ),
    );
    expect(['app://bundle/index.html', 'refused']).toContain(answer);
  });
});
