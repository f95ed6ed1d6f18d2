import { BrowserWindow, nativeTheme, screen } from 'electron';
import { quickPlace } from '../../quick-access/place.ts';
import type { QuickWindow } from '../../quick-access/quick-access.ts';
import { quickUrl } from '../window/app-protocol.ts';
import { appTitle } from '../window/own-window.ts';
import { pageLimits } from '../window/page-limits.ts';
import { windowSession } from '../window/window-session.ts';

/** The background of the page in both themes, against a flash before the first paint. */
const backgrounds = { light: '#ffffff', dark: '#181b20' };

/** How long a hidden window stays, so that it is shown in a blink, in ms. */
const keptMs = 5 * 60_000;

interface Deps {
  readonly preload: string;
  /** Zoom of the pages in percent. */
  readonly zoom: () => number;
  /** Called with a new window. */
  readonly opened: (window: BrowserWindow) => void;
}

/** Creates the window of quick access when it is first shown, and destroys it some minutes after it was hidden. */
export class QuickAccessWindow implements QuickWindow {
  #window: BrowserWindow | null = null;
  #isReady = false;
  #isWanted = false;
  #leaving: NodeJS.Timeout | undefined;

  constructor(private readonly deps: Deps) {}

  /** The window, hidden or not. */
  get window(): BrowserWindow | null {
    return this.#window;
  }

  isShown(): boolean {
    return this.#window?.isVisible() ?? false;
  }

  show(): void {
    clearTimeout(this.#leaving);
    this.#isWanted = true;
    const window = this.#window ?? this.#open();
    if (this.#isReady) this.#present(window);
  }

  pageIsReady(): void {
    this.#isReady = true;
    if (this.#isWanted && this.#window !== null) this.#present(this.#window);
  }

  hide(): void {
    this.#isWanted = false;
    if (this.#window === null) return;
    if (this.#window.isVisible()) this.#window.hide();
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.destroy(), keptMs);
    this.#leaving.unref();
  }

  destroy(): void {
    clearTimeout(this.#leaving);
    this.#window?.destroy();
  }

  #present(window: BrowserWindow): void {
    if (!window.isVisible()) {
      const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
      window.setBounds(quickPlace(workArea, this.deps.zoom()));
      window.show();
    }
    window.focus();
  }

  #open(): BrowserWindow {
    const window = new BrowserWindow({
      width: 680,
      height: 420,
      show: false,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      title: appTitle,
      // Where it does not make the app the active one, so that the focus returns to the program before.
      ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
      backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
      webPreferences: { preload: this.deps.preload, session: windowSession(), ...pageLimits },
    });
    const { webContents } = window;
    // SECURITY: no UDP without a proxy, and TCP ends at the blocking proxy (0003).
    webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    // SECURITY: this page has the bridge too, so it never shows another one (0003).
    webContents.on('will-frame-navigate', (event) => event.preventDefault());
    window.on('blur', () => this.hide());
    // Alt+F4 hides it like Esc.
    window.on('close', (event) => {
      event.preventDefault();
      this.hide();
    });
    window.on('closed', () => {
      this.#window = null;
      this.#isReady = false;
    });
    this.#window = window;
    this.deps.opened(window);
    void window.loadURL(quickUrl).catch(() => undefined);
    return window;
  }
}
