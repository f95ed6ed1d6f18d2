import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { WindowBounds } from '../../settings/window-places.ts';
import { pageLimits } from './page-limits.ts';
import { windowSession } from './window-session.ts';

/** The page's background in both themes, against a white flash before the first paint. */
const backgrounds = { light: '#f5f6f8', dark: '#121418' };

/** The title of a window unless its page gives it another one. */
export const appTitle = 'FindFace Session Manager';

interface WindowParts {
  readonly place: WindowBounds;
  readonly least: { readonly width: number; readonly height: number };
  readonly preload: string;
  /** Whether it stays hidden for a while once its page is there. */
  readonly hidden: boolean;
}

/** Creates a window for the app's own page, hidden and without the page. */
export function createOwnWindow({ place, least, preload, hidden }: WindowParts): BrowserWindow {
  const { maximized, ...bounds } = onScreen(place);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: least.width,
    minHeight: least.height,
    show: false,
    title: appTitle,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    webPreferences: {
      preload,
      session: windowSession(),
      ...pageLimits,
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  // SECURITY: no UDP without a proxy, and TCP ends at the blocking proxy (0003).
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  // Electron shows a window that it maximizes.
  if (maximized && hidden) window.once('show', () => window.maximize());
  else if (maximized) window.maximize();
  // An AppImage or an unpacked folder has no desktop entry by which the desktop would find the icon.
  if (process.platform === 'linux' && app.isPackaged)
    window.once('show', () => window.setIcon(join(process.resourcesPath, 'icon.png')));
  return window;
}

/** The present bounds of a window, to open it there again. */
export function placeOf(window: BrowserWindow): WindowBounds {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

/** The saved bounds, unless they lie on a screen that is not connected any more. */
function onScreen(place: WindowBounds): WindowBounds {
  const { x, y, ...size } = place;
  if (x === undefined || y === undefined) return size;
  const seen = screen.getAllDisplays().some(({ workArea: area }) => {
    return (
      x < area.x + area.width - 80 &&
      x + place.width > area.x + 80 &&
      y >= area.y - 20 &&
      y < area.y + area.height - 40
    );
  });
  return seen ? place : size;
}
