import { type CommandName, commandNames, type KeyBindings, keysInForce } from '../../contract/keys.ts';

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
export function findShortcut(
  press: KeyPress,
  place: KeyContext,
  bindings: KeyBindings,
): { command: CommandName; index: number } | null {
  const pressed = keyOf(press);
  if (!isAllowed(pressed, place)) return null;
  const keys = keysInForce(bindings);
  for (const command of commandNames) {
    const index = keys[command].indexOf(pressed);
    if (index >= 0) return { command, index };
  }
  return null;
}

// On a button these keys press it, and in a text field they type.
const onlyOnRows: ReadonlySet<string> = new Set(['Enter', 'Space', 'Shift+Space']);
// In a text field these keys edit, and elsewhere text may be selected, or nothing shows which row is moved.
const onlyInList: ReadonlySet<string> = new Set(['Delete', 'Mod+C', 'Mod+A', 'Alt+ArrowUp', 'Alt+ArrowDown']);
// These edit a text, or move in it.
const editing =
  /^(Mod\+[AVXYZ]|Mod\+Shift\+[VZ]|(Mod\+)?(Alt\+)?(Shift\+)?(Insert|Backspace|Delete|Home|End|Arrow\w+))$/;

function isAllowed(pressed: string, place: KeyContext): boolean {
  if (onlyOnRows.has(pressed)) return place === 'row';
  if (onlyInList.has(pressed)) return place === 'row' || place === 'in-row';
  if (place === 'text' && (pressed === '/' || editing.test(pressed))) return false;
  return pressed !== 'Shift+F10';
}

/** The name of a key press, as key bindings have it. */
export function keyOf(press: KeyPress): string {
  const base = baseKey(press);
  if (base === '/' && !press.mod) return '/';
  const modifiers = [press.mod ? 'Mod' : '', press.alt ? 'Alt' : '', press.shift ? 'Shift' : ''];
  return [...modifiers, base].filter((part) => part !== '').join('+');
}

// A Russian layout has other letters on these keys, so the physical key decides; a Spanish one has the slash on the 7,
// so the typed character comes first.
function baseKey({ key, code, mod, alt }: KeyPress): string {
  const held = mod || alt;
  if (key === ' ') return 'Space';
  if (key === '/' || (held && code === 'Slash')) return '/';
  if (held && code === 'Comma') return ',';
  if (held && code === 'Period') return '.';
  if (held && code.startsWith('Digit')) return code.slice('Digit'.length);
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (held && code.startsWith('Key')) return code.slice('Key'.length);
  return key;
}

/** A shortcut as written on this platform: "Ctrl+Shift+X", or "⇧⌘X" on macOS. */
export function formatShortcut(name: string, mac: boolean): string {
  const parts = name.split('+');
  const named = parts.map((part) => (mac ? (macNames[part] ?? part) : (names[part] ?? part)));
  return named.join(mac ? '' : '+');
}

const anywhere: Readonly<Record<string, string>> = {
  Zero: '0',
  Plus: '+',
  Minus: '−',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};
const names: Readonly<Record<string, string>> = { ...anywhere, Mod: 'Ctrl', Delete: 'Del', Insert: 'Ins' };
const macNames: Readonly<Record<string, string>> = {
  ...anywhere,
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Delete: '⌦',
  Backspace: '⌫',
};
