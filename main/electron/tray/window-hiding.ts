import { app, type BrowserWindow } from 'electron';
import type { Settings } from '../../../contract/settings.ts';
import { comesIntoTray, isInTray, watchTray } from './tray-host.ts';

/**
 * Hides the window in the tray instead of closing it, if the settings say so and a person can see the icon there; brings it
 * back when the icon is gone.
 */
export class WindowHiding {
  #isQuitting = false;
  #mayClose = false;
  #stopWatching: (() => void) | null = null;

  constructor(private readonly settings: () => Pick<Settings, 'tray' | 'closeToTray'>) {
    app.on('before-quit', (event) => {
      if (!event.defaultPrevented) this.#isQuitting = true;
    });
  }

  /** Starts to watch a new window; before others that would ask about its end. */
  watch(window: BrowserWindow): void {
    const stop = () => this.#stop();
    window.on('show', stop);
    window.on('closed', stop);
    window.on('close', (event) => {
      const { tray, closeToTray } = this.settings();
      if (this.#isQuitting || !tray || !closeToTray) return;
      if (this.#mayClose) {
        this.#mayClose = false;
        return;
      }
      event.preventDefault();
      void this.#hide(window).then((isHidden) => {
        if (isHidden || window.isDestroyed()) return;
        this.#mayClose = true;
        window.close();
      });
    });
  }

  /** Leaves a window that was never shown in the tray; without one it is minimized, so that it can be reached. */
  async startHidden(window: BrowserWindow): Promise<void> {
    const inTray = this.settings().tray && (await comesIntoTray());
    if (window.isDestroyed() || window.isVisible() || (inTray && (await this.#hide(window)))) return;
    window.showInactive();
    window.minimize();
  }

  async #hide(window: BrowserWindow): Promise<boolean> {
    // SECURITY: a window is hidden only where its icon is to be seen, else nobody could reach it, nor its lock (0047).
    if (!(await isInTray()) || window.isDestroyed()) return false;
    window.hide();
    this.#stop();
    this.#stopWatching = watchTray(() => window.isDestroyed() || window.show());
    return true;
  }

  #stop(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
  }
}
