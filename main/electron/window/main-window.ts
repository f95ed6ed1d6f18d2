import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { WindowBounds } from '../../settings/settings.ts';
import { pageUrl } from './app-protocol.ts';
import { pageLimits } from './page-limits.ts';
import { cutOff, windowSession } from './window-session.ts';

/** The page's background in both themes, against a white flash before the first paint. */
const backgrounds = { light: '#f5f6f8', dark: '#121418' };

/** The title of the window unless its page gives it another one. */
export const appTitle = 'FindFace Session Manager';

interface WindowParts {
  readonly place: WindowBounds;
  readonly preload: string;
  /** Whether it stays hidden once its page is there. */
  readonly hidden: boolean;
  /** Called with the bounds of the window when it closes. */
  readonly keepPlace: (place: WindowBounds) => void;
}

/** Opens the window, hidden until the page has its first content. */
export function openMainWindow({ place, preload, hidden, keepPlace }: WindowParts): BrowserWindow {
  const { maximized, ...bounds } = onScreen(place);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 480,
    minHeight: 400,
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
  window.on('close', () => keepPlace({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
  // An AppImage or an unpacked folder has no desktop entry by which the desktop would find the icon.
  if (process.platform === 'linux' && app.isPackaged)
    window.once('show', () => window.setIcon(join(process.resourcesPath, 'icon.png')));
  // After the window is created: setting up the session earlier delays the creation. The page is served once it is done.
  void cutOff();
  void window.loadURL(pageUrl);
  return window;
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
