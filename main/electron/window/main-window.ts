import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { WindowBounds } from '../../settings/settings.ts';
import { pageUrl } from './app-protocol.ts';
import { cutOff, windowSession } from './window-session.ts';

/** The background of the page in both themes, so that no white flash comes before it. */
const backgrounds = { light: '#f5f6f8', dark: '#121418' };

interface WindowParts {
  readonly place: WindowBounds;
  readonly preload: string;
  /** Told when the window closes, with where it stood. */
  readonly keepPlace: (place: WindowBounds) => void;
}

/** Opens the window, hidden until the page has its first real content. */
export function openMainWindow({ place, preload, keepPlace }: WindowParts): BrowserWindow {
  const { maximized, ...bounds } = onScreen(place);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: 'FindFace Session Manager',
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    webPreferences: {
      preload,
      session: windowSession(),
      // SECURITY: the page is treated as if it were hostile; each of these is one wall (0003).
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      // SECURITY: whoever sits at a locked window could read the page and call main by them (0003).
      devTools: !app.isPackaged,
      spellcheck: false,
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  // SECURITY: without a proxy there is no UDP, and TCP ends at the proxy that leads nowhere (0003).
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  if (maximized) window.maximize();
  window.on('close', () => keepPlace({ ...window.getNormalBounds(), maximized: window.isMaximized() }));
  // After the window is made, because a session that is set up earlier holds its making up.
  void cutOff().then(() => window.loadURL(pageUrl));
  return window;
}

/** A place on a screen that has been unplugged would leave the window out of reach. */
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
