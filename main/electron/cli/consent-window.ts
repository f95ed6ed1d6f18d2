import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import type { AccessQuestion } from '../../cli/access/access-question.ts';
import type { PermissionSpan } from '../../cli/access/permissions.ts';
import { answerIn, questionPage } from '../../cli/access/question-page.ts';
import type { ShowAccessQuestion } from '../../cli/cli.ts';
import { consentUrl, setConsentPage } from '../window/app-protocol.ts';
import { appTitle } from '../window/own-window.ts';
import { pageLimits } from '../window/page-limits.ts';
import { windowSession } from '../window/window-session.ts';

/** A quicker answer is not one to the question: ongoing typing, or the second click of a double click. */
const soonestMs = 500;

/** Size of the page at 100 %, in pixels. */
const size = { width: 480, height: 480 };

interface Deps {
  /** Zoom of the pages in percent. */
  readonly zoom: () => number;
  readonly hasMoreContrast: () => boolean;
}

/** Asks whether a program may use a token, in a window of its own above all others. */
export function consentWindow({ zoom, hasMoreContrast }: Deps): ShowAccessQuestion {
  return (question, over) => {
    if (over.aborted) return Promise.resolve(null);
    setConsentPage(questionPage(question, hasMoreContrast()));
    const window = openWindow(zoom() / 100);
    return answered(window, question, over);
  };
}

function openWindow(scale: number): BrowserWindow {
  const window = new BrowserWindow({
    width: Math.round(size.width * scale),
    height: Math.round(size.height * scale),
    useContentSize: true,
    show: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    alwaysOnTop: true,
    title: appTitle,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#181b20' : '#ffffff',
    // SECURITY: this page has no bridge and runs no script, and no other page can answer for it (0052).
    webPreferences: { session: windowSession(), zoomFactor: scale, ...pageLimits },
  });
  window.removeMenu();
  if (process.platform === 'linux' && app.isPackaged) window.setIcon(join(process.resourcesPath, 'icon.png'));
  return window;
}

function answered(
  window: BrowserWindow,
  question: AccessQuestion,
  over: AbortSignal,
): Promise<PermissionSpan | null> {
  const { webContents } = window;
  let shownAt = Number.POSITIVE_INFINITY;
  return new Promise((resolve) => {
    const end = (span: PermissionSpan | null) => {
      resolve(span);
      setConsentPage('');
      over.removeEventListener('abort', leave);
      if (!window.isDestroyed()) window.destroy();
    };
    const leave = () => end(null);
    // SECURITY: a key or a click that was meant for what the window covers is no answer (0022).
    const isMeant = () => performance.now() - shownAt >= soonestMs;
    webContents.on('will-frame-navigate', (event) => {
      event.preventDefault();
      if (isMeant()) end(answerIn(event.url, question));
    });
    webContents.on('before-input-event', (event, { type, key }) => {
      if (type !== 'keyDown' || key !== 'Escape') return;
      event.preventDefault();
      if (isMeant()) end(null);
    });
    webContents.once('render-process-gone', leave);
    window.once('closed', leave);
    over.addEventListener('abort', leave, { once: true });
    window.once('ready-to-show', () => {
      window.show();
      shownAt = performance.now();
    });
    void window.loadURL(consentUrl).catch(leave);
  });
}
