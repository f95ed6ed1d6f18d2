// The least that an Electron app can be: one window, one page, one call to copy a text.
import { join } from 'node:path';
import { app, BrowserWindow, clipboard, ipcMain } from 'electron';

app.on('window-all-closed', () => app.quit());
// Not awaited: Electron becomes ready only when this file has run to its end.
void app.whenReady().then(() => {
  ipcMain.handle('copy', (_event, text) => clipboard.writeText(text));
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs') },
  });
  window.once('ready-to-show', () => {
    console.log('ready-to-show', Date.now());
    window.show();
  });
  void window.loadFile(join(import.meta.dirname, 'index.html'));
});
