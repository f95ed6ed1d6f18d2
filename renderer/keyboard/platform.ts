import { type Command, formatShortcut, shortcuts } from './shortcuts.ts';

/** Whether this is macOS, where Cmd is used instead of Ctrl. */
export const isMac = navigator.platform.startsWith('Mac');

/** The shortcut of a command as written on this platform. */
export function shortcutLabel(command: Command, index = 0): string {
  return formatShortcut(shortcuts[command][index] ?? '', isMac);
}
