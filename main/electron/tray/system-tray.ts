import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, Menu, type MenuItemConstructorOptions, nativeImage, nativeTheme, Tray } from 'electron';
import type { TrayLook } from '../../tray/app-tray.ts';
import type { TrayAction } from '../../tray/tray-actions.ts';
import type { TrayState } from '../../tray/tray-facts.ts';
import type { TrayEntry } from '../../tray/tray-menu.ts';

/** The icon and its menu in the system's tray. */
export class SystemTray {
  readonly #tray: Tray;
  #state: TrayState = 'running';
  readonly #follow = () => this.#tray.setImage(icon(this.#state));

  constructor(private readonly run: (action: TrayAction) => void) {
    this.#tray = new Tray(icon(this.#state));
    // On macOS a click opens the menu.
    this.#tray.on('click', () => process.platform === 'darwin' || run({ kind: 'show-window' }));
    nativeTheme.on('updated', this.#follow);
  }

  show({ state, title, entries }: TrayLook): void {
    this.#state = state;
    this.#follow();
    this.#tray.setToolTip(title);
    this.#tray.setContextMenu(Menu.buildFromTemplate(entries.map((entry) => this.#item(entry))));
  }

  end(): void {
    nativeTheme.off('updated', this.#follow);
    this.#tray.destroy();
  }

  #item(entry: TrayEntry): MenuItemConstructorOptions {
    if (entry.kind === 'line') return { type: 'separator' };
    // An ampersand would become the mark of a key.
    const label = entry.label.replaceAll('&', '&&');
    if (entry.kind === 'heading') return { label, enabled: false };
    if (entry.kind === 'menu') return { label, submenu: entry.entries.map((inner) => this.#item(inner)) };
    return { label, click: () => this.run(entry.action) };
  }
}

function icon(state: TrayState) {
  const isTemplate = process.platform === 'darwin' && state === 'running';
  const variant = isTemplate ? 'template' : isPanelDark() ? 'dark' : 'light';
  const file = (size: number) => join(folder(), `${size}/${state}-${variant}.png`);
  const image = nativeImage.createFromPath(file(22));
  image.addRepresentation({ scaleFactor: 2, buffer: readFileSync(file(44)) });
  image.setTemplateImage(isTemplate);
  return image;
}

/** Where the system draws its panels dark; the app's own theme does not change them. */
function isPanelDark(): boolean {
  // Electron before 34 does not know it.
  return nativeTheme.shouldUseDarkColorsForSystemIntegratedUI ?? nativeTheme.shouldUseDarkColors;
}

function folder(): string {
  return app.isPackaged
    ? join(process.resourcesPath, 'tray')
    : // From the built file, since a test lets another app load it.
      join(import.meta.dirname, '../../scripts/package/icons/tray');
}
