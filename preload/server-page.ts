import { ipcRenderer } from 'electron';

// The session that main gives to the first page of a web window, before the page's own scripts run. Nothing is offered to
// the page, which finds it where its own log-in would have put it.
const entries: unknown = ipcRenderer.sendSync('page-session');

for (const entry of Array.isArray(entries) ? entries : []) {
  try {
    const [key, value] = entry as [string, string];
    localStorage.setItem(key, value);
  } catch {
    // A page that may keep nothing shows its log-in.
  }
}
