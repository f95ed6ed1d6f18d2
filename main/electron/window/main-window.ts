import type { BrowserWindow } from 'electron';
import type { WindowBounds } from '../../settings/window-places.ts';
import { pageUrl } from './app-protocol.ts';
import { createOwnWindow, placeOf } from './own-window.ts';
import { cutOff } from './window-session.ts';

interface WindowParts {
  readonly place: WindowBounds;
  readonly preload: string;
  /** Whether it stays hidden once its page is there. */
  readonly hidden: boolean;
  /** Called with the bounds of the window when it closes. */
  readonly keepPlace: (place: WindowBounds) => void;
}

const least = { width: 480, height: 400 };

/** Opens the window, hidden until the page has its first content. */
export function openMainWindow({ place, preload, hidden, keepPlace }: WindowParts): BrowserWindow {
  const window = createOwnWindow({ place, least, preload, hidden });
  window.on('close', () => keepPlace(placeOf(window)));
  // After the window is created: setting up the session earlier delays the creation. The page is served once it is done.
  void cutOff();
  void window.loadURL(pageUrl);
  return window;
}
