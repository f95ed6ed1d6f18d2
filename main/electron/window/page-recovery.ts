import type { BrowserWindow } from 'electron';
import type { Log } from '../../log/log.ts';
import { waitBeforeReload } from '../../window/reload-backoff.ts';

/** Long enough for a computer that is merely busy, short enough for a person who waits. */
const patienceMs = 10_000;

/** A page that is well is loaded anew in far less, even on a computer that is busy. */
const reloadMs = 5_000;

/** Loads the page anew, whatever it does: one that hangs, and so cannot let go of what it shows, is ended. */
export function loadAnew(window: BrowserWindow | null): void {
  if (!window || window.isDestroyed()) return;
  const { webContents } = window;
  // SECURITY: a page that hangs must not survive a lock with what it showed (0011).
  const hanging = setTimeout(() => window.isDestroyed() || webContents.forcefullyCrashRenderer(), reloadMs);
  webContents.once('did-navigate', () => clearTimeout(hanging));
  webContents.reload();
}

/** Loads the page again when its process crashed, ran out of memory or hangs. What it showed is in main, so nothing is lost. */
export function recoverPage(window: BrowserWindow, log: Log): void {
  const { webContents } = window;
  let reloadedAt: readonly number[] = [];
  let hanging: NodeJS.Timeout | undefined;

  const reload = () => {
    if (window.isDestroyed()) return;
    reloadedAt = [...reloadedAt.slice(-5), performance.now()];
    webContents.reload();
  };
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    clearTimeout(hanging);
    if (reason === 'clean-exit') return;
    log('the page is gone', { reason, exitCode });
    setTimeout(reload, waitBeforeReload(reloadedAt, performance.now()));
  });
  window.on('unresponsive', () => {
    log('the page hangs');
    clearTimeout(hanging);
    hanging = setTimeout(() => window.isDestroyed() || webContents.forcefullyCrashRenderer(), patienceMs);
  });
  window.on('responsive', () => clearTimeout(hanging));
  window.on('closed', () => clearTimeout(hanging));
}
