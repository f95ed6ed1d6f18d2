import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { callNames, readStateNow } from '../../contract/call-names.ts';
import { test } from '../support/app/app.ts';

test.describe('a compromised page', () => {
  test('finds exactly the agreed calls, and main listens to nothing else', { tag: ['@row-134'] }, async ({
    app,
    dataFolder,
  }) => {
    const offered = await app.page.evaluate(() => Object.keys(window.bridge).sort());
    expect(offered).toEqual([...callNames, readStateNow, 'onStateChanged'].sort());
    // The first change of a setting loads electron-store, which listens too.
    await app.page.evaluate(() => window.bridge.changeSettings({ settings: { density: 'compact' } }));
    await expect.poll(() => existsSync(join(dataFolder, 'settings.json'))).toBe(true);
    const heard = await app.electron.evaluate(({ ipcMain }) => {
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers;
      const others = ipcMain.eventNames().filter((name) => name !== 'error');
      return [[...handlers.keys()].sort(), others];
    });
    expect(heard).toEqual([[...callNames].sort(), [readStateNow]]);
  });

  test('has no bridge in a frame, with or without a URL', { tag: ['@row-133'] }, async ({ app }) => {
    const bridges = await app.page.evaluate(async () => {
      const found: string[] = [];
      for (const source of [
        'about:blank',
        'app://bundle/index.html',
        'app://bundle.evil/',
        'app://bundle@evil/',
      ]) {
        const frame = document.createElement('iframe');
        frame.src = source;
        document.body.append(frame);
        await new Promise((resolve) => setTimeout(resolve, 200));
        try {
          found.push(typeof (frame.contentWindow as unknown as { bridge: unknown })?.bridge);
        } catch {
          found.push('out of reach');
        }
        frame.remove();
      }
      return found;
    });
    for (const bridge of bridges) expect(['undefined', 'out of reach']).toContain(bridge);
  });

  test('that calls ten thousand times a second does not keep main from working', {
    tag: ['@row-136'],
  }, async ({ app }) => {
    await app.electron.evaluate(() => {
      const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
      const delay = monitorEventLoopDelay({ resolution: 10 });
      delay.enable();
      (globalThis as unknown as { delay: typeof delay }).delay = delay;
    });
    const answered = await app.page.evaluate(async () => {
      let count = 0;
      for (let batch = 0; batch < 10; batch += 1) {
        for (let call = 0; call < 1_000; call += 1) {
          void window.bridge.checkAll().then(
            () => {
              count += 1;
            },
            () => undefined,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await window.bridge.clearClipboard();
      return count;
    });
    expect(answered).toBeGreaterThanOrEqual(20);
    expect(answered).toBeLessThan(200);
    // Printing a line for every refusal would keep main busy for seconds.
    expect(app.printed().match(/Error occurred in handler/g) ?? []).toEqual([]);
    const p99 = await app.electron.evaluate(() => {
      const { delay } = globalThis as unknown as { delay: { percentile(of: number): number } };
      return Math.ceil(delay.percentile(99) / 1e6);
    });
    test.info().annotations.push({
      type: 'measured',
      description: `wait in main under ten thousand calls a second, in ms: ${p99}`,
    });
    expect(
      (await app.page.evaluate(async () => JSON.parse(await window.bridge.readState()))).revision,
    ).toBeGreaterThan(0);
  });

  test('that adds and removes ten thousand listeners leaves none', { tag: ['@row-137'] }, async ({ app }) => {
    const heard = await app.page.evaluate(async () => {
      let stopped = 0;
      let kept = 0;
      for (let time = 0; time < 10_000; time += 1) {
        window.bridge.onStateChanged(() => {
          stopped += 1;
        })();
      }
      window.bridge.onStateChanged(() => {
        kept += 1;
      });
      await window.bridge.changeSettings({ settings: { theme: 'dark' } });
      while (kept === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      return stopped;
    });
    expect(heard).toBe(0);
    expect(app.printed()).not.toContain('MaxListeners');
  });

  test('cannot copy a hundred times', { tag: ['@row-138'] }, async ({ app }) => {
    const answered = await app.page.evaluate(async () => {
      const profileId = '11111111-1111-4111-8111-111111111111' as never;
      let count = 0;
      const copies: Promise<void>[] = [];
      for (let time = 0; time < 100; time += 1) {
        copies.push(
          window.bridge.copySession({ profileId, anyway: true, format: null }).then(
            () => {
              count += 1;
            },
            () => undefined,
          ),
        );
      }
      // The first may wait for the vault to open; calls over the rate limit get no answer.
      await copies[0];
      await window.bridge.clearClipboard();
      return count;
    });
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThan(30);
  });

  test('cannot open a URL of its choice in the browser', { tag: ['@row-146'] }, async ({ app }) => {
    await app.electron.evaluate(({ shell }) => {
      const opened: string[] = [];
      (globalThis as unknown as { opened: string[] }).opened = opened;
      shell.openExternal = async (address) => void opened.push(address);
    });
    const hostile = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'ms-msdt:/id',
      '\\\\evil\\share',
      'https://evil/',
    ];
    await app.page.evaluate(async (addresses) => {
      const { bridge } = window as unknown as { bridge: Record<string, (raw: unknown) => Promise<unknown>> };
      for (const address of addresses) {
        for (const raw of [address, { address }, { profileId: address }])
          await bridge.openInBrowser?.(raw).catch(() => undefined);
        const draft = { address, name: '', userName: 'x', tags: [], environment: 'none' };
        const added = (await bridge.addProfile?.({ draft, finding: null })) as {
          ok: boolean;
          value?: string;
        };
        if (added.ok) await bridge.openInBrowser?.({ profileId: added.value });
      }
    }, hostile);
    const opened = await app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
    // Only the https address of an added server can be opened.
    expect(opened).toContain('https://evil/');
    for (const address of opened) expect(address).toMatch(/^https?:\/\/[^/]+\/$/);
  });

  test('is denied every permission', { tag: ['@row-145', '@row-163'] }, async ({ app }) => {
    const states = await app.page.evaluate(async () => {
      const names =
        'accelerometer ambient-light-sensor background-fetch background-sync camera clipboard-read clipboard-write display-capture geolocation gyroscope idle-detection keyboard-lock local-fonts magnetometer microphone midi nfc notifications payment-handler periodic-background-sync persistent-storage pointer-lock push screen-wake-lock speaker-selection storage-access top-level-storage-access window-management'.split(
          ' ',
        );
      const asked = names.map(async (name) => {
        const descriptor = { name, userVisibleOnly: true } as unknown as PermissionDescriptor;
        const state = await navigator.permissions.query(descriptor).then(
          (found) => found.state,
          () => 'unknown',
        );
        return `${name}: ${state}`;
      });
      return Promise.all(asked);
    });
    expect(states.filter((state) => !/(denied|unknown)$/.test(state))).toEqual([]);
    const read = await app.page.evaluate(() =>
      navigator.clipboard.readText().then(
        () => 'read',
        (error: Error) => error.name,
      ),
    );
    expect(read).toBe('NotAllowedError');
  });
});
