import { type CommandName, keysInForce } from '../../contract/keys.ts';
import { useAppState } from '../state/app-state.ts';
import { formatShortcut, type KeyPress } from './shortcuts.ts';

/** Whether this is macOS, where Cmd is used instead of Ctrl. */
export const isMac = navigator.platform.startsWith('Mac');

/** Whether this is Windows. */
export const isWindows = navigator.platform.startsWith('Win');

/** The relevant parts of a key press on this platform. */
export function readKeyPress(event: KeyboardEvent): KeyPress {
  const { key, code, shiftKey: shift, altKey: alt, metaKey, ctrlKey } = event;
  return { key, code, mod: isMac ? metaKey : ctrlKey, shift, alt };
}

/** Gives the shortcuts of a command as written on this platform. */
export function useShortcutLabels(): (command: CommandName) => readonly string[] {
  const keys = keysInForce(useAppState((state) => state.keys));
  return (command) => keys[command].map((key) => formatShortcut(key, isMac));
}

/** Gives the first shortcut of a command, or the one at this place; empty if there is none. */
export function useShortcutLabel(): (command: CommandName, index?: number) => string {
  const labels = useShortcutLabels();
  return (command, index = 0) => labels(command)[index] ?? '';
}

/** A tooltip with the shortcut, if there is one. */
export function withShortcut(text: string, shortcut: string): string {
  return shortcut === '' ? text : `${text} (${shortcut})`;
}
