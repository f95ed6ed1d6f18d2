import { join } from 'node:path';
import type { WebContents } from 'electron';
import type { ToolbarMessage, ToolbarState } from '../../../contract/sessions/web-window.ts';
import { isOurPage } from '../../ipc/sender.ts';
import { readToolbarMessage } from '../../web-interface/toolbar-message.ts';
import { toolbarUrl } from '../window/app-protocol.ts';
import { pageLimits } from '../window/page-limits.ts';
import { windowSession } from '../window/window-session.ts';

/** The two pages of the app in a web window: its row of buttons, and the search that floats above the page. */
export type ToolbarPart = 'row' | 'find';

/** The web preferences of a page of the app in a web window. */
export function toolbarPreferences(preloads: string) {
  return { ...pageLimits, session: windowSession(), preload: join(preloads, 'toolbar.cjs') };
}

/** Loads a page of the app in a web window, and connects it by its few messages. */
export class ToolbarPage {
  #state: ToolbarState | null = null;

  constructor(
    readonly contents: WebContents,
    part: ToolbarPart,
    heard: (message: ToolbarMessage) => void,
  ) {
    const url = part === 'row' ? toolbarUrl : `${toolbarUrl}#find`;
    // SECURITY: these pages have a bridge too, so they never show anything else (0003).
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.ipc.on('toolbar', (event, raw: unknown) => {
      // SECURITY: messages from other frames, and of another shape, are dropped (0003).
      if (!isOurPage(event.senderFrame, contents.mainFrame, url)) return;
      const message = readToolbarMessage(raw);
      if (message) heard(message);
    });
    contents.on('dom-ready', () => this.#send());
    void contents.loadURL(url).catch(() => undefined);
  }

  show(state: ToolbarState): void {
    this.#state = state;
    this.#send();
  }

  #send(): void {
    if (this.#state !== null && !this.contents.isDestroyed())
      this.contents.send('toolbar-state', this.#state);
  }
}
