import type { BrowserWindow } from 'electron';

const presses: ReadonlySet<string> = new Set(['rawKeyDown', 'keyDown', 'mouseDown', 'touchStart']);

/** Whether one of the app's windows has the focus, and whether a person has pressed something in it since. */
export class WindowInput {
  readonly #windows = new Set<BrowserWindow>();
  #used: BrowserWindow | null = null;

  constructor(private readonly onPress: () => void) {}

  isFocused(): boolean {
    return [...this.#windows].some((window) => window.isFocused());
  }

  isUsed(): boolean {
    return this.#used?.isFocused() ?? false;
  }

  /** Starts to watch a new window. */
  watch(window: BrowserWindow): void {
    this.#windows.add(window);
    const leave = () => {
      if (this.#used === window) this.#used = null;
    };
    window.on('blur', leave);
    window.on('closed', () => {
      leave();
      this.#windows.delete(window);
    });
    window.webContents.on('input-event', (_event, { type }) => {
      if (!presses.has(type)) return;
      this.#used = window;
      this.onPress();
    });
  }
}
