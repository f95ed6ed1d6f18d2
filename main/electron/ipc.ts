import { type BrowserWindow, ipcMain } from 'electron';
import type { Calls } from '../../contract/bridge.ts';
import { callNames, readers } from '../../contract/requests/readers.ts';
import type { StateChange } from '../../contract/state.ts';
import { CallGate } from '../ipc/gate.ts';
import { isOurPage } from '../ipc/sender.ts';
import type { Log } from '../log/log.ts';
import { pageUrl } from './window/app-protocol.ts';

/** Answers the calls of the page in this window, and of nobody else. The only file that touches ipcMain. */
export function handleCalls(coming: Promise<Calls>, window: () => BrowserWindow | null, log: Log): void {
  const gate = new CallGate({ log, monotonicNow: () => performance.now() });
  for (const name of callNames) {
    ipcMain.handle(name, async ({ senderFrame }, raw: unknown) => {
      try {
        // SECURITY: refuse frames we did not create before reading what they sent (0003).
        const ours = window()?.webContents.mainFrame ?? null;
        const isLetIn = gate.admits(name, isOurPage(senderFrame, ours, pageUrl), raw);
        // Electron prints every error, which in a flood would stop main for seconds. A call that nobody answers is
        // refused by Electron as well, as soon as it has been collected as garbage.
        if (!isLetIn) return await new Promise(() => undefined);
        const request = readers[name](raw);
        const answer = (await coming)[name] as (request: unknown) => Promise<unknown>;
        return await answer(request);
      } catch (error) {
        throw gate.heard(name, error);
      }
    });
  }
}

/** Tells a change to the window, if there is one. */
export function broadcast(window: BrowserWindow | null, change: StateChange): void {
  if (window && !window.isDestroyed()) window.webContents.send('stateChanged', change);
}
