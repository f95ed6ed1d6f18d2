import type { ElectronApplication, Page } from '@playwright/test';

/** Records every message between main and the page, in both directions. */
export async function eavesdrop(electron: ElectronApplication): Promise<() => Promise<string>> {
  await electron.evaluate(({ BrowserWindow, ipcMain }) => {
    const heard: string[] = [];
    (globalThis as Record<string, unknown>).heard = heard;
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('No window to listen to');
    const send = contents.send.bind(contents);
    contents.send = (channel: string, ...args: unknown[]) => {
      heard.push(`-> ${channel} ${JSON.stringify(args)}`);
      send(channel, ...args);
    };
    // Electron keeps handlers in an undocumented map; the test fails if it is removed.
    type Handler = (event: unknown, ...args: unknown[]) => unknown;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    for (const [name, handler] of handlers) {
      handlers.set(name, async (event, ...args) => {
        heard.push(`<- ${name} ${JSON.stringify(args)}`);
        const answer: unknown = await handler(event, ...args);
        heard.push(`-> answer to ${name} ${JSON.stringify(answer)}`);
        return answer;
      });
    }
  });
  return () =>
    electron.evaluate(() => ((globalThis as Record<string, unknown>).heard as string[]).join('\n'));
}

/** The JavaScript heap of the page as text. */
export async function heapOf(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const pieces: string[] = [];
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devtools.detach();
  return pieces.join('');
}
