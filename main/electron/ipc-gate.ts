import { type BrowserWindow, ipcMain } from 'electron';
import type { Calls } from '../../contract/bridge.ts';
import { callNames, readers } from '../../contract/requests.ts';
import type { StateChange } from '../../contract/state.ts';
import { isOurPage } from '../sender-rules.ts';
import { pageUrl } from './app-protocol.ts';

/** Answers the calls of the page in this window, and of nobody else. The only file that touches ipcMain. */
export function answerCalls(coming: Promise<Calls>, window: () => BrowserWindow | null): void {
  for (const name of callNames) {
    ipcMain.handle(name, async (event, raw: unknown) => {
      // SECURITY: refuse frames we did not create before reading what they sent (0003).
      const { senderFrame } = event;
      const ours = window()?.webContents.mainFrame ?? null;
      if (!isOurPage(senderFrame, ours, pageUrl)) throw new Error(`Call from an unknown frame: ${name}`);
      const request = readers[name](raw);
      const answer = (await coming)[name] as (request: unknown) => Promise<unknown>;
      return answer(request);
    });
  }
}

/** Tells a change to the window, if there is one. */
export function announce(window: BrowserWindow | null, change: StateChange): void {
  if (window && !window.isDestroyed()) window.webContents.send('stateChanged', change);
}
