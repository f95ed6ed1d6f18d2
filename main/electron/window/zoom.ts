import type { BrowserWindow } from 'electron';
import type { Zoom } from '../../../contract/settings.ts';
import { readZoomKey, type ZoomChange, zoomAfter } from '../../window/zoom.ts';

interface Kept {
  /** In percent. */
  read(): Zoom;
  keep(percent: Zoom): void;
}

/** Restores the saved zoom of the page, and changes it by keys and by Ctrl and the mouse wheel. */
export function followZoom({ webContents }: BrowserWindow, kept: Kept): void {
  const show = () => webContents.setZoomFactor(kept.read() / 100);
  const change = (how: ZoomChange) => {
    kept.keep(zoomAfter(kept.read(), how));
    show();
  };
  webContents.on('dom-ready', show);
  webContents.on('zoom-changed', (_event, direction) => change(direction));
  webContents.on('before-input-event', (event, { type, key, code, control, meta, shift, alt }) => {
    const mod = process.platform === 'darwin' ? meta : control;
    const how = type === 'keyDown' ? readZoomKey({ key, code, mod, shift, alt }) : null;
    if (how === null) return;
    event.preventDefault();
    change(how);
  });
}
