import { type Input, WebContentsView } from 'electron';
import type { ToolbarMessage, ToolbarState } from '../../../contract/sessions/web-window.ts';
import { ToolbarPage, toolbarPreferences } from './toolbar-page.ts';

/** The search that floats above the page of a server. */
export class FindBox {
  readonly view: WebContentsView;
  readonly #page: ToolbarPage;
  #state: ToolbarState | null = null;
  /** What is typed while its page loads. */
  #typed = '';
  #hasLoaded = false;

  constructor(preloads: string, heard: (message: ToolbarMessage) => void) {
    this.view = new WebContentsView({ webPreferences: toolbarPreferences(preloads) });
    this.view.setBackgroundColor('#00000000');
    this.#page = new ToolbarPage(this.view.webContents, 'find', (message) => {
      if (!this.#hasLoaded && 'find' in message && !this.#hasTaken(message.find)) return;
      heard(message);
    });
  }

  show(state: ToolbarState): void {
    this.#state = state;
    this.#page.show({ ...state, typed: this.#typed });
  }

  focus(): void {
    this.view.webContents.focus();
  }

  /** Keeps a key that is pressed before the field can take it; false once the field does. */
  keepsKey({ key, control, meta, alt }: Input): boolean {
    if (this.#hasLoaded || control || meta || alt) return false;
    if (key === 'Backspace') this.#typed = this.#typed.slice(0, -1);
    else if ([...key].length === 1) this.#typed += key;
    return true;
  }

  /** Whether the field has the focus and all that was typed; otherwise it gets the rest. */
  #hasTaken(text: string): boolean {
    this.#hasLoaded = text === this.#typed;
    if (!this.#hasLoaded && this.#state) this.show(this.#state);
    return this.#hasLoaded && text !== '';
  }
}
