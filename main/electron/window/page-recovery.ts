import type { BrowserWindow } from 'electron';
import type { Log } from '../../log/log.ts';
import { waitBeforeReload } from '../../window/reload-backoff.ts';

/** Longer than a busy computer hangs, shorter than a person waits. */
const patienceMs = 10_000;

/** A page that responds reloads in much less, even on a busy computer. */
const reloadMs = 5_000;

/** Reloads the page in any case: if it hangs, its process is killed. */
export function loadAnew(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  const { webContents } = window;
  // SECURITY: a page that hangs must not keep what it shows over a lock (0011).
  const hanging = setTimeout(() => window.isDestroyed() || webContents.forcefullyCrashRenderer(), reloadMs);
  webContents.once('did-navigate', () => clearTimeout(hanging));
  webContents.reload();
}

/** Reloads the page when its process crashed, ran out of memory or hangs. Main holds the state, so nothing is lost. */
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
