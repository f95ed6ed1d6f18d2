import { app, type BrowserWindow, powerMonitor } from 'electron';
import type { Confirmations } from '../../confirmations/confirmation.ts';
import type { LiveState } from '../../state/live-state.ts';
import { closeConfirmation, countTokensLostOnClose } from '../../window/close-confirmation.ts';

interface Deps {
  readonly live: LiveState;
  readonly confirmations: Confirmations;
}

/** How the app ends by a person. */
interface Closing {
  /** Watches a window. */
  watch(window: BrowserWindow): void;
  /** Ends the app, whatever closing the window would do. */
  quit(): void;
}

const isMac = process.platform === 'darwin';

/**
 * Asks before a quit loses tokens that are in memory only.
 *
 * Asks only if a person closes: by the window's button, a key, or Quit on macOS. The end of the desktop session, a
 * signal and the app itself are not delayed.
 */
export function askBeforeClosing(parts: () => Deps | null): Closing {
  let isDecided = false;
  const decide = () => {
    isDecided = true;
  };
  const holdUp = (event: { preventDefault(): void }, goOn: () => void) => {
    const found = parts();
    const count = found === null || isDecided ? 0 : countTokensLostOnClose(found.live.read());
    if (found === null || count === 0) return;
    event.preventDefault();
    void found.confirmations.ask(closeConfirmation(count)).then((confirmed) => {
      if (!confirmed) return;
      decide();
      goOn();
    });
  };
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(name, () => {
      decide();
      app.quit();
    });
  powerMonitor.on('shutdown', decide);
  app.on('before-quit', (event) => {
    if (isMac) holdUp(event, () => app.quit());
    else decide();
  });
  return {
    watch: (window) => {
      window.on('session-end', decide);
      window.on('close', (event) => {
        // On macOS the app keeps running without its window, and so it does in the tray.
        if (!isMac && !event.defaultPrevented) holdUp(event, () => window.close());
      });
    },
    quit: () => {
      let isHeldUp = false;
      const hold = () => {
        isHeldUp = true;
      };
      holdUp({ preventDefault: hold }, () => app.quit());
      if (!isHeldUp) app.quit();
    },
  };
}
