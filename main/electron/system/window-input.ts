import type { BrowserWindow } from 'electron';

const presses: ReadonlySet<string> = new Set(['rawKeyDown', 'keyDown', 'mouseDown', 'touchStart']);

/** Whether the window has the focus, and whether a person has pressed something in it since. */
export class WindowInput {
  #isUsed = false;

  constructor(
    private readonly window: () => BrowserWindow | null,
    private readonly onPress: () => void,
  ) {}

  isFocused(): boolean {
    return this.window()?.isFocused() ?? false;
  }

  isUsed(): boolean {
    return this.#isUsed && this.isFocused();
  }

  /** Starts to watch a new window. */
  watch(window: BrowserWindow): void {
    window.on('blur', () => {
      this.#isUsed = false;
    });
    window.webContents.on('input-event', (_event, { type }) => {
      if (!presses.has(type)) return;
      this.#isUsed = true;
      this.onPress();
    });
  }
}
