import { type BrowserWindow, Menu, type WebContents } from 'electron';
import type { Language } from '../../../contract/settings.ts';
import { loadTexts } from '../../i18n/load-texts.ts';
import { entriesFor } from '../../window/text-menu.ts';

/**
 * Opens the context menu of a text field, in the window's language: cut, copy, paste and select all. In another view than
 * the window's own page a selected text can be copied too.
 */
export function offerTextMenu(
  window: BrowserWindow,
  language: () => Language,
  contents: WebContents = window.webContents,
): void {
  // The menu of another view opens at the pointer.
  const isOwn = contents === window.webContents;
  contents.on('context-menu', (_event, { isEditable, formControlType, editFlags, selectionText, x, y }) => {
    // SECURITY: a password field allows paste, but neither copy nor cut (0002).
    const entries = entriesFor({
      isEditable,
      isPassword: formControlType === 'input-password',
      // The page of the app has a button for everything that is worth copying.
      isSelected: !isOwn && selectionText !== '',
      ...editFlags,
    });
    if (entries.length > 0) void open(entries);

    async function open(shown: typeof entries): Promise<void> {
      const t = await loadTexts(language(), 'native');
      if (window.isDestroyed()) return;
      Menu.buildFromTemplate(
        shown.map(({ command, enabled }) => ({
          role: command,
          label: t(`native:textMenu.${command}`),
          enabled,
        })),
      ).popup({ window, ...(isOwn ? { x: Math.round(x), y: Math.round(y) } : {}) });
    }
  });
}
