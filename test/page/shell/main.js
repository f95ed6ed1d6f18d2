// The least that shows a page: one window without a preload script, to which a test gives its page.
import { app, BrowserWindow, screen } from 'electron';

app.on('window-all-closed', () => app.quit());
// Not awaited: Electron becomes ready only when this file has run to its end.
void app.whenReady().then(() => {
  // Beside the pointer, which rests in the middle of the virtual screen and would open submenus: only tests move it.
  const place = { x: screen.getCursorScreenPoint().x + 1, y: 0 };
  const window = new BrowserWindow({ ...place, width: 1280, height: 800, webPreferences: { sandbox: true } });
  window.setMenu(null);
  void window.loadURL('about:blank');
});
