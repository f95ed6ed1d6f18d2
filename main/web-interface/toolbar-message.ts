import { isPlainObject } from '../../contract/message-size.ts';
import { maxFindText, type ToolbarMessage, toolbarCommands } from '../../contract/sessions/web-window.ts';

/** Reads a message of the toolbar; null for everything else. */
export function readToolbarMessage(raw: unknown): ToolbarMessage | null {
  if (!isPlainObject(raw) || Object.keys(raw).length !== 1) return null;
  const { command, find } = raw as { readonly command?: unknown; readonly find?: unknown };
  if (typeof find === 'string') return find.length <= maxFindText ? { find } : null;
  const known = toolbarCommands.find((name) => name === command);
  return known === undefined ? null : { command: known };
}
