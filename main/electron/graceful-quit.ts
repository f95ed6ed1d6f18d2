import { app } from 'electron';
import { within } from '../timing/deadline.ts';

/** A server or a disk that hangs must not keep the app from ending. */
const longestWaitMs = 3_000;
const longestPreparingMs = 8_000;

/**
 * Lets the app end only when `close` is done, or when it takes too long.
 *
 * `prepare` comes before it and has its own, longer patience: it does nothing unless sessions are to end with the app.
 */
export function quitAfter(prepare: () => Promise<unknown>, close: () => Promise<unknown>): void {
  let isClosing = false;
  let isClosed = false;
  app.on('before-quit', (event) => {
    if (isClosed || event.defaultPrevented) return;
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    const prepared = within(longestPreparingMs, prepare());
    void prepared
      .then(() => within(longestWaitMs, close()))
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
}
