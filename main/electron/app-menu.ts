import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../contract/settings.ts';
import { loadTexts, type Translate } from '../i18n/load-texts.ts';
import type { LiveState } from '../state/live-state.ts';

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
    const t = await loadTexts(language, 'native');
    Menu.setApplicationMenu(Menu.buildFromTemplate(template(t)));
  };
  void show(live.read().language);
  live.watch(({ language }) => void (language && show(language)));
}

function template(t: Translate): MenuItemConstructorOptions[] {
  const { name } = app;
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    {
      label: name,
      submenu: [
        { role: 'about', label: t('native:appMenu.about') },
        line,
        { role: 'hide', label: t('native:appMenu.hide') },
        { role: 'hideOthers', label: t('native:appMenu.hideOthers') },
        { role: 'unhide', label: t('native:appMenu.showAll') },
        line,
        { role: 'quit', label: t('native:appMenu.quit') },
      ],
    },
    {
      label: t('native:appMenu.edit'),
      submenu: [
        { role: 'undo', label: t('native:appMenu.undo') },
        { role: 'redo', label: t('native:appMenu.redo') },
        line,
        { role: 'cut', label: t('native:appMenu.cut') },
        { role: 'copy', label: t('native:appMenu.copy') },
        { role: 'paste', label: t('native:appMenu.paste') },
        { role: 'selectAll', label: t('native:appMenu.selectAll') },
      ],
    },
    {
      label: t('native:appMenu.window'),
      role: 'windowMenu',
      submenu: [
        { role: 'minimize', label: t('native:appMenu.minimize') },
        { role: 'zoom', label: t('native:appMenu.zoom') },
        { role: 'close', label: t('native:appMenu.close') },
      ],
    },
  ];
}
