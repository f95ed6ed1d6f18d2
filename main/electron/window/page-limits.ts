import { app, type WebPreferences } from 'electron';

/** What no page may, neither one of the app nor one of a server. */
export const pageLimits = {
  // SECURITY: every page is treated as hostile; each of these settings limits it (0003).
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  // SECURITY: developer tools would let anybody at a locked window read the page and call main (0003).
  devTools: !app.isPackaged,
  spellcheck: false,
} as const satisfies WebPreferences;
