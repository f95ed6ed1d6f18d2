import { app } from 'electron';
import { settleWithin } from '../timing/deadline.ts';

/** Longest delay of a quit, in case a server or a disk hangs. */
const maxWaitMs = 3_000;
const maxPreparingMs = 8_000;

/**
 * Delays the quit until `close` is done or the time is up.
 *
 * `prepare` runs first, with its own longer limit; it takes time only if sessions end on quit. `last` runs when everything
 * is closed, and limits itself; it takes time only if an update is installed at quit.
 */
export function quitGracefully(
  prepare: () => Promise<unknown>,
  close: () => Promise<unknown>,
  last: () => Promise<unknown>,
): void {
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
      .then(last)
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
}
