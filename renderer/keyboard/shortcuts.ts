/** All shortcuts; `Mod` is Ctrl, or Cmd on macOS. The first key of a command is the one that is displayed. */
export const shortcuts = {
  search: ['Mod+F', '/'],
  addServer: ['Mod+N'],
  checkAll: ['F5'],
  settings: ['Mod+,'],
  lock: ['Mod+L'],
  closeWindow: ['Mod+W'],
  keyboard: ['Mod+Shift+/'],
  // Handled by main, so that they work everywhere; listed for display only.
  zoomIn: ['Mod+Plus'],
  zoomOut: ['Mod+Minus'],
  zoomReset: ['Mod+Zero'],
  clearClipboard: ['Mod+Shift+X'],
  undo: ['Mod+Z'],
  copyFavourite: ['Mod+1', 'Mod+2', 'Mod+3', 'Mod+4', 'Mod+5', 'Mod+6', 'Mod+7', 'Mod+8', 'Mod+9'],
  nextPane: ['F6'],
  previousPane: ['Shift+F6'],
  escape: ['Escape'],
  rowAction: ['Enter'],
  copyHeader: ['Mod+C'],
  details: ['Space', 'F4'],
  menu: ['Shift+F10'],
  logInAgain: ['Mod+R'],
  checkOne: ['Shift+F5'],
  openInBrowser: ['Mod+O'],
  edit: ['F2', 'Mod+E'],
  duplicate: ['Mod+D'],
  remove: ['Delete'],
  tick: ['Shift+Space'],
  selectAll: ['Mod+A'],
} as const satisfies Record<string, readonly string[]>;

/** A command with a shortcut. */
export type Command = keyof typeof shortcuts;

/** The focus at a key press: on a row, on a button in a row, in a text field or elsewhere. */
export type KeyContext = 'row' | 'in-row' | 'text' | 'elsewhere';

/** The relevant parts of a key press. */
export interface KeyPress {
  readonly key: string;
  /** The physical key, independent of the layout. */
  readonly code: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** The command of a key press in this context, and the index of the matching key; null if none. */
export function findShortcut(press: KeyPress, place: KeyContext): { command: Command; index: number } | null {
  const pressed = combination(press);
  for (const [command, names] of Object.entries(shortcuts)) {
    const index = (names as readonly string[]).indexOf(pressed);
    if (index >= 0 && isAllowed(pressed, place)) return { command: command as Command, index };
  }
  return null;
}

// On a button these keys press it, and in a text field they type.
const onlyOnRows: ReadonlySet<string> = new Set(['Enter', 'Space', 'Shift+Space']);
// In a text field these keys edit, and elsewhere text may be selected.
const onlyInList: ReadonlySet<string> = new Set(['Delete', 'Mod+C', 'Mod+A']);
// In a text field these keys edit.
const notInText: ReadonlySet<string> = new Set(['/', 'Mod+Z']);

function isAllowed(pressed: string, place: KeyContext): boolean {
  if (onlyOnRows.has(pressed)) return place === 'row';
  if (onlyInList.has(pressed)) return place === 'row' || place === 'in-row';
  return notInText.has(pressed) ? place !== 'text' : pressed !== 'Shift+F10';
}

function combination(press: KeyPress): string {
  const base = baseKey(press);
  if (base === '/' && !press.mod) return '/';
  const modifiers = [press.mod ? 'Mod' : '', press.alt ? 'Alt' : '', press.shift ? 'Shift' : ''];
  return [...modifiers, base].filter((part) => part !== '').join('+');
}

// A Russian layout has other letters on these keys, so the physical key decides; a Spanish one has the slash on the 7,
// so the typed character comes first.
function baseKey({ key, code, mod }: KeyPress): string {
  if (key === ' ') return 'Space';
  if (key === '/' || (mod && code === 'Slash')) return '/';
  if (mod && code === 'Comma') return ',';
  if (mod && code.startsWith('Digit')) return code.slice('Digit'.length);
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (mod && code.startsWith('Key')) return code.slice('Key'.length);
  return key;
}

/** A shortcut as written on this platform: "Ctrl+Shift+X", or "⇧⌘X" on macOS. */
export function formatShortcut(name: string, mac: boolean): string {
  const parts = name.split('+');
  const named = parts.map((part) => (mac ? (macNames[part] ?? part) : (names[part] ?? part)));
  return named.join(mac ? '' : '+');
}

const names: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Delete: 'Del',
  Escape: 'Esc',
  Zero: '0',
  Plus: '+',
  Minus: '−',
};
const macNames: Readonly<Record<string, string>> = {
  Zero: '0',
  Plus: '+',
  Minus: '−',
  Mod: '⌘',
  Shift: '⇧',
  Enter: '↩',
  Delete: '⌦',
  Escape: 'Esc',
};
