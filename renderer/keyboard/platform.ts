import { type Command, formatShortcut, shortcuts } from './shortcuts.ts';

/** Is this a Mac, where Cmd takes the part of Ctrl? */
export const isMac = navigator.platform.startsWith('Mac');

/** The key of a command as it is written on this computer. */
export function shortcutLabel(command: Command, index = 0): string {
  return formatShortcut(shortcuts[command][index] ?? '', isMac);
}
