import { type Clipboard, ClipboardOutOfReach } from './secret-clipboard.ts';

/** The programs of wl-clipboard, which need no window. */
export interface WlClipboard {
  /** Whether they can mark a text as secret. */
  readonly marks: boolean;
  /** The text; empty if there is none. */
  paste(): Promise<string>;
  copy(text: string): Promise<void>;
  clear(): Promise<void>;
}

interface Deps {
  /** The clipboard as Chromium sees it, and whether it can mark a text as secret. */
  readonly own: Clipboard;
  readonly ownMarks: boolean;
  readonly input: {
    /** Whether the window has the focus. */
    isFocused(): boolean;
    /** Whether a key or button was pressed in the window since it got the focus. */
    isUsed(): boolean;
  };
  /** Null: not installed. */
  readonly programs: () => Promise<WlClipboard | null>;
}

/**
 * The clipboard of Wayland. Compositors let a window change it only with the focus and after a key or click, and drop other
 * changes without a word; Chromium then goes on as if they had happened. The rest is done by wl-clipboard, or not at all.
 */
export function waylandClipboard({ own, ownMarks, input, programs }: Deps): Clipboard {
  return {
    readText: async () => {
      // SECURITY: without the focus Chromium answers from memory, so that a header would be taken for cleared (0043).
      if (input.isFocused()) return own.readText();
      return (await programs())?.paste() ?? null;
    },
    writeSecret: async (text) => {
      const found = await programs();
      const isBetter = found?.marks === true && !ownMarks;
      if (input.isUsed() && !isBetter) return own.writeSecret(text);
      // SECURITY: "copied" is said only of what is on the clipboard (0043).
      if (found === null) throw new ClipboardOutOfReach();
      await found.copy(text);
    },
    clear: async () => {
      if (input.isUsed()) return own.clear();
      const found = await programs();
      if (found === null) throw new ClipboardOutOfReach();
      await found.clear();
    },
  };
}
