import { app, type BrowserWindow, powerMonitor } from 'electron';
import type { Confirmations } from '../../confirmations/confirmation.ts';
import type { LiveState } from '../../state/live-state.ts';
import { closeConfirmation, countTokensLostOnClose } from '../../window/close-confirmation.ts';

interface Deps {
  readonly live: LiveState;
  readonly confirmations: Confirmations;
}

const isMac = process.platform === 'darwin';

/**
 * Asks before tokens in memory are lost with the app; returns the function that watches a window.
 *
 * A person is asked: by the button of the window, a key, or Quit on a Mac. The end of the session, a signal and the
 * app itself are not held up.
 */
export function askBeforeClosing(parts: () => Deps | null): (window: BrowserWindow) => void {
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
  return (window) => {
    window.on('session-end', decide);
    // On a Mac the app goes on without its window.
    if (!isMac) window.on('close', (event) => holdUp(event, () => window.close()));
  };
}
