import { app } from 'electron';
import { settleWithin } from '../timing/deadline.ts';

/** A server or a disk that hangs must not keep the app from ending. */
const maxWaitMs = 3_000;
const maxPreparingMs = 8_000;

/**
 * Lets the app end only when `close` is done, or when it takes too long.
 *
 * `prepare` comes before it and has its own, longer patience: it does nothing unless sessions are to end with the app.
 */
export function quitGracefully(prepare: () => Promise<unknown>, close: () => Promise<unknown>): void {
  let isClosing = false;
  let isClosed = false;
  app.on('before-quit', (event) => {
    if (isClosed || event.defaultPrevented) return;
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    const prepared = settleWithin(maxPreparingMs, prepare());
    void prepared
      .then(() => settleWithin(maxWaitMs, close()))
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
}
