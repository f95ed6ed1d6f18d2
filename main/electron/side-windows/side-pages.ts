import { type BrowserWindow, screen } from 'electron';
import { done } from '../../../contract/core/result.ts';
import { type OwnPage, sideCalls, sideSettings } from '../../ipc/sender.ts';
import type { WindowBounds } from '../../settings/window-places.ts';
import { firstPlace } from '../../side-windows/first-place.ts';
import type { SideWindow, SideWindowPlan } from '../../side-windows/side-windows.ts';
import { pageUrl } from '../window/app-protocol.ts';
import { followCalls } from '../window/call-window.ts';
import { createOwnWindow, placeOf } from '../window/own-window.ts';

/** The size of a window that was never closed yet, and the smallest one. */
const sizes = {
  details: { first: { width: 460, height: 760 }, least: { width: 360, height: 320 } },
  sessions: { first: { width: 1040, height: 700 }, least: { width: 480, height: 400 } },
  overview: { first: { width: 1180, height: 760 }, least: { width: 480, height: 400 } },
} as const;

interface Deps {
  readonly preload: string;
  readonly mainWindow: () => BrowserWindow | null;
  /** Called with a new window. */
  readonly opened: (window: BrowserWindow) => void;
}

interface OpenWindow {
  readonly page: Omit<OwnPage, 'frame'>;
  readonly close: () => void;
}

/** The side windows that are open, and their pages. */
export class SidePages {
  readonly #open = new Map<BrowserWindow, OpenWindow>();

  constructor(private readonly deps: Deps) {}

  /** The windows, in the order in which they were opened. */
  windows(): readonly BrowserWindow[] {
    return [...this.#open.keys()];
  }

  /** Their pages, with what these may call. */
  pages(): readonly OwnPage[] {
    return [...this.#open].map(([{ webContents }, { page }]) => ({ ...page, frame: webContents.mainFrame }));
  }

  /** Opens a window, hidden until its page has its first content. */
  open({ search, subject, place, closed }: SideWindowPlan): SideWindow {
    followCalls();
    const { preload } = this.deps;
    const window = createOwnWindow({
      place: place ?? this.#firstPlace(subject.kind),
      ...{ least: sizes[subject.kind].least, preload, hidden: true },
    });
    const url = new URL(search, pageUrl).href;
    const leave = () => {
      if (this.#open.delete(window)) closed(placeOf(window));
    };
    const close = () => {
      leave();
      if (!window.isDestroyed()) window.destroy();
    };
    let isShown = false;
    const show = () => {
      // A reload, as on lock, must not bring a minimized window to the front.
      if (!isShown) window.show();
      isShown = true;
    };
    const own = {
      showWindow: async () => {
        show();
        return done;
      },
      closeWindow: async () => {
        close();
        return done;
      },
    };
    this.#open.set(window, { page: { url, calls: sideCalls, settings: sideSettings, own }, close });
    window.on('close', leave);
    this.deps.opened(window);
    void window.loadURL(url).catch(() => undefined);
    return {
      focus: () => {
        if (window.isMinimized()) window.restore();
        if (!isShown) return;
        window.show();
        window.focus();
      },
      close,
    };
  }

  #firstPlace(kind: keyof typeof sizes): WindowBounds {
    const main = this.deps.mainWindow()?.getBounds() ?? { x: 0, y: 0, width: 0, height: 0 };
    const { workArea } = screen.getDisplayMatching(main);
    return firstPlace(sizes[kind].first, main, workArea, this.#open.size);
  }

  /** Closes all windows; their places are kept. */
  closeAll(): void {
    for (const { close } of [...this.#open.values()]) close();
  }
}
