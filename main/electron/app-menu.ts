import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../contract/settings.ts';
import type { AppMenuWords } from '../../contract/wording/en/app-menu.ts';
import type { LiveState } from '../state/live-state.ts';

const loading = {
  en: () => import('../../contract/wording/en/app-menu.ts'),
  ru: () => import('../../contract/wording/ru/app-menu.ts'),
  es: () => import('../../contract/wording/es/app-menu.ts'),
};

/**
 * Removes Electron's default menu, whose shortcuts reload the page and open the developer tools; macOS gets a short
 * menu.
 */
export function removeStockMenu(): void {
  Menu.setApplicationMenu(null);
}

/** Sets the menu of macOS in the language of the window; does nothing elsewhere. */
export function showAppMenu(live: LiveState): void {
  if (process.platform !== 'darwin') return;
  const show = async (language: Language) => {
    const { appMenu } = await loading[language]();
    Menu.setApplicationMenu(Menu.buildFromTemplate(template(appMenu)));
  };
  void show(live.read().language);
  live.watch(({ language }) => void (language && show(language)));
}

function template(words: AppMenuWords): MenuItemConstructorOptions[] {
  const { name } = app;
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    {
      label: name,
      submenu: [
        { role: 'about', label: words.about },
        line,
        { role: 'hide', label: words.hide },
        { role: 'hideOthers', label: words.hideOthers },
        { role: 'unhide', label: words.showAll },
        line,
        { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        line,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.window,
      role: 'windowMenu',
      submenu: [
        { role: 'minimize', label: words.minimize },
        { role: 'zoom', label: words.zoom },
        { role: 'close', label: words.close },
      ],
    },
  ];
}
