// The least that shows a page: one window without a preload script, to which a test gives its page.
import { app, BrowserWindow } from 'electron';

app.on('window-all-closed', () => app.quit());
// Not awaited: Electron becomes ready only when this file has run to its end.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  window.setMenu(null);
  void window.loadURL('about:blank');
});
