import { type BrowserWindow, Menu } from 'electron';
import type { Language } from '../../../contract/settings.ts';
import { type EditCommand, entriesFor } from '../../window/text-menu.ts';

/** Opens the context menu of a text field, in the window's language: cut, copy, paste and select all. */
export function offerTextMenu(window: BrowserWindow, language: () => Language): void {
  window.webContents.on('context-menu', (_event, { isEditable, formControlType, editFlags, x, y }) => {
    // SECURITY: a password field allows paste, but neither copy nor cut (0002).
    const entries = entriesFor({
      isEditable,
      isPassword: formControlType === 'input-password',
      ...editFlags,
    });
    if (entries.length > 0) void open(entries);

    async function open(shown: typeof entries): Promise<void> {
      const words = await loadWords(language());
      if (window.isDestroyed()) return;
      Menu.buildFromTemplate(
        shown.map(({ command, enabled }) => ({ role: command, label: words[command], enabled })),
      ).popup({ window, x: Math.round(x), y: Math.round(y) });
    }
  });
}

// Loaded with the first menu, not at the start.
async function loadWords(language: Language): Promise<Readonly<Record<EditCommand, string>>> {
  switch (language) {
    case 'ru':
      return (await import('../../../contract/wording/ru/text-menu.ts')).textMenu;
    case 'es':
      return (await import('../../../contract/wording/es/text-menu.ts')).textMenu;
    case 'en':
      return (await import('../../../contract/wording/en/text-menu.ts')).textMenu;
  }
}
