import { app } from 'electron';
import { within } from '../patience.ts';

/** A server or a disk that hangs must not keep the app from ending. */
const longestWaitMs = 3_000;

/** Lets the app end only when `close` is done, or when it takes too long. */
export function quitAfter(close: () => Promise<unknown>): void {
  let isClosed = false;
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void within(longestWaitMs, close()).finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}
