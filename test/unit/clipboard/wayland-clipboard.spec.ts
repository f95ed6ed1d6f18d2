import { describe, expect, test } from 'vitest';
import { ClipboardOutOfReach } from '../../../main/clipboard/secret-clipboard.ts';
import { waylandClipboard } from '../../../main/clipboard/wayland-clipboard.ts';

const header = 'Authorization: Token canary';

interface Desktop {
  readonly focused?: boolean;
  readonly used?: boolean;
  readonly installed?: boolean;
  /** Whether wl-clipboard, or Electron, can mark a text. */
  readonly marks?: boolean;
  readonly ownMarks?: boolean;
}

/** A compositor that drops what a window does without focus and press; Chromium believes that it happened. */
function setUp({
  focused = false,
  used = false,
  installed = false,
  marks = false,
  ownMarks = false,
}: Desktop) {
  const board = { text: 'what was there', marked: false };
  const believed = { text: '' };
  const uses: string[] = [];
  const change = (text: string, marked: boolean) => Object.assign(board, { text, marked });
  const clipboard = waylandClipboard({
    own: {
      readText: async () => (focused ? board.text : believed.text),
      writeSecret: async (text) => {
        believed.text = text;
        if (focused && used) change(text, ownMarks);
      },
      clear: async () => {
        believed.text = '';
        if (focused && used) change('', false);
      },
    },
    ownMarks,
    input: { isFocused: () => focused, isUsed: () => focused && used },
    programs: async () =>
      installed
        ? {
            marks,
            paste: async () => board.text,
            copy: async (text) => {
              uses.push('copy');
              change(text, marks);
            },
            clear: async () => void change('', false),
          }
        : null,
  });
  return { board, clipboard, uses };
}

describe('the clipboard of Wayland', () => {
  test.each([
    ['a window in use', { focused: true, used: true }],
    ['a window in use, with wl-clipboard', { focused: true, used: true, installed: true }],
    ['a focused window in which nothing was pressed', { focused: true, installed: true }],
    ['a window without focus', { installed: true }],
  ])('is really changed and cleared by %s', async (_who, desktop) => {
    const { board, clipboard } = setUp(desktop);
    await clipboard.writeSecret(header);
    expect(board.text).toBe(header);
    expect(await clipboard.readText()).toBe(header);
    await clipboard.clear();
    expect(board.text).toBe('');
  });

  test.each([
    ['a focused window in which nothing was pressed', { focused: true }],
    ['a window without focus', {}],
  ])('is said to be out of reach of %s without wl-clipboard', async (_who, desktop) => {
    const { board, clipboard } = setUp(desktop);
    await expect(clipboard.writeSecret(header)).rejects.toThrow(ClipboardOutOfReach);
    await expect(clipboard.clear()).rejects.toThrow(ClipboardOutOfReach);
    expect(board.text).toBe('what was there');
  });

  test('is not read from what Chromium remembers', async () => {
    expect(await setUp({}).clipboard.readText()).toBeNull();
    expect(await setUp({ installed: true }).clipboard.readText()).toBe('what was there');
  });

  test('is marked by wl-clipboard where Electron cannot, and by Electron where it can', async () => {
    const byProgram = setUp({ focused: true, used: true, installed: true, marks: true });
    await byProgram.clipboard.writeSecret(header);
    expect(byProgram.board).toEqual({ text: header, marked: true });
    const byElectron = setUp({ focused: true, used: true, installed: true, ownMarks: true });
    await byElectron.clipboard.writeSecret(header);
    expect(byElectron.board).toEqual({ text: header, marked: true });
  });

  test.each([
    ['marks nothing either', { marks: false, ownMarks: false }],
    ['marks no better', { marks: true, ownMarks: true }],
  ])('is changed without wl-clipboard where that %s', async (_how, marking) => {
    const { board, clipboard, uses } = setUp({ focused: true, used: true, installed: true, ...marking });
    await clipboard.writeSecret(header);
    expect(board.text).toBe(header);
    expect(uses).toEqual([]);
  });
});
