import { AsyncLocalStorage } from 'node:async_hooks';
import { BrowserWindow, type WebContents } from 'electron';

const windows = new AsyncLocalStorage<BrowserWindow | null>();
let areFollowed = false;

/** Starts to follow calls to their windows, once there are several; Node then does a little for every promise. */
export function followCalls(): void {
  areFollowed = true;
}

/** Serves a call of a page, so that all that it leads to finds the window of that page. */
export function servedFor<Answer>(page: WebContents, serve: () => Answer): Answer {
  return areFollowed ? windows.run(BrowserWindow.fromWebContents(page), serve) : serve();
}

/** The window of the call that led here; null without a call, or if it is not on the screen any more. */
export function windowOfCall(): BrowserWindow | null {
  const window = windows.getStore() ?? null;
  return window === null || window.isDestroyed() || !window.isVisible() ? null : window;
}
