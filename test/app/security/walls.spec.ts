import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { resolveElectron } from '../../../scripts/electron/electron-runtime.ts';
import { launchSwitches, surroundingsOf } from '../../../scripts/launch-switches.ts';
import { test } from '../../support/app/app.ts';

test.describe('the page', () => {
  test('runs in the sandbox, isolated, without Node', async ({ app }) => {
    const inPage = await app.page.evaluate(() => [typeof globalThis.require, typeof process, typeof Buffer]);
    expect(inPage).toEqual(['undefined', 'undefined', 'undefined']);
    const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag };
    });
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
  });

  test('cannot change the bridge', { tag: ['@row-148'] }, async ({ app }) => {
    const outcome = await app.page.evaluate(() => {
      const { bridge } = window;
      try {
        (bridge as unknown as Record<string, unknown>).login = () => 'mine';
        (window as unknown as Record<string, unknown>).bridge = {};
      } catch {
        // Some of these throw and some do nothing; both are fine.
      }
      return { frozen: Object.isFrozen(bridge), same: window.bridge.login.toString() !== "() => 'mine'" };
    });
    expect(outcome).toEqual({ frozen: true, same: true });
  });

  test('has a content security policy that allows nothing else', { tag: ['@row-142'] }, async ({ app }) => {
    const violations = await app.page.evaluateHandle(async () => {
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
      const script = document.createElement('script');
      try {
        script.textContent = 'globalThis.broken = true';
        document.body.append(script);
      } catch {
        blocked.push('trusted-types');
      }
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.body.append(style);
      const image = document.createElement('img');
      image.src = 'https://127.0.0.1:9/pixel.png';
      document.body.append(image);
      await fetch('https://127.0.0.1:9/').catch(() => undefined);
      const frame = document.createElement('iframe');
      frame.src = 'https://127.0.0.1:9/';
      document.body.append(frame);
      return { blocked, ran: () => 'broken' in globalThis };
    });
    const expected = ['style-src-elem', 'img-src', 'connect-src', 'frame-src'];
    await expect
      .poll(() => violations.evaluate(({ blocked }) => blocked))
      .toEqual(expect.arrayContaining(expected));
    expect(await violations.evaluate(({ ran }) => ran())).toBe(false);
  });

  test('is not served before it is cut off from the network', async ({ launch }) => {
    const { page } = await launch({ folder: join(import.meta.dirname, '../../support/app/slow-proxy') });
    const servedAfterMs = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return navigation?.responseEnd;
    });
    expect(servedAfterMs).toBeGreaterThan(1_000);
  });

  test('gets the files of the build, unpacked, and no others', { tag: ['@row-144'] }, async ({ app }) => {
    const assets = await readdir(join(import.meta.dirname, '../../../out/renderer/assets'));
    const packed = assets.find((name) => /^dialogs-.*\.js\.br$/.test(name)) ?? '';
    const paths = [
      `/assets/${packed.replace('.br', '')}`,
      ...[
        `/assets/${packed}`,
        '/assets/',
        '/assets/none.js',
        '/assets/../../main/index.js',
        '/../package.json',
      ],
    ];
    const answers = await app.electron.evaluate(
      ({ net }, all) =>
        Promise.all(
          all.map(async (path) => {
            const answer = await net.fetch(`app://bundle${path}`);
            return `${answer.status} ${(await answer.text()).slice(0, 6)}`;
          }),
        ),
      paths,
    );
    expect(answers).toEqual(['200 import', ...paths.slice(1).map(() => '404 ')]);
  });

  test('never violates its own policy in use', async ({ launch }) => {
    const { page, window } = await launch();
    await page.evaluate(() => {
      const broken: string[] = [];
      (globalThis as unknown as { broken: string[] }).broken = broken;
      document.addEventListener('securitypolicyviolation', (event) => broken.push(event.violatedDirective));
    });
    await window.addOnly({
      address: 'https://10.0.4.7',
      name: 'Airport',
      userName: 'guard2',
      environment: 'Test',
    });
    await window.button('More', window.row('Airport')).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await window.button('Settings').click();
    await expect(window.dialog).toBeVisible();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => (globalThis as unknown as { broken: string[] }).broken)).toEqual([]);
  });

  test('cannot navigate and cannot open windows', { tag: ['@row-143'] }, async ({ app }) => {
    const { page, electron } = app;
    await electron.evaluate(({ BrowserWindow }) => {
      const refused: string[] = [];
      (globalThis as unknown as { refused: string[] }).refused = refused;
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
        if (event.defaultPrevented) refused.push(event.url);
      });
    });
    await page.evaluate(() => {
      window.open('https://127.0.0.1:9/');
      const link = document.createElement('a');
      link.href = 'https://127.0.0.1:9/';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.removeAttribute('target');
      link.click();
    });
    await expect
      .poll(() => electron.evaluate(() => (globalThis as unknown as { refused: string[] }).refused))
      .toEqual(['https://127.0.0.1:9/']);
    expect(page.url()).toBe('app://bundle/index.html');
    expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('has no permission', { tag: ['@row-163'] }, async ({ app }) => {
    const granted = await app.page.evaluate(async () => {
      const asked = [
        navigator.clipboard.readText().then(() => 'clipboard'),
        navigator.mediaDevices?.getUserMedia({ video: true }).then(() => 'camera') ??
          Promise.reject(new Error()),
        Notification.requestPermission().then((answer) => (answer === 'granted' ? 'notifications' : '')),
        new Promise<string>((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('geolocation'),
            () => resolve(''),
          ),
        ),
      ];
      const answers = await Promise.allSettled(asked);
      return answers.flatMap((answer) =>
        answer.status === 'fulfilled' && answer.value ? [answer.value] : [],
      );
    });
    expect(granted).toEqual([]);
    const states = await app.page.evaluate(async () => {
      const asked = ['geolocation', 'notifications', 'camera', 'clipboard-read'] as PermissionName[];
      const answers = await Promise.all(asked.map((name) => navigator.permissions.query({ name })));
      return answers.map(({ state }) => state);
    });
    expect(states).toEqual(states.map(() => 'denied'));
  });

  test('gets no answer to a malformed message', { tag: ['@row-134'] }, async ({ app }) => {
    const outcomes = await app.page.evaluate(async () => {
      const bridge = window.bridge as unknown as Record<string, (request?: unknown) => Promise<unknown>>;
      const tries: [string, unknown][] = [
        ['login', undefined],
        ['login', { profileId: '__proto__', password: 'x', faceToken: null }],
        ['copySession', { profileId: '../../etc/passwd', anyway: true, format: null }],
        ['copySession', { profileId: '11111111-1111-4111-8111-111111111111', anyway: 1, format: null }],
        ['changeSettings', { settings: { theme: 'pink' } }],
        ['changeSettings', { settings: { constructor: true } }],
        ['addProfile', { draft: { address: 'a'.repeat(30_000) }, finding: null }],
        ['check', new Map([['profileId', 'x']])],
      ];
      return Promise.all(
        tries.map(([name, request]) =>
          (bridge[name]?.(request) ?? Promise.resolve('no such call')).then(
            () => 'answered',
            (error: Error) => (/Malformed message/.test(error.message) ? 'refused' : error.message),
          ),
        ),
      );
    });
    expect(outcomes).toEqual(outcomes.map(() => 'refused'));
  });

  test('of another window is not listened to', { tag: ['@row-133'] }, async ({ app }) => {
    const outcome = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const preload = `${process.cwd()}/out/preload/index.cjs`;
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL('app://bundle/index.html');
      const answer: unknown = await stranger.webContents.executeJavaScript(
        'window.bridge.readState().then(() => "answered", (error) => error.message)',
      );
      stranger.destroy();
      return answer;
    });
    expect(outcome).toMatch(/unknown frame/);
  });

  test('is shown by the first instance when the app is started again', { tag: ['@row-113'] }, async ({
    app,
    dataFolder,
    desktop,
  }) => {
    const { executable } = await resolveElectron(() => undefined);
    const code = await new Promise<number | null>((resolve) => {
      execFile(
        executable,
        [...launchSwitches(surroundingsOf(desktop)), '.', `--user-data-dir=${dataFolder}`],
        { env: desktop },
      ).on('exit', resolve);
    });
    expect(code).toBe(0);
    expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});
